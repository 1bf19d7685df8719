import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/case/assess.ts';
import { digestOf } from '../../src/files/policies/digest.ts';
import type { PolicyFolder } from '../../src/files/policies/policy-folder.ts';
import { SHIPPED } from '../../src/files/policies/shipped.built.ts';
import { ShippedPolicies } from '../../src/files/policies/shipped-policies.ts';
import { assessmentJson } from '../../src/report/case/json.ts';
import { caseAt, caseFiles } from '../support/cases.ts';
import { policiesIn } from '../support/packs/policies.ts';

const read = policiesIn('policies');
const built = new ShippedPolicies(JSON.parse(JSON.stringify(SHIPPED)));

describe('policies that are built in', () => {
  test('are those of the folder, with the same digests', () => {
    expect(built.names()).toEqual(read.names());
    expect(built.profiles()).toEqual(read.profiles());
    expect(built.calendar()).toEqual(read.calendar());
    for (const name of read.names()) expect(digestOf(built.pack(name))).toBe(digestOf(read.pack(name)));
  });

  test.each(caseFiles)('say the same on %s as those that are read', (path) => {
    const file = caseAt(path);
    const json = (library: PolicyFolder | ShippedPolicies): object =>
      assessmentJson(assess(file, library.bookFor(file), String(file.as_at ?? '2026-11-22')), [], [], String);
    expect(json(built)).toEqual(json(read));
  });
});
