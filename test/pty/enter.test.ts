import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { CTRL_C, ENTER, type Seat, sit } from './terminal.ts';

const HEAD = 'version: 1\ncase: EX-0981\n';
const PLAN = 'current_plan: {authority: Exampleshire, began: 2026-03-02, category: NEG}\n';

/** As often is Enter pressed in each interview. */
const PRESSES = 60;

const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 50));

/** What came since keys were last typed, once nothing more comes. */
async function stands(seat: Seat): Promise<string> {
  let before: string | undefined;
  for (;;) {
    await soon();
    const { shown } = await seat.waits((now) => now !== '');
    if (shown === before) return shown;
    before = shown;
  }
}

it.each([
  ['second plan', `${HEAD}packs: [repeat-plans, legal-planning]\n`],
  ['Leicester, looked after', `${HEAD}authority: leicester\noccasions: [in_care]\n${PLAN}`],
  ['Stoke-on-Trent, can it end', `${HEAD}authority: stoke-on-trent\noccasions: [plan_may_end]\n${PLAN}`],
])('Enter on every screen at a terminal answers nothing: %s', { timeout: 90_000 }, async (_, text) => {
  const path = join(folderWith({ 'case.yaml': text }), 'case.yaml');
  const seat = sit(['screen', path, '--as-at', '2026-11-22']);
  let screens = 0;
  for (let i = 0; i < PRESSES; i++) {
    const shown = await stands(seat);
    if (shown.includes('Is this right?')) break;
    if (/Enter goes on/.test(shown.slice(-120))) screens++;
    // Enter alone begins a new line of a text, and hands none in
    seat.types(/only a full stop/.test(shown) ? `${ENTER}later${ENTER}` : ENTER);
    await stands(seat);
    expect(readFileSync(path, 'utf8'), shown).toBe(text);
  }
  expect(screens).toBeGreaterThan(2);
  seat.types(CTRL_C);
  expect(await seat.ends()).toBe(130);
});
