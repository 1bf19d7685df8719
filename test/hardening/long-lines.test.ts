import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { faultIn, program } from '../support/program/in-process.ts';

const LONG = `${'word '.repeat(200_000)}end`;
const CASE = readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8');

/** The worked case with a line of a megabyte in place of one of its texts. */
const FIELDS: Readonly<Record<string, string>> = {
  analysis: CASE.replace(/^ {6}Twenty-six months .*$/m, () => `      ${LONG}`),
  about: CASE.replace(/^about: .*/m, () => `about: ${LONG}`),
  reason: `${CASE}\ndecisions:\n  - {question: further_plan, outcome: second_plan, by: service_manager, date: 2026-11-20, agrees: no, reason_code: other, reason: ${LONG}}\n`,
};

const COMMANDS = [
  ['rationale', '--format', 'markdown'],
  ['rationale', '--format', 'html'],
  ['rationale', '--format', 'text'],
  ['screen', '--no-input'],
  ['screen', '--no-input', '--format', 'json'],
  ['check', '--format', 'sarif'],
  ['write'],
];

test.each(Object.entries(FIELDS))('a line of a megabyte under `%s` passes through every command', async (_, text) => {
  expect(text.length).toBeGreaterThan(1_000_000);
  const path = join(folderWith({ 'a.yaml': text }), 'a.yaml');
  for (const [command = '', ...options] of COMMANDS) {
    const given = await program([command, path, ...options]);
    expect(faultIn(given), command).toBeUndefined();
    if (command === 'check') expect(given.out).not.toContain('word word');
  }
});

test('what was written is in the note to the end', async () => {
  const path = join(folderWith({ 'a.yaml': FIELDS.analysis ?? '' }), 'a.yaml');
  for (const format of ['markdown', 'html', 'text']) {
    const { out } = await program(['rationale', path, '--form', 'full', '--format', format]);
    expect(out.length, format).toBeGreaterThan(1_000_000);
    expect(out.replace(/\s+/g, ' ')).toContain('word word end ');
  }
});

test('a line with thousands of faults is shown around each, not whole at each', async () => {
  const faults = Array.from({ length: 2900 }, (_, i) => `service_gaps_lefx${i}: yes`).join(', ');
  const text = `version: 1\ncase: EX-0001\npacks: [repeat-plans]\nanswers: {${faults}}\n`;
  const { out } = await program(['check', join(folderWith({ 'a.yaml': text }), 'a.yaml')]);
  expect(out.match(/\[unknown_fact\]/g)).toHaveLength(2900);
  expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThan(400);
});

test('a file of more lines than any pack or case has is refused', async () => {
  const folder = folderWith({ 'a.yaml': `${CASE}${'#\n'.repeat(50_000)}`, 'b.yaml': `${CASE}${'#\n'.repeat(49_000)}` });
  expect((await program(['check', join(folder, 'a.yaml')])).out).toContain(
    'a.yaml:50000:2: error: This file has more than 50000 lines. [yaml_syntax]',
  );
  expect((await program(['check', join(folder, 'b.yaml')])).out).not.toContain('50000');
});
