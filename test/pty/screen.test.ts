import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileFrom } from '../interview/kit.ts';
import { FIRST, PROGRAM } from '../support/program/program.ts';
import { CTRL_C, DOWN, ENTER, line, pick, type Seat, sit, UP } from './terminal.ts';

const AS_AT = '2026-11-22';
const CASE = `# a case of nobody
version: 1
case: EX-0901
packs: [repeat-plans]   # the one source
`;
const PLAN = `${CASE}previous_plans:
  complete: yes
  plans:
    - {authority: Exampleshire, began: 2024-01-10, ended: 2025-01-15, category: NEG}
current_plan: none
`;
const SOUGHT = `${PLAN}dates:
  conference_requested: 2026-11-02
`;

/** A folder with one case file in it. */
function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cpplan-test-'));
  writeFileSync(join(folder, 'case.yaml'), text, { mode: 0o600 });
  return join(folder, 'case.yaml');
}

const read = (path: string) => fileFrom(readFileSync(path, 'utf8'));
const screen = (path: string, room: Parameters<typeof sit>[1] = {}, ...more: string[]): Seat =>
  sit(['screen', path, '--as-at', AS_AT, ...more], room);

type Steps = readonly (readonly [sees: string, types: string])[];

async function answers(seat: Seat, steps: Steps): Promise<void> {
  for (const [sees, types] of steps) await seat.answers(sees, types);
}

const TEXT = 'Change lasted while the grandmother lived there, and went when she left.';
const text = (words: string): string => `${words}${ENTER}.${ENTER}`;
/** Ticks what a text covers, and goes on. */
const covers = (n: number, first: string): Steps => [
  [first, n > 1 ? 'a' : 'y'],
  ['Go on', ENTER],
];
const onward: Steps = [['Go on', ENTER]];

const SECOND_PLAN: Steps = [
  ['Did this child have a child protection plan before?', 'y'],
  ['Which local authority held the plan?', line('Exampleshire')],
  ['When did it begin?', line('10/1/24')],
  ['When did it end?', line('15 January 2026')],
  ['Under which category?', '1'],
  ['Is this the only earlier plan?', 'y'],
  ['When was the initial conference asked for?', line('2/11/26')],
  ['on a child protection plan today?', 'n'],
  ['Which category does the present concern fall under?', '1'],
  ...onward,
  ['Point 1', text(`${TEXT} This is one.`)],
  ['Weigh how long ago', 'yyy'],
  ['Who writes the analysis?', '1'],
  ['When was it written?', line('t')],
  ...onward,
  ['Point 2', text(`${TEXT} This is two.`)],
  ...covers(1, 'Weigh how long the last'),
  ['the same as under the last plan', '1'],
  ['for show?', 'n'],
  ['has come back?', 'n'],
  ...onward,
  ['Point 3', text(`${TEXT} This is three.`)],
  ...covers(3, 'Say why the change'),
  ['that were used before?', 'n'],
  ['plainly unsuited', 'n'],
  ['gaps in services that were never filled?', 'n'],
  ['due to a partner agency?', 'n'],
  ...onward,
  ['Point 4', text(`${TEXT} This is four.`)],
  ...covers(4, 'Set out the work'),
  ['Did the core group carry out', '1'],
  ['stepped down too early?', '1'],
  ['closed while actions were still outstanding?', '1'],
  ...onward,
  ['The screening discussion', text(`${TEXT} This is five.`)],
  ...covers(2, 'In the screening discussion'),
];

