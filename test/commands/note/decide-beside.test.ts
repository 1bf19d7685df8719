import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../../src/case/file/read-case.ts';
import { type DecideOptions, decide } from '../../../src/commands/note/decide.ts';
import { folderWith } from '../../support/folder.ts';
import { inWorld } from '../../support/program/io.ts';
import { FIRST, PROGRAM } from '../../support/program/program.ts';

const READY = readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8');
const AS_AT = '2026-11-20';
const WHAT = { question: 'further_plan', outcome: 'second_plan', by: 'team_manager', asAt: AS_AT, plain: true };

const OTHERS = `decisions:
  - question: legal_planning
    outcome: recorded
    by: head_of_service
    date: 2026-11-18
    agrees: yes
`;

const decisionsIn = (text: string) => readCase(text).file?.decisions ?? [];

/** Runs `decide` in plain mode; another hand writes in the file while it asks, then the answers are typed. */
async function whileAsking(act: (path: string) => void, typed: string, options: Partial<DecideOptions> = {}) {
  const path = join(folderWith({ 'case.yaml': READY }), 'case.yaml');
  const input = new PassThrough();
  let isAsked = false;
  let err = '';
  const world = {
    input: input as never,
    pid: process.pid,
    isRunning: () => false,
    err: (words: string) => {
      err += words;
      if (isAsked || !/> $/.test(words)) return;
      isAsked = true;
      act(path);
      input.end(typed);
    },
  };
  const given = await inWorld((io) => decide(path, { ...WHAT, ...options }, io), AS_AT, world);
  return { ...given, err: err + given.err, text: readFileSync(path, 'utf8') };
}

describe('a decision that another hand adds while one is asked for', () => {
  test('stays, and both stand', async () => {
    const { exit, err, text } = await whileAsking(
      (path) => writeFileSync(path, READY + OTHERS),
      'TM East\n19/11/2026\n',
    );
    expect(exit, err).toBe(0);
    expect(decisionsIn(text).map(({ question }) => question)).toEqual(['legal_planning', 'further_plan']);
    expect(err).toContain('changed by another hand meanwhile. That change is kept');
  });

  test('on the same question is named', async () => {
    const same = OTHERS.replace('legal_planning', 'further_plan').replace('recorded', 'second_plan');
    const { err, text } = await whileAsking((path) => writeFileSync(path, READY + same), 'TM East\n19/11/2026\n');
    expect(decisionsIn(text)).toHaveLength(2);
    expect(err).toContain('another decision on the same question');
  });
});

test('a change that alters what the procedure asks is told, and nothing is written', async () => {
  const other = READY.replace(/^ {4}- \{?.*began: .*$/m, '').replace(
    /previous_plans:[\s\S]*?(?=^\w)/m,
    'previous_plans: {complete: yes, plans: []}\n',
  );
  const { exit, err, text } = await whileAsking((path) => writeFileSync(path, other), 'TM East\n19/11/2026\n');
  expect(text).toBe(other);
  expect({ exit, err }).toMatchObject({ exit: 3 });
  expect(err).toContain('the procedure asks something else now. Nothing was written');
});

describe('the reason for departing', () => {
  const options =
    '--question further_plan --outcome x --by team_manager --date 2026-11-19 --departs --reason-code other';
  const run = (more: readonly string[], input = '') => {
    const folder = folderWith({
      'case.yaml': READY,
      'reason.txt': '\ufeffThe school\r\nsaw more.\r\n',
      'empty.txt': ' \n',
    });
    const args = [
      'decide',
      'case.yaml',
      ...options.split(' ').map((word) => (word === 'x' ? 'Keep it as it is' : word)),
      ...more,
    ];
    const { status, stderr } = spawnSync(PROGRAM, [...FIRST, ...args], { cwd: folder, input, encoding: 'utf8' });
    return { status, stderr, reason: decisionsIn(readFileSync(join(folder, 'case.yaml'), 'utf8'))[0]?.reason };
  };

  test.each([
    ['a file', ['--reason-from', 'reason.txt'], ''],
    ['the standard input', ['--reason-from', '-'], 'The school\nsaw more.\n'],
  ])('comes from %s, where nobody on the machine can see it', (_, more, input) => {
    expect(run(more, input)).toEqual({ status: 0, stderr: '', reason: 'The school\nsaw more.' });
  });

  test.each([
    ['both ways', ['--reason-from', 'reason.txt', '--reason', 'words'], 'leave one out'],
    ['an empty file', ['--reason-from', 'empty.txt'], 'there is no text in it'],
    ['a file that is not there', ['--reason-from', 'none.txt'], 'there is no such file'],
  ])('%s is refused in a sentence', (_, more, says) => {
    const { status, stderr, reason } = run(more);
    expect({ status, reason }).toEqual({ status: 2, reason: undefined });
    expect(stderr).toContain(says);
  });

  test('is said to be seen by others where it is typed as an option', () => {
    const { stdout } = spawnSync(PROGRAM, [...FIRST, 'decide', '--help'], { encoding: 'utf8' });
    expect(stdout.replace(/\s+/g, ' ')).toContain('others on this machine can see what is typed here');
  });
});
