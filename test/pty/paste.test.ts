import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fileFrom } from '../interview/kit.ts';
import { folderWith } from '../support/folder.ts';
import { CTRL_C, ENTER, line, type Seat, sit } from './terminal.ts';

/** As a terminal hands over what is pasted. */
const paste = (text: string): string => `\u001b[200~${text}\u001b[201~`;

const CASE = `version: 1
case: EX-0970
packs: [repeat-plans]
occasions: [plan_before]
`;
const PLANS = `child: {born: 2019-02-03}
previous_plans: {complete: yes, plans: [{authority: Sampleshire, began: 2023-01-10, ended: 2024-02-10, category: NEG}]}
current_plan: none
dates: {conference_requested: 2026-11-03}
answers: {present_category: NEG}
`;

/** The folder of the last seat. */
let seatedIn = '';

const seated = (text: string): { seat: Seat; file: () => ReturnType<typeof fileFrom>; text: () => string } => {
  const cwd = (seatedIn = folderWith({ 'case.yaml': text }));
  const seat = sit(['screen', 'case.yaml', '--as-at', '2026-11-20'], { cwd });
  onTestFinished(() => seat.kill('SIGKILL'));
  const now = (): string => readFileSync(join(cwd, 'case.yaml'), 'utf8');
  return { seat, text: now, file: () => fileFrom(now()) };
};

test('what is pasted answers no question of keys, and is said not to', async () => {
  const { seat, text } = seated(CASE);
  await seat.answers('Did this child have a child protection plan before?', paste('yes\rno\ryes\r'));
  await seat.sees('What was pasted is not taken here: press a key.');
  expect(text()).toBe(CASE);
  seat.types('n');
  await seat.sees('[no ] Did this child');
  seat.types(CTRL_C);
  expect(await seat.ends()).toBe(130);
});

test('what is pasted into a text is text: no line of it ends the text or leads away', async () => {
  const { seat, file } = seated(CASE + PLANS);
  await seat.asks('Point 1');
  seat.types(paste('later\rThe change did not last.\r.\rNobody came.'));
  await seat.sees('Nobody came.');
  seat.types(`${ENTER}.${ENTER}`);
  await seat.asks('Which of these does your text cover?');
  expect(file().analysis?.point_1?.text.trim()).toBe('later\nThe change did not last.\n.\nNobody came.');
  seat.types(CTRL_C);
  expect(await seat.ends()).toBe(130);
});

test('beside a text that grows long, what it must cover stays in view; a killed program offers it again', async () => {
  const { seat } = seated(CASE + PLANS);
  await seat.asks('Point 1');
  seat.types('One\rTwo\rThree\rFour\rFive\rSix and the last');
  await seat.sees('To cover, and to help:');
  await seat.sees('and the last');
  seat.kill('SIGKILL');
  await seat.ends();
  const again = sit(['screen', 'case.yaml', '--as-at', '2026-11-20'], { cwd: seatedIn });
  onTestFinished(() => again.kill('SIGKILL'));
  await again.asks('never saved in the case file');
  expect(again.screen()).toContain('| Six and the last');
});

test('what is pasted into a typed answer waits for Enter', async () => {
  const { seat, file } = seated((CASE + PLANS).replace(/^dates.*\n/m, ''));
  await seat.answers('When was the initial conference asked for?', paste('3/11/\r2026'));
  await seat.sees(': 3/11/ 2026');
  expect(file().dates).toBeUndefined();
  seat.types(line('\u007f\u007f\u007f\u007f\u007f2026'));
  await seat.sees('= 3 November 2026');
  expect(file().dates).toEqual({ conference_requested: '2026-11-03' });
});
