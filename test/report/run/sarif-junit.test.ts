import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Level } from '../../../src/assess/case/concern.ts';
import { Tally } from '../../../src/check/tally.ts';
import { known, safe } from '../../../src/messages/safe.ts';
import type { FormName } from '../../../src/report/run/forms.ts';
import { report as makeReport } from '../../../src/report/run/sarif.ts';
import { report } from '../../support/reports.ts';

// Public schemas: SARIF 2.1.0 of OASIS, and the schema by which Jenkins reads JUnit files. Files of the JUnit form have
// besides been held by hand to the stricter schema of Windy Road for Apache Ant (2026-11-22), which is not kept here.

const PATHS = ['test/fixtures', 'cases/further-plan', 'cases/already-looked-after'];
const reportOf = (form: FormName): Promise<string> => report(form, PATHS, { show: 'note', failOn: 'outstanding' });

describe('a SARIF file', () => {
  const schema = JSON.parse(readFileSync('test/schemas/sarif-2.1.0.json', 'utf8'));
  const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

  test('passes the public schema', async () => {
    valid(JSON.parse(await reportOf('sarif')));
    expect(valid.errors).toBeNull();
  });

  test('has one rule for each id, and each says what it is about', async () => {
    const { runs } = JSON.parse(await reportOf('sarif'));
    const { results, tool } = runs[0];
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(results.map(({ ruleId }: { ruleId: string }) => ruleId))).toEqual(new Set(ids));
    for (const rule of tool.driver.rules) expect(rule.help.text.length).toBeGreaterThan(10);
    const packRules = tool.driver.rules.filter(({ id }: { id: string }) => !id.startsWith('case-file/'));
    for (const rule of packRules) expect(rule.properties.clauses.length).toBeGreaterThan(0);
  });

  /** The file for a run with some results of each level, one case file for each result. */
  const fileFor = (counts: Partial<Record<Level, number>>): string => {
    const levels = Object.entries(counts).flatMap(([level, count]) => Array<Level>(count).fill(level as Level));
    const made = makeReport({
      version: '1',
      root: () => 'file:///',
      asAt: '2026-11-22',
      failOn: 'error',
      show: 'note',
    });
    const item = { about: 'file', clauses: [], line: 1, column: 1, says: safe`Something.` } as const;
    const pieces = levels.map((level, i) =>
      made.file({ path: `${i}.yaml`, items: [{ ...item, level, rule: known(level) }] }),
    );
    return [made.begin(), ...pieces, made.end(new Tally('error', 0, undefined).summary({ others: 0, stale: [] }))].join(
      '',
    );
  };

  test('holds every result up to 5,000, in the order of the files', () => {
    const { results, invocations } = JSON.parse(fileFor({ note: 4999, error: 1 })).runs[0];
    expect(results).toHaveLength(5000);
    expect(results.at(-1).ruleId).toContain('error');
    expect(invocations).toEqual([{ executionSuccessful: true }]);
  });

  test('of more than 5,000 results holds the worst, the worst first, and says so', () => {
    const file = JSON.parse(fileFor({ note: 6000, outstanding: 4000, error: 3 }));
    const { results, invocations, tool } = file.runs[0];
    expect(results.map(({ properties }: { properties: { level: string } }) => properties.level)).toEqual([
      ...Array(3).fill('error'),
      ...Array(4000).fill('outstanding'),
      ...Array(997).fill('note'),
    ]);
    expect(invocations[0].toolExecutionNotifications[0].message.text).toContain('the 5000 worst of 10003 results');
    expect(tool.driver.rules).toHaveLength(3);
    valid(file);
    expect(valid.errors).toBeNull();
  });

  test('tells no two findings by the same fingerprint', async () => {
    const { results } = JSON.parse(await reportOf('sarif')).runs[0];
    const prints = results.map(
      (r: { partialFingerprints: Record<string, string> }) => r.partialFingerprints['cpplan/v1'],
    );
    expect(new Set(prints).size).toBe(prints.length);
  });
});

test('a JUnit file passes the schema of Jenkins', async () => {
  const { errors } = await validateXML({
    xml: { fileName: 'report.xml', contents: await reportOf('junit') },
    schema: { fileName: 'junit.xsd', contents: readFileSync('test/schemas/junit-jenkins.xsd', 'utf8') },
  });
  expect(errors.slice(0, 3)).toEqual([]);
});
