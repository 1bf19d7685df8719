import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileFrom } from '../interview/kit.ts';
import { folderWith } from '../support/folder.ts';
import { CTRL_C, DOWN, ENTER, line, pick, type Seat, sit, UP } from './terminal.ts';

const CASE = 'version: 1\ncase: EX-0982\npacks: [repeat-plans, legal-planning]\noccasions: [plan_before]\n';

async function begun(text = CASE): Promise<{ seat: Seat; read: () => ReturnType<typeof fileFrom> }> {
  const path = join(folderWith({ 'case.yaml': text }), 'case.yaml');
  const seat = sit(['screen', path, '--as-at', '2026-11-22']);
  await seat.answers('Did this child have a child protection plan before?', 'y');
  await seat.answers('Which local authority held the plan?', line('Exampleshire'));
  await seat.answers('When did it begin?', line('12/9/2023'));
  await seat.asks('When did it end?');
  return { seat, read: () => fileFrom(readFileSync(path, 'utf8')) };
}

async function left(seat: Seat): Promise<void> {
  seat.types(CTRL_C);
  await seat.ends();
}

it('an arrow in an empty line moves, and brings back nothing that was typed before', async () => {
  const { seat, read } = await begun();
  seat.types(UP);
  await seat.asks('When did it begin?');
  seat.types(DOWN);
  await seat.asks('When did it end?');
  await left(seat);
  expect(read().previous_plans?.plans).toEqual([{ authority: 'Exampleshire', began: '2023-09-12' }]);
});

it('a second plan that was begun by mistake is left out, and the first stays', async () => {
  const { seat, read } = await begun();
  seat.types(line('10/9/2024'));
  await seat.answers('Under which category?', '1');
  await seat.answers('Is this the only earlier plan?', 'n');
  await seat.answers('Which local authority held the plan?', DOWN.repeat(4));
  await seat.answers('Is this the only earlier plan?', 'r');
  await seat.answers('Is this the only earlier plan?', 'y');
  await seat.asks('When was the initial conference asked for?');
  await left(seat);
  expect(read().previous_plans).toMatchObject({ complete: true, plans: [{ authority: 'Exampleshire' }] });
  expect(read().previous_plans?.plans).toHaveLength(1);
});

it('a value that turns out not to be known is taken back', async () => {
  const { seat, read } = await begun();
  seat.types(UP);
  await seat.answers('When did it begin?', `${'\x7f'.repeat(9)}${line('not known')}`);
  await seat.asks('When did it end?');
  await left(seat);
  expect(read().previous_plans?.plans).toEqual([{ authority: 'Exampleshire' }]);
});

it('> leads to the sections and < back, from whatever is half typed', async () => {
  const { seat, read } = await begun();
  seat.types('10/9>');
  await seat.answers('Where would you like to go?', pick(3));
  await seat.sees('Plans and dates');
  await left(seat);
  expect(read().previous_plans?.plans).toEqual([{ authority: 'Exampleshire', began: '2023-09-12' }]);
});

it('? explains why a question is asked, and names no outcome before the analysis is written', async () => {
  const { seat } = await begun();
  seat.types('?');
  await seat.sees('RP-0.1');
  expect(seat.screen()).not.toMatch(/helps to decide between/);
  await left(seat);
});

it('Enter hands over a form only at its end', async () => {
  const { seat } = await begun();
  seat.types(ENTER);
  await seat.asks('Under which category?');
  await left(seat);
});
