import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../../support/folder.ts';
import { device, fullDevice, may, mayMakeDevices, pipe } from '../../support/odd-files.ts';
import { FIRST, PROGRAM } from '../../support/program/program.ts';
import { cpplan } from '../../support/program/run.ts';

const WORKED = resolve('cases/further-plan/second-plan-ready.yaml');
const CASE = readFileSync(WORKED, 'utf8');
const LINUX = process.platform === 'linux';

/** Every writer of -o, onto one place. */
const writers = (path: string): string[][] => [
  ['rationale', WORKED, '-o', path],
  ['write', WORKED, 'service-manager-rationale', '-o', path],
  ['worksheet', WORKED, '-o', path],
  ['check', WORKED, '-o', `json=${path}`],
];

describe.skipIf(!LINUX || !mayMakeDevices())('a device', () => {
  test('is written into and stays a device', () => {
    const path = join(folderWith({}), 'null');
    device(path, 'null');
    for (const args of writers(path)) {
      const { status, err } = cpplan(args);
      expect(status, err).toBeLessThan(2);
      expect(lstatSync(path).isCharacterDevice()).toBe(true);
    }
  });

  test('that takes nothing is an error, and stays a device', () => {
    const path = fullDevice();
    for (const args of writers(path)) {
      const { status, err } = cpplan(args);
      expect({ status, err }).toMatchObject({ status: 3 });
      expect(err).toContain('there is no space left');
      expect(lstatSync(path).isCharacterDevice()).toBe(true);
      expect(readdirSync(join(path, '..'))).toEqual(['full']);
    }
  });
});

describe.skipIf(!LINUX)('a pipe', () => {
  test('gets the whole text, and stays a pipe', async () => {
    for (const [i, args] of writers('x').entries()) {
      const path = join(folderWith({}), 'pipe');
      pipe(path);
      const reader = spawn('cat', [path]);
      let got = '';
      reader.stdout.on('data', (data) => (got += data));
      const { status, err } = cpplan(
        args.map((arg) => arg.replace(/x$/, path)).map((arg, k) => (k === 1 ? WORKED : arg)),
      );
      expect(status, err).toBeLessThan(2);
      await new Promise((end) => reader.on('close', end));
      expect(got.length, String(i)).toBeGreaterThan(300);
      expect(lstatSync(path).isFIFO()).toBe(true);
    }
  });

  test('that nobody reads is told in a sentence', () => {
    const path = join(folderWith({}), 'pipe');
    pipe(path);
    const { status, err } = cpplan(['rationale', WORKED, '-o', path]);
    expect(status).toBe(3);
    expect(err).toContain('nobody reads from this pipe');
  });
});