describe.each([80, 40])('a whole second plan in a window of %i columns', (columns) => {
  it('goes from nothing to what the procedure asks next', { timeout: 60_000 }, async () => {
    const path = folderWith(CASE);
    const seat = screen(path, { columns });
    await answers(seat, SECOND_PLAN);
    await answers(seat, [
      ['Is the child born?', 'y'],
      ['When was the child born?', line('3/2/19')],
      ...onward,
      ['Record on the child', 'y'],
      ...onward,
    ]);
    await seat.sees('Is this right?');
    expect(seat.screen()).not.toMatch(/may go forward|points away|recommend/i);
    await seat.answers('Is this right?', pick(1));
    await seat.answers('May the family read something', pick(6));
    expect(await seat.ends()).toBe(0);
    expect(seat.screen()).toContain('Do now');
    expect(
      Math.max(
        ...seat
          .screen()
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(columns);
    const file = read(path);
    expect(Object.keys(file.analysis ?? {})).toEqual([
      'point_1',
      'point_2',
      'point_3',
      'point_4',
      'screening_discussion',
    ]);
    expect(file.analysis?.point_1?.covers).toContain('under_a_year');
    expect(file.previous_plans).toMatchObject({
      complete: true,
      plans: [{ began: '2024-01-10', ended: '2026-01-15' }],
    });
    expect(readFileSync(path, 'utf8')).toContain('# a case of nobody\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, '..'))).toEqual(['case.yaml']);
  });
});

describe('nothing is lost', () => {
  it('where the program is killed in the middle, and the next sitting goes on there', async () => {
    const path = folderWith(CASE);
    const first = screen(path);
    await answers(first, SECOND_PLAN.slice(0, 8));
    await first.sees('= 2 November 2026');
    await first.sees('> Which category');
    first.kill('SIGKILL');
    await first.ends();
    expect(read(path)).toMatchObject({ dates: { conference_requested: '2026-11-02' } });
    const second = screen(path);
    await second.sees('Going on with EX-0901: 3 answers are there already, and not asked for again.');
    await second.answers('Which category does the present concern', CTRL_C);
    expect(await second.ends()).toBe(130);
    expect(readdirSync(join(path, '..'))).toEqual(['case.yaml']);
  });

  it('where the worker leaves with Ctrl-C in the middle of a text', async () => {
    const path = folderWith(SOUGHT);
    const seat = screen(path);
    await answers(seat, [['Which category', '1'], ...onward]);
    await seat.answers('Point 1', `The first line${ENTER}and the second`);
    await seat.sees('and the second');
    seat.types(CTRL_C);
    expect(await seat.ends()).toBe(130);
    expect(seat.screen()).toContain(`Every answer up to here is saved in ${path.slice(0, 20)}`);
    expect(read(path).analysis?.point_1?.text).toBe('The first line\nand the second');
  });

  it('where the terminal is closed', async () => {
    const path = folderWith(SOUGHT);
    const seat = screen(path);
    await answers(seat, [['Which category', '1'], ...onward]);
    await seat.sees('Point 1');
    seat.kill('SIGHUP');
    await seat.ends();
    expect(read(path).answers).toEqual({ present_category: 'NEG' });
  });
});

describe('one can turn back', () => {
  it('step by step, change an answer, and change another at the end', async () => {
    const path = folderWith(CASE);
    const seat = screen(path);
    await answers(seat, [
      ['child protection plan before?', 'n'],
      ['When was the initial conference asked for?', line('not yet')],
      ['plan today?', 'n'],
      ['Is the child born?', ENTER],
      ...onward,
      ['being asked for, or about to be?', '<'],
      ['child protection plan before?', 'c'],
      ['How many earlier plans were there?', line('1')],
      ['being asked for, or about to be?', 'n'],
      ...onward,
      ['Is this right?', pick(2)],
      ['Which one?', pick(1)],
      ['child protection plan before?', 'n'],
      ...onward,
      ['Earlier plans: none', pick(1)],
    ]);
    expect(await seat.ends()).toBe(0);
    expect(read(path)).toMatchObject({ previous_plans: { plans: [] }, answers: { conference_sought: 'no' } });
  });

  it('and a text can be corrected line by line before it is handed in', async () => {
    const path = folderWith(SOUGHT);
    const seat = screen(path);
    await answers(seat, [['Which category', '1'], ...onward]);
    await seat.answers('Point 1', `Change lasted whle${ENTER}the grandmother lived there with them.${UP}`);
    await seat.sees('whle');
    seat.types(`\x7f\x7f\x7fhile${DOWN}${ENTER}.${ENTER}`);
    await seat.answers('Weigh how long ago', 'y');
    await seat.sees('[yes] Weigh how long ago');
    seat.types(CTRL_C);
    await seat.ends();
    expect(read(path).analysis?.point_1).toMatchObject({
      text: 'Change lasted while\nthe grandmother lived there with them.',
      covers: ['time_since_last_plan'],
    });
  });
});

it('shows both sides of a conflict, and takes the correction', async () => {
  const path = folderWith(SOUGHT.replace('ended: 2025-01-15', 'ended: 2025-11'));
  const seat = screen(path);
  await answers(seat, [
    ['Which local authority', DOWN.repeat(5)],
    ...onward,
    ['How many full months', line('at least 24')],
    ['Which category', ENTER],
    ...onward,
    ['The dates and records: over 11 and under 13 months', pick(1)],
    ['How many full months', `${'\x7f'.repeat(12)}${line('under 12')}`],
    ['Go on', CTRL_C],
  ]);
  expect(await seat.ends()).toBe(130);
  expect(read(path).answers).toEqual({ months_since_last_plan: 'under 12' });
});

it('takes "not yet known" with who finds out and by when, and asks that first the next time', async () => {
  const path = folderWith(SOUGHT);
  const first = screen(path);
  await answers(first, [
    ['Which category', 'u'],
    ...onward,
    ['The category of the present concern', line('2')],
    ['By when?', line('1 December 2026')],
    ...onward,
    ['Point 1', CTRL_C],
  ]);
  await first.ends();
  expect(read(path).answers).toEqual({
    present_category: { unknown: 'not_known', who: 'team_manager', chase_by: '2026-12-01' },
  });
  const second = screen(path);
  await second.sees('1 of them was left as not yet known; that comes first.');
  await second.answers('Which category', CTRL_C);
  await second.ends();
});

it('refuses a second interview on one file, with a sentence', async () => {
  const path = folderWith(CASE);
  const first = screen(path);
  await first.sees('child protection plan before?');
  const second = screen(path);
  expect(await second.ends()).toBe(2);
  expect(second.screen().replace(/\s+/g, ' ')).toContain('another interview is open on this file');
  first.types(CTRL_C);
  expect(await first.ends()).toBe(130);
});

it('opens the editor of the worker, and takes what was saved there', async () => {
  const path = folderWith(SOUGHT);
  const editor = join(path, '..', 'editor.sh');
  writeFileSync(editor, `#!/bin/sh\necho "${TEXT}" > "$1"\n`, { mode: 0o700 });
  const seat = screen(path, { env: { VISUAL: editor } });
  await answers(seat, [
    ['Which category', '1'],
    ...onward,
    ['Point 1', `editor${ENTER}`],
    ['Weigh how long ago', CTRL_C],
  ]);
  await seat.ends();
  expect(read(path).analysis?.point_1?.text).toBe(TEXT);
});

it('shows only signs that every terminal has', async () => {
  const path = folderWith(SOUGHT);
  const seat = screen(path, { env: { TERM: 'xterm' } });
  await answers(seat, [['Which category', '2'], ...onward]);
  await seat.answers('Point 1', text(TEXT));
  await seat.answers('Weigh how long ago', 'y');
  await seat.sees('[yes]');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is looked for
  expect(seat.screen()).not.toMatch(/[^\x00-\x7f]/);
  seat.types(CTRL_C);
  await seat.ends();
});

it('the plain mode at a terminal redraws nothing, and Ctrl-C says what is saved', async () => {
  const path = folderWith(CASE);
  const seat = screen(path, {}, '--plain');
  await seat.sees('1 of 3. Did this child');
  seat.types('n\n');
  await seat.sees('2 of 3. When was the initial conference asked for?');
  seat.types(CTRL_C);
  expect(await seat.ends()).toBe(130);
  expect(seat.screen().replace(/\s+/g, ' ')).toContain('Every answer up to here is saved');
  expect(read(path).previous_plans?.plans).toEqual([]);
});

describe('without a terminal', () => {
  const piped = (path: string, input: string, ...more: string[]) =>
    spawnSync(PROGRAM, [...FIRST, 'screen', path, '--as-at', AS_AT, ...more], {
      input,
      encoding: 'utf8',
    });

  it('says so, and names the ways to go on', () => {
    const { status, stderr, stdout } = piped(folderWith(CASE), '');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/not a terminal to ask at.*--no-input.*--plain.*--answers/);
  });

  it('answers come through a pipe with --plain, and only the result goes to stdout', () => {
    const path = folderWith(CASE);
    const { status, stdout, stderr } = piped(path, 'n\nnot yet\nn\n\nn\n1\n', '--plain');
    expect(status).toBe(0);
    expect(stderr).toContain('1 of 3. Did this child have a child protection plan before?\n');
    expect(stdout).not.toContain('Did this child have');
    expect(stdout).toContain('Nothing is left to do');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is looked for
    expect(stderr).not.toMatch(/\x1b/);
    expect(read(path).answers).toEqual({ conference_sought: 'no' });
  });

  it('the end of the pipe is the end of the sitting', () => {
    const path = folderWith(CASE);
    const { status, stderr } = piped(path, 'n\n', '--plain');
    expect(status).toBe(130);
    expect(stderr.replace(/\s+/g, ' ')).toContain('Every answer up to here is saved');
    expect(read(path).previous_plans?.plans).toEqual([]);
  });

  it('answers come from a file with --answers, and those not asked for are named', () => {
    const path = folderWith(CASE);
    const file = join(path, '..', 'answers.yaml');
    writeFileSync(
      file,
      'previous_plans: {complete: yes, plans: []}\ncurrent_plan: none\nanswers: {conference_sought: yes, step_down: not_early}\n',
    );
    const { status, stdout, stderr } = piped(path, '', '--answers', file);
    expect(status).toBe(0);
    expect(stderr).toContain('`answers.step_down` was not asked for');
    expect(stdout).toContain('The documents are');
  });

  it('a link out of the folder is not written through', () => {
    const path = folderWith(CASE);
    const link = join(mkdtempSync(join(tmpdir(), 'cpplan-test-')), 'link.yaml');
    symlinkSync(path, link);
    const { status, stderr } = piped(link, '1\n', '--plain');
    expect(status).toBe(2);
    expect(stderr).toContain('this is a link to a file in another folder');
    expect(readFileSync(path, 'utf8')).toBe(CASE);
  });
});
