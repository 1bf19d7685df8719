import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileFrom } from '../interview/kit.ts';
import { folderWith } from '../support/folder.ts';
import { CTRL_C, CTRL_D, CTRL_Z, DOWN, ENTER, pick, type Seat, sit } from './terminal.ts';

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

function caseFile(text = CASE): string {
  return join(folderWith({ 'case.yaml': text }), 'case.yaml');
}

const read = (path: string) => fileFrom(readFileSync(path, 'utf8'));
const screen = (path: string, room: Parameters<typeof sit>[1] = {}, ...more: string[]): Seat =>
  sit(['screen', path, '--as-at', '2026-11-22', ...more], room);

const left = (path: string): string[] => readdirSync(join(path, '..')).sort();

type Leave = (seat: Seat) => void;

const WAYS: Readonly<Record<string, Leave>> = {
  'Ctrl-C': (seat) => seat.types(CTRL_C),
  'a closed terminal': (seat) => seat.kill('SIGHUP'),
  'the end of the machine': (seat) => seat.kill('SIGTERM'),
};

describe.each(Object.entries(WAYS))('%s', (_, leave) => {
  it('in the middle of a text saves it, and leaves no lock', async () => {
    const path = caseFile();
    const seat = screen(path);
    await seat.answers('Which category', '1');
    await seat.answers('Go on', ENTER);
    await seat.answers('Point 1', `The first line${ENTER}and the second`);
    await seat.sees('and the second');
    leave(seat);
    expect(await seat.ends()).toBe(130);
    expect(read(path).analysis?.point_1?.text).toBe('The first line\nand the second');
    expect(left(path)).toEqual(['case.yaml']);
  });

  it('in the middle of a text in plain mode saves its whole lines', async () => {
    const path = caseFile();
    const seat = screen(path, {}, '--plain');
    await seat.sees('Which category');
    await seat.sees('say different things. >');
    seat.types('1\n');
    await seat.sees('list of sections. >');
    seat.types('The first line\n');
    await seat.sees('The first line >');
    leave(seat);
    expect(await seat.ends()).toBe(130);
    expect(read(path).analysis?.point_1?.text).toBe('The first line');
    expect(left(path)).toEqual(['case.yaml']);
  });

  it('in a form leaves what was answered, and no lock', async () => {
    const path = caseFile();
    const seat = screen(path);
    await seat.sees('> Which category');
    leave(seat);
    expect(await seat.ends()).toBe(130);
    expect(readFileSync(path, 'utf8')).toBe(CASE);
    expect(left(path)).toEqual(['case.yaml']);
  });

  it('in the reason of a decision keeps it for the next time', async () => {
    const path = caseFile(`${CASE}answers: {conference_sought: yes}\n`);
    const args = ['decide', path, '--as-at', '2026-11-22', '--question', 'further_plan', '--outcome', 'In other words'];
    const more = [
      '--by',
      'team_manager',
      '--post',
      'TM',
      '--date',
      '2026-11-20',
      '--departs',
      '--reason-code',
      'other',
    ];
    const seat = sit([...args, ...more]);
    await seat.answers('The reason, in words', `Because the school${ENTER}saw more`);
    await seat.sees('saw more');
    leave(seat);
    expect(await seat.ends()).toBe(130);
    expect(left(path)).toEqual(['.case.yaml.texts', 'case.yaml']);
    const again = sit([...args, ...more]);
    await again.answers('Begun before', `.${ENTER}`);
    expect(await again.ends()).toBe(0);
    expect(read(path).decisions?.[0]?.reason).toBe('Because the school\nsaw more');
    expect(left(path)).toEqual(['case.yaml']);
  });
});

it.each([
  ['in a form', 'Which category', ''],
  ['in a text', 'Point 1', `The first line${ENTER}`],
])('Ctrl-D %s saves and leaves, as Ctrl-C does', async (_, question, typed) => {
  const path = caseFile(question === 'Point 1' ? `${CASE}answers: {present_category: NEG}\n` : CASE);
  const seat = screen(path);
  await seat.answers(question, typed || DOWN);
  await new Promise((wait) => setTimeout(wait, 300));
  seat.types(CTRL_D);
  expect(await seat.ends()).toBe(130);
  expect(read(path).analysis?.point_1?.text).toBe(typed ? 'The first line' : undefined);
  expect(left(path)).toEqual(['case.yaml']);
});

