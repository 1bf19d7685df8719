import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check/check.ts';
import type { CheckOptions } from '../../src/commands/check/check-options.ts';
import { readText } from '../../src/files/read-text.ts';
import { folderWith } from '../support/folder.ts';
import { type Given, inWorld } from '../support/program/io.ts';

/** A case with much outstanding. */
const CASE = readText('cases/further-plan/second-plan-under-a-year.yaml').replace(/^expect:[\s\S]*/m, '');
const LIST = 'cpplan.suppressions.yaml';
const CONFIG = 'version: 1\nfail_on: outstanding\n';

const run = (folder: string, options: CheckOptions = {}): Promise<Given> =>
  inWorld((io) => check([folder], { asAt: '2026-10-07', ...options }, io));

const entry = (rule: string, expires: string): string =>
  `  - {rule: ${rule}, case: "EX-0102", owner: team_manager, expires: ${expires}, reason: being written}\n`;

describe('a list of accepted findings', () => {
  test('takes what it names out of the run until the day it ends', async () => {
    const list = (expires: string): string => `version: 1\nsuppressions:\n${entry('under_a_year', expires)}`;
    const files = (expires: string) => ({ 'a.yaml': CASE, 'cpplan.config.yaml': CONFIG, [LIST]: list(expires) });
    expect((await run(folderWith(files('2026-10-07')))).out).not.toContain('[under_a_year');
    const after = await run(folderWith(files('2026-10-06')));
    expect(after.out).toContain('[under_a_year');
    expect(after.out).toContain('cpplan.suppressions.yaml:3: the suppression of under_a_year has expired.');
  });

  test('never accepts that a file cannot be relied on', async () => {
    const list = `version: 1\nsuppressions:\n${entry('wrong_value', '2027-01-01')}`;
    const wrong = CASE.replace('risks_compared: same', 'risks_compared: perhaps');
    const { out, exit } = await run(
      folderWith({ 'a.yaml': wrong, [LIST]: list, 'cpplan.config.yaml': 'version: 1\n' }),
    );
    expect(out).toContain('[wrong_value]');
    expect(exit).toBe(1);
  });

  test('is told where an entry is not needed any more, and is rid of it by --prune', async () => {
    const list = `# kept\nversion: 1\nsuppressions:\n${entry('under_a_year', '2027-01-01')}${entry('plan_count', '2027-01-01')}`;
    const folder = folderWith({ 'a.yaml': CASE, 'cpplan.config.yaml': CONFIG, [LIST]: list });
    const { out, err } = await run(folder, { prune: true });
    expect(out).toContain('the suppression of plan_count is not needed any more.');
    expect(err).toContain('1 of 2 suppressions taken out');
    const left = readFileSync(join(folder, LIST), 'utf8');
    expect(left).toContain('# kept');
    expect(left).toContain('under_a_year');
    expect(left).not.toContain('plan_count');
  });

  test('names a misspelt rule and what was meant, and keeps the entry for a person to mend', async () => {
    const list = `version: 1\nsuppressions:\n${entry('under_a_yaer', '2027-01-01')}${entry('under_a_yeer', '2026-01-01')}`;
    const folder = folderWith({ 'a.yaml': CASE, 'cpplan.config.yaml': CONFIG, [LIST]: list });
    const { out, err } = await run(folder, { prune: true });
    for (const line of [3, 4]) {
      expect(out).toContain(
        `${LIST}:${line}: this accepts nothing: there is no such rule. Did you mean \`under_a_year\`?`,
      );
    }
    expect(err).toContain('0 of 2 suppressions taken out');
    expect(readFileSync(join(folder, LIST), 'utf8')).toBe(list);
  });

  test('names a misspelt rule also where only some rules are checked', async () => {
    const list = `version: 1\nsuppressions:\n${entry('under_a_yaer', '2027-01-01')}`;
    const folder = folderWith({ 'a.yaml': CASE, 'cpplan.config.yaml': CONFIG, [LIST]: list });
    expect((await run(folder, { only: ['under_a_year'] })).out).toContain('there is no such rule');
    expect((await run(folder, { only: ['plan_count'] })).out).toContain('there is no such rule');
  });

  test.each([
    ['that stands nowhere', CONFIG],
    ['that a configuration names', `${CONFIG}suppressions: known.yaml\n`],
  ])('%s has nothing to prune, and can be begun', async (_, config) => {
    const folder = folderWith({ 'a.yaml': CASE, 'cpplan.config.yaml': config });
    const { exit, err } = await run(folder, { prune: true });
    expect([exit, err]).toEqual([1, expect.stringContaining('0 of 0 suppressions taken out')]);
    expect((await run(folder, { writeSuppressions: true, owner: 'team_manager' })).exit).toBe(0);
    expect((await run(folder)).exit).toBe(0);
  });

  test('is written for a first adoption, after which the run passes', async () => {
    const folder = folderWith({ 'a.yaml': CASE, 'cpplan.config.yaml': CONFIG });
    expect((await run(folder)).exit).toBe(1);
    const { err } = await run(folder, { writeSuppressions: true, owner: 'team_manager' });
    expect(err).toContain('findings accepted until 2027-01-07');
    const { exit, out } = await run(folder);
    expect(exit).toBe(0);
    expect(out).toContain('accepted by the suppressions');
  });

  test('leaves the exit code to errors and to files with one reference, which nobody can accept', async () => {
    const config = { 'cpplan.config.yaml': CONFIG };
    const wrong = CASE.replace('risks_compared: same', 'risks_compared: perhaps');
    for (const other of [{ 'b.yaml': wrong.replace('EX-0102', 'EX-0103') }, { 'b.yaml': CASE }, { 'b.yaml': 'x: [' }]) {
      const folder = folderWith({ 'a.yaml': CASE, ...config, ...other });
      const first = await run(folder, { writeSuppressions: true, owner: 'team_manager' });
      expect([first.exit, first.err]).toEqual([1, expect.stringContaining('findings accepted')]);
      expect((await run(folder)).exit).toBe(1);
    }
  });

  test('is refused with line and column where it is wrong', async () => {
    const list = 'version: 1\nsuppressions:\n  - {rule: under_a_year, case: EX-0102, expires: 2027-01-01, reason: r}\n';
    const { exit, err } = await run(folderWith({ 'a.yaml': CASE, 'cpplan.config.yaml': CONFIG, [LIST]: list }));
    expect(exit).toBe(2);
    expect(err).toContain('cpplan.suppressions.yaml:3:5: `owner` is missing');
  });
});

