import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { CTRL_C, ENTER, line, type Seat, sit } from './terminal.ts';

const CASE = `version: 1
case: EX-0901
packs: [repeat-plans]
previous_plans:
  complete: yes
  plans:
    - {authority: Exampleshire, began: 2024-01-10, ended: 2025-01-15, category: NEG}
current_plan: none
dates:
  conference_requested: 2026-11-02
`;
const TEXT = 'Change lasted while the grandmother lived there, and went when she left, and nobody saw it in time.';

/** Goes through menus, a list to tick, a text and a wrong date in a window of some width; gives the words on the screen. */
async function words(columns: number): Promise<Set<string>> {
  const path = join(folderWith({ 'case.yaml': CASE }), 'case.yaml');
  const seat: Seat = sit(['screen', path, '--as-at', '2026-11-22'], { columns });
  await seat.answers('Which category', 'u');
  await seat.answers('Go on', ENTER);
  await seat.answers('The category of the present concern', line('1'));
  await seat.answers('By when?', line('31/2/27'));
  await seat.sees('There is no 31 February 2027');
  seat.types(`${'\x7f'.repeat(7)}${line('1/3/27')}`);
  await seat.answers('Go on', ENTER);
  await seat.answers('Point 1', `${TEXT}${ENTER}.${ENTER}`);
  await seat.answers('Weigh how long ago', 'yy');
  await seat.answers('Who writes the analysis?', '1');
  await seat.answers('When was it written?', line('t'));
  await seat.answers('Go on', ENTER);
  await seat.answers('Point 2', CTRL_C);
  await seat.ends();
  // the case file has another place each time
  return new Set(
    seat
      .screen()
      .replaceAll(path, '')
      .replace(/\s+/g, ' ')
      .split(' ')
      .filter((word) => !word.includes('/')),
  );
}

it('menus and lists break no word, however narrow the window', async () => {
  const wide = await words(200);
  const shortened = (word: string): boolean => word.endsWith('...') && wide.has(word.slice(0, -3));
  for (const columns of [40, 60]) {
    const broken = [...(await words(columns))].filter((word) => !wide.has(word) && !shortened(word));
    expect(broken, `${columns} columns`).toEqual([]);
  }
});

it('a date that is offered is replaced by typing, and kept by Enter', async () => {
  const path = join(folderWith({ 'case.yaml': `${CASE}answers: {conference_sought: yes}\n` }), 'case.yaml');
  const decide = (typed: string): Seat => {
    const seat = sit([
      'decide',
      path,
      '--as-at',
      '2026-11-20',
      '--question',
      'further_plan',
      '--outcome',
      'second_plan',
      '--by',
      'team_manager',
      '--post',
      'TM',
    ]);
    void seat.answers('On which day?', typed);
    return seat;
  };
  const replaced = decide(`3/11/26${ENTER}`);
  expect(await replaced.ends()).toBe(0);
  expect(replaced.screen().replace(/\s+/g, ' ')).toContain('on 3 November 2026');
  const kept = decide(ENTER);
  expect(await kept.ends()).toBe(0);
  expect(kept.screen().replace(/\s+/g, ' ')).toContain('on 20 November 2026');
});

it('a text that is pasted with Windows line ends has no empty lines in it', async () => {
  const { readFileSync } = await import('node:fs');
  const path = join(folderWith({ 'case.yaml': `${CASE}answers: {present_category: NEG}\n` }), 'case.yaml');
  const seat = sit(['screen', path, '--as-at', '2026-11-22']);
  await seat.answers('Point 1', 'What the school saw:\r\n- twelve days missed\r\n\r\n- no lunch on nine days\r\n.\r');
  await seat.answers('Weigh how long ago', CTRL_C);
  await seat.ends();
  expect(readFileSync(path, 'utf8')).toContain(
    '      What the school saw:\n      - twelve days missed\n\n      - no lunch on nine days\n',
  );
});
