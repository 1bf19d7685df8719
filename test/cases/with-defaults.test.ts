import { expect, test } from 'vitest';
import type { CaseFile } from '../../src/case/file/case-schema.ts';
import { withDefaults } from '../../src/cases/case-opener.ts';
import type { Config } from '../../src/check/config-schema.ts';

const file = (more: Partial<CaseFile>): CaseFile => ({ version: 1, case: 'EX-0001', ...more }) as CaseFile;
const CONFIG = { authority: 'leicester', packs: ['repeat-plans'] } as unknown as Config;

test('a case file that names neither packs nor authority falls under those of its folder', () => {
  expect(withDefaults(file({}), CONFIG)).toEqual(file({ authority: 'leicester', packs: ['repeat-plans'] }));
});

test('one that names packs keeps to them: the authority of the folder would add its own', () => {
  const own = file({ packs: ['legal-planning'] });
  expect(withDefaults(own, CONFIG)).toBe(own);
});

test('one that names an authority keeps to it: the packs of the folder are not added', () => {
  const own = file({ authority: 'buckinghamshire' });
  expect(withDefaults(own, CONFIG)).toBe(own);
});

test('without a configuration nothing is added', () => {
  const own = file({});
  expect(withDefaults(own, undefined)).toBe(own);
});