describe('a comment in the case file', () => {
  const with_ = (comment: string): string => CASE.replace('\nanalysis:', `\n${comment}\nanalysis:`);
  const shown = async (comment: string): Promise<string> =>
    (await run(folderWith({ 'a.yaml': with_(comment), 'cpplan.config.yaml': CONFIG }))).out;

  test('accepts one finding of that case', async () => {
    const out = await shown('# cpplan accepts under_a_year until 2026-12-31 (team_manager): the archive answers then');
    expect(out).not.toContain('[under_a_year');
    expect(out).toContain('1 finding accepted by the suppressions.');
  });

  test('is an error where it does not have its form', async () => {
    const text = with_('# cpplan accepts under_a_year for now');
    const { exit, out } = await run(folderWith({ 'a.yaml': text, 'cpplan.config.yaml': CONFIG }));
    expect(out).toContain('[bad_suppression]');
    expect(out).toContain(': 1 error,');
    expect(exit).toBe(1);
  });

  test('with a misspelt rule says so, and shows no word of the file', async () => {
    const out = await shown('# cpplan accepts under_a_yaer until 2026-12-31 (team_manager): the archive answers then');
    expect(out).toContain('this accepts nothing: there is no such rule. Did you mean `under_a_year`?');
    expect(out).not.toContain('under_a_yaer');
    expect(out).toContain('[under_a_year');
    expect(await shown('# cpplan accepts Marker until 2026-12-31 (team_manager): z')).not.toContain('Marker');
  });

  test('counts only where it is a comment', async () => {
    const text = CASE.replace(
      '      Eight months is short.',
      '      # cpplan accepts under_a_year until 2026-12-31 (x): y\n      Eight months is short.',
    );
    expect(text).not.toBe(CASE);
    const { out } = await run(folderWith({ 'a.yaml': text, 'cpplan.config.yaml': CONFIG }));
    expect(out).toContain('[under_a_year');
  });
});

test('every rule that a check finds in the worked cases can be accepted', async () => {
  const { out } = await inWorld((io) => check(['cases', 'test/fixtures'], { format: 'json', show: 'note' }, io));
  const files: { file: string; items: { rule: string; level: string }[] }[] = JSON.parse(out).files;
  const rules = new Set(files.flatMap(({ items }) => items.filter((i) => i.level !== 'error').map(({ rule }) => rule)));
  expect(rules.size).toBeGreaterThan(100);
  const comments = [...rules].map((rule) => `# cpplan accepts ${rule} until 2020-01-01 (team_manager): z\n`).join('');
  const folder = folderWith({ 'a.yaml': comments + CASE });
  const { suppressions } = JSON.parse((await run(folder, { format: 'json' })).out).summary;
  expect(suppressions).toHaveLength(rules.size);
  expect(suppressions.filter(({ why }: { why: string }) => why !== 'expired')).toEqual([]);
});
