import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { CTRL_C, ENTER, pick, type Seat, sit } from './terminal.ts';

const HEAD = 'version: 1\ncase: EX-0981\n';
const PLAN = 'current_plan: {authority: Exampleshire, began: 2026-03-02, category: NEG}\n';

/** Screens looked at in each interview. */
const SCREENS = 8;

const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 250));

/** The prompt that waits, with its question. */
async function prompted(seat: Seat): Promise<string> {
  await seat.waits((shown) => shown.lastIndexOf('? Your answer:') > shown.lastIndexOf('- Your answer:'));
  await soon();
  const { shown } = await seat.waits(() => true);
  return shown.slice(Math.max(0, shown.lastIndexOf('- Your answer:')));
}

/** Keys that leave a question unanswered, or answer it by its last option; none where Enter has led on already. */
function leaves(shown: string, after: string): string {
  if (after.includes('- Your answer:')) return '';
  if (/only a full stop/.test(shown)) return `later${ENTER}.${ENTER}`;
  const menu = /(\d+) (?:Not yet known|Leave this)/.exec(shown);
  if (menu) return pick(Number(menu[1]));
  return /arrow keys, then Enter/.test(shown) ? pick(1) : `not known${ENTER}`;
}

it.each([
  ['second plan', `${HEAD}packs: [repeat-plans, legal-planning]\n`],
  ['Leicester, looked after', `${HEAD}authority: leicester\noccasions: [in_care]\n${PLAN}`],
  ['Stoke-on-Trent, can it end', `${HEAD}authority: stoke-on-trent\noccasions: [plan_may_end]\n${PLAN}`],
])('Enter on every screen at a terminal answers nothing: %s', { timeout: 90_000 }, async (_, text) => {
  const path = join(folderWith({ 'case.yaml': text }), 'case.yaml');
  const seat = sit(['screen', path, '--as-at', '2026-11-22']);
  let refused = 0;
  for (let i = 0; i < SCREENS; i++) {
    const shown = await prompted(seat);
    const before = readFileSync(path, 'utf8');
    seat.types(ENTER);
    // Every key draws the prompt anew, or an answer in its place; the next question then has to come
    await seat.waits((now) => / Your answer:/.test(now));
    await soon();
    await seat.waits((now) => now.lastIndexOf('? Your answer:') > now.lastIndexOf('- Your answer:'));
    await soon();
    const { shown: after } = await seat.waits(() => true);
    // An answer that stands in the file already is marked, and Enter keeps it
    if (/arrow keys, then Enter/.test(shown) && !/> \d/.test(shown))
      expect(after, shown).toContain('Nothing is chosen yet');
    if (after.includes('Nothing is chosen yet')) refused++;
    // The last part of an answer is left out: what was chosen before is then kept
    if (shown.includes('Enter to leave it out')) expect(readFileSync(path, 'utf8')).not.toContain('chase_by');
    else expect(readFileSync(path, 'utf8'), shown).toBe(before);
    const keys = leaves(shown, after);
    if (keys) seat.types(keys);
  }
  expect(refused).toBeGreaterThan(2);
  await prompted(seat);
  seat.types(CTRL_C);
  expect(await seat.ends()).toBe(130);
});