describe.skipIf(!LINUX || !mayMakeDevices())('results that do not arrive', () => {
  const commands = [
    ['check', WORKED],
    ['check', 'cases/further-plan', '--format', 'json'],
    ['screen', WORKED, '--no-input'],
    ['screen', WORKED, '--answers', WORKED],
    ['rationale', WORKED],
    ['explain', WORKED],
    ['compare', WORKED],
    ['write', WORKED],
    ['worksheet', WORKED],
    ['policy', 'list'],
    ['policy', 'verify', 'repeat-plans'],
    ['schema', 'case'],
    ['completion', 'bash'],
    ['--version'],
    ['--help'],
    ['help', 'check'],
  ];

  test.each(commands.map((args) => [args.join(' '), args] as const))('%s ends as a run that failed', (_, args) => {
    const line = `exec "$@" >"$FULL"`;
    const folder = folderWith({ 'case.yaml': CASE });
    const own = args.map((arg, i) => (arg === WORKED && args[i - 1] === 'screen' ? join(folder, 'case.yaml') : arg));
    const { status, stderr } = spawnSync('sh', ['-c', line, 'sh', PROGRAM, ...FIRST, ...own], {
      encoding: 'utf8',
      env: { ...process.env, FULL: fullDevice() },
    });
    expect({ status, stderr }).toMatchObject({ status: 3 });
    expect(stderr).toContain('The result could not be written to the standard output (ENOSPC)');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test.skipIf(!LINUX)('results that nobody wants to read are no failure', () => {
  const line = 'set -o pipefail; { "$@"; echo "exit $?" >&2; } | true';
  const { stderr } = spawnSync('bash', ['-c', line, 'bash', PROGRAM, ...FIRST, 'policy', 'list'], { encoding: 'utf8' });
  expect(stderr).toBe('exit 0\n');
});

const ROOT = LINUX && process.getuid?.() === 0;
const DECIDE = ['decide', 'case.yaml', '--question', 'further_plan', '--outcome', 'second_plan'].concat(
  ...['--by', 'team_manager', '--date', '2026-11-20', '--agrees'],
);
const ANSWER = ['screen', 'case.yaml', '--answers', 'answers.yaml'];
const UNANSWERED = 'version: 1\ncase: EX-0901\npacks: [repeat-plans]\n';
const ANSWERS = 'previous_plans: {complete: yes, plans: []}\nanswers: {conference_sought: yes}\n';

describe.skipIf(!ROOT)('a case file', () => {
  const files = { 'answers.yaml': ANSWERS };
  const rights = (path: string): number[] => [statSync(path).mode & 0o7777, statSync(path).uid, statSync(path).gid];

  test.each([
    ['decide', CASE, DECIDE],
    ['screen', UNANSWERED, ANSWER],
  ])('keeps its mode, owner and group when `%s` writes in it', (_, text, args) => {
    const folder = folderWith({ 'case.yaml': text, ...files });
    const path = join(folder, 'case.yaml');
    chownSync(path, 1234, 4321);
    chmodSync(path, 0o660);
    expect(cpplan(args, { cwd: folder })).toMatchObject({ status: 0 });
    expect(readFileSync(path, 'utf8')).not.toBe(text);
    expect(rights(path)).toEqual([0o660, 1234, 4321]);
  });

  const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--groups=4321'];
  const asSomebody = (args: readonly string[], cwd: string) =>
    spawnSync('setpriv', [...asNobody.slice(1), PROGRAM, ...FIRST, ...args], { cwd, encoding: 'utf8' });

  test.skipIf(!may(asNobody[0] as string, ...asNobody.slice(1), 'true'))(
    'that belongs to a colleague is refused by name, and stays as it was',
    () => {
      const folder = folderWith({ 'case.yaml': CASE, ...files });
      const path = join(folder, 'case.yaml');
      chownSync(path, 1234, 4321);
      chmodSync(path, 0o660);
      chmodSync(folder, 0o777);
      const { status, stderr } = asSomebody(DECIDE, folder);
      expect({ status, stderr }).toMatchObject({ status: 3 });
      expect(stderr).toContain('this file belongs to somebody else');
      expect(readFileSync(path, 'utf8')).toBe(CASE);
      expect(readdirSync(folder).sort()).toEqual(['answers.yaml', 'case.yaml']);
      chownSync(path, 65534, 4321);
      expect(asSomebody(DECIDE, folder)).toMatchObject({ status: 0 });
      expect(rights(path)).toEqual([0o660, 65534, 4321]);
    },
  );
});

describe.skipIf(!LINUX)('a case file', () => {
  test.each([
    ['decide', CASE, DECIDE],
    ['screen', UNANSWERED, ANSWER],
  ])('that is read-only stays as it is under `%s`', (_, text, args) => {
    const folder = folderWith({ 'case.yaml': text, 'answers.yaml': ANSWERS });
    chmodSync(join(folder, 'case.yaml'), 0o444);
    const { status, err } = cpplan(args, { cwd: folder });
    expect({ status, err }).toMatchObject({ status: 3 });
    expect(err).toContain('read-only for you');
    expect(readFileSync(join(folder, 'case.yaml'), 'utf8')).toBe(text);
    expect(readdirSync(folder).sort()).toEqual(['answers.yaml', 'case.yaml']);
  });

  test.each([
    ['decide', CASE, DECIDE],
    ['screen', UNANSWERED, ANSWER],
  ])('behind a link is written by `%s` within its folder alone', (_, text, args) => {
    const folder = folderWith({ 'real.yaml': text, 'answers.yaml': ANSWERS, 'other/answers.yaml': ANSWERS });
    symlinkSync('../real.yaml', join(folder, 'other', 'case.yaml'));
    const refused = cpplan(args, { cwd: join(folder, 'other') });
    expect(refused.err).toContain('this is a link to a file in another folder');
    expect(refused.status).toBe(2);
    expect(readFileSync(join(folder, 'real.yaml'), 'utf8')).toBe(text);
    symlinkSync('real.yaml', join(folder, 'case.yaml'));
    expect(cpplan(args, { cwd: folder })).toMatchObject({ status: 0 });
    expect(lstatSync(join(folder, 'case.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real.yaml'), 'utf8')).not.toBe(text);
  });
});
