import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { childText, SECOND } from '../interview/family/kit.ts';
import { folderWith } from '../support/folder.ts';
import { ENTER, line, type Seat, sit } from './terminal.ts';

const seated = (columns: number): { seat: Seat; read: (name: string) => string } => {
  const cwd = folderWith({ 'a.yaml': childText('EX-0901', SECOND), 'b.yaml': childText('EX-0902', SECOND) });
  const seat = sit(['screen', 'a.yaml', 'b.yaml', '--as-at', '2026-11-20'], { cwd, columns });
  onTestFinished(() => seat.kill('SIGKILL'));
  return { seat, read: (name) => readFileSync(join(cwd, name), 'utf8') };
};

test('at 40 columns one date goes into both files at once, whatever ends the program', async () => {
  const { seat, read } = seated(40);
  await seat.answers('When was the initial conference asked for?', 'a');
  await seat.answers('The answer for EX-0901 and EX-0902', line('3/11/2026'));
  await seat.sees('= 3 November 2026');
  seat.kill('SIGKILL');
  await seat.ends();
  for (const name of ['a.yaml', 'b.yaml']) expect(read(name)).toContain('conference_requested: 2026-11-03');
  expect(
    Math.max(
      ...seat
        .screen()
        .split('\n')
        .map(({ length }) => length),
    ),
  ).toBeLessThanOrEqual(40);
});

test('the list of the children ends with both briefs and the sheet of the family', async () => {
  const { seat } = seated(80);
  for (let page = 0; page < 8; page++) {
    const { shown } = await seat.waits((text) => /Go on|Whose questions next/.test(text));
    if (shown.includes('Whose questions next')) break;
    seat.types('>');
  }
  await seat.answers('Whose questions next?', `4${ENTER}`);
  expect(await seat.ends()).toBe(0);
  expect(seat.screen()).toContain('Family FAM-9: 2 children, 20 November 2026');
});