const SHELL = ['bash', '-c', 'set -m; "$@"; echo "now in the shell"; sleep 0.2; fg; echo "ended with $?"', 'bash'];

it.skipIf(process.platform === 'win32')(
  'Ctrl-Z stops the program, and it goes on when it is in front again',
  async () => {
    const path = caseFile();
    const seat = screen(path, { through: SHELL });
    await seat.answers('Which category', CTRL_Z);
    await seat.sees('now in the shell');
    await new Promise((wait) => setTimeout(wait, 600));
    seat.types('2');
    await seat.answers('Go on', ENTER);
    await seat.answers('Point 1', 'The first line');
    await seat.sees('The first line');
    seat.types(CTRL_C);
    await seat.sees('ended with 130');
    expect(await seat.ends()).toBe(0);
    expect(read(path)).toMatchObject({
      answers: { present_category: 'PHY' },
      analysis: { point_1: { text: 'The first line' } },
    });
    expect(left(path)).toEqual(['case.yaml']);
  },
);

describe('a text from an editor', () => {
  const WORDS = 'Change lasted while the grandmother lived there, and went when she left.';
  const START = `${CASE}answers: {present_category: NEG}\n`;

  /** An editor that writes a text and stays open. */
  function editorIn(path: string, script: string): Record<string, string> {
    const editor = join(path, '..', '..', `editor-${process.pid}.sh`);
    writeFileSync(editor, `#!/bin/sh\n${script}\n`, { mode: 0o700 });
    return { VISUAL: editor };
  }

  const place = (path: string): string => join(path, '..', '.case.yaml.texts', 'point_1.txt');

  async function killedInTheEditor(): Promise<string> {
    const path = join(folderWith({ 'in/case.yaml': START }), 'in', 'case.yaml');
    const seat = screen(path, { env: editorIn(path, `echo "${WORDS}" > "$1"; echo written; sleep 60`) });
    await seat.answers('Point 1', `editor${ENTER}`);
    await seat.sees('written');
    seat.kill('SIGKILL');
    await seat.ends();
    expect(readFileSync(place(path), 'utf8')).toBe(`${WORDS}\n`);
    return path;
  }

  it('that was lost with the window lies beside the case file, and is offered back first', async () => {
    const path = await killedInTheEditor();
    const seat = screen(path);
    await seat.answers('never saved in the case file', pick(1));
    await seat.sees('Written so far');
    expect(read(path).analysis?.point_1?.text).toBe(WORDS);
    expect(existsSync(place(path))).toBe(false);
    await seat.answers('Point 1', CTRL_C);
    expect(await seat.ends()).toBe(130);
    expect(left(path)).toEqual(['case.yaml']);
  });

  it('stays there until somebody says what becomes of it', async () => {
    const path = await killedInTheEditor();
    const first = screen(path);
    await first.answers('never saved in the case file', CTRL_C);
    await first.ends();
    expect(existsSync(place(path))).toBe(true);
    const second = screen(path);
    await second.answers('never saved in the case file', pick(2));
    await second.answers('Point 1', CTRL_C);
    await second.ends();
    expect(read(path).analysis?.point_1).toBeUndefined();
    expect(left(path)).toEqual(['case.yaml']);
  });

  it('is nowhere but in the case file once it is saved there', async () => {
    const path = join(folderWith({ 'in/case.yaml': START }), 'in', 'case.yaml');
    const seat = screen(path, { env: editorIn(path, `echo "${WORDS}" > "$1"; touch "$1~"`) });
    await seat.answers('Point 1', `editor${ENTER}`);
    await seat.answers('Weigh how long ago', CTRL_C);
    expect(await seat.ends()).toBe(130);
    expect(read(path).analysis?.point_1?.text).toBe(WORDS);
    expect(left(path)).toEqual(['case.yaml']);
  });
});
