import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileFrom } from '../interview/kit.ts';
import { folderWith } from '../support/folder.ts';
import { CTRL_C, ENTER, sit, UP } from './terminal.ts';

const CASE = `version: 1
case: EX-9101
authority: stoke-on-trent # ours
child: {born: 2018-04-12}
current_plan: {began: 2025-06-12, category: NEG}
`;

it('both sides of a difference stand on the screen; Enter leaves them open, a key chooses, another takes it back', async () => {
  const path = join(folderWith({ 'case.yaml': CASE }), 'case.yaml');
  const args = ['--against', 'test/fixtures/import/cin-2026.xml', '--same-ids', '--as-at', '2026-11-22'];
  const seat = sit(['screen', path, ...args]);
  const read = () => readFileSync(path, 'utf8');
  await seat.asks('the date of birth. Which is right?');
  await seat.sees('12 April 2018');
  seat.types(ENTER);
  await seat.asks('Go on');
  expect(read()).toBe(CASE);
  seat.types(UP);
  await seat.answers('the date of birth. Which is right?', 'r');
  await seat.asks('the category of the plan that began on 12 June 2025. Which is right?');
  expect(fileFrom(read()).child?.born).toMatchObject({ value: '2018-04-21' });
  seat.types(UP);
  await seat.answers('the date of birth. Which is right?', 'c');
  await seat.asks('the category of the plan that began on 12 June 2025. Which is right?');
  const { child, differences } = fileFrom(read());
  expect({ child, differences: differences?.length }).toEqual({ child: { born: '2018-04-12' }, differences: 1 });
  expect(read()).toContain('# ours');
  seat.types(CTRL_C);
  expect(await seat.ends()).toBe(130);
});
