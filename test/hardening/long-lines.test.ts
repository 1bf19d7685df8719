import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { faultIn, program } from '../support/in-process.ts';

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
    const { out } = await program(['rationale', path, '--format', format]);
    expect(out.length, format).toBeGreaterThan(1_000_000);
    expect(out.replace(/\s+/g, ' ')).toContain('word word end ');
  }
});
