import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { FIRST, PROGRAM } from '../support/program/program.ts';

beforeAll(() => expect(FIRST, 'CPPLAN_PROGRAM names the executable: npm run test:package').toEqual([]));

/** A folder with a copy of the executable, and what else is put into it. */
function folderWithExecutable(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith(files);
  cpSync(PROGRAM, join(folder, basename(PROGRAM)));
  return folder;
}

/** Runs the copy there: nothing to find programs by, no home, no more of an environment than is given. */
function alone(folder: string, args: readonly string[], { input = '', env = {} } = {}) {
  const options = { cwd: folder, encoding: 'utf8', input, env: { PATH: '', ...env } } as const;
  const { status, stdout, stderr } = spawnSync(join(folder, basename(PROGRAM)), args, options);
  return { status, out: stdout, err: stderr };
}

const CASE = readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8');

test('in an empty folder, a case is begun, screened, written up and checked, and the packs are verified', () => {
  const folder = folderWithExecutable();
  const run = (...args: string[]) => alone(folder, args);
  const begun = alone(folder, ['new', 'case.yaml', '--plain'], { input: 'EX-0960\nFAM-3\ny\n3/2/19\n3\n0\n0\n' });
  expect(begun).toMatchObject({ status: 0, out: 'Written: case.yaml\nNext: cpplan screen case.yaml\n' });
  expect(run('screen', 'case.yaml', '--no-input')).toMatchObject({
    status: 0,
    out: expect.stringContaining('Do now'),
  });
  expect(run('rationale', 'case.yaml', '-o', 'note.md').status).toBe(0);
  expect(readFileSync(join(folder, 'note.md'), 'utf8')).toContain('# EX-0960: short note for the file');
  expect(run('check', '.')).toMatchObject({ status: 0, out: expect.stringContaining('1 case file checked') });
  const verified = run('policy', 'verify');
  expect(verified).toMatchObject({ status: 0, err: '' });
  expect(verified.out).toContain('repeat-plans 1.0.0: no problems.');
  expect(readdirSync(folder).sort()).toEqual(['case.yaml', basename(PROGRAM), 'note.md'].sort());
});

test('letters, a starter pack and licences need no other file either', () => {
  const folder = folderWithExecutable({ 'case.yaml': CASE });
  expect(alone(folder, ['write', 'case.yaml']).out).toContain('Documents for case EX-0001');
  const made = alone(folder, ['policy', 'new', 'own-pack', '--policies', 'mine']);
  expect(made).toMatchObject({ status: 0, out: expect.stringContaining(join('mine', 'policies.yaml')) });
  expect(alone(folder, ['policy', 'verify', '--policies', 'mine']).out).toContain('own-pack 0.1.0: no problems.');
  const { out } = alone(folder, ['licences']);
  expect(out).toContain('zod 4.6.7 (MIT)');
  expect(out).toContain('Copyright Node.js contributors');
});

describe('policies of another authority', () => {
  const EXAMPLE = 'docs/examples/exampleshire/policies';
  const packsOf = (text: string): string[] => JSON.parse(text).packs.map(({ id }: { readonly id: string }) => id);

  /** A folder that stands alone, and extends no other. */
  const ALONE = 'test/policy/packs';

  test('stand beside the executable, or are named; the shipped ones are used where these extend them', () => {
    const folder = folderWithExecutable();
    const list = (...more: string[]) => packsOf(alone(folder, ['policy', 'list', '--format', 'json', ...more]).out);
    expect(list()).toContain('repeat-plans');
    cpSync(EXAMPLE, join(folder, 'elsewhere'), { recursive: true });
    expect(list('--policies', 'elsewhere')).toEqual(
      expect.arrayContaining(['exampleshire-long-plans', 'repeat-plans']),
    );
    cpSync(ALONE, join(folder, 'policies'), { recursive: true });
    expect(list()).toContain('sound');
    expect(list()).not.toContain('repeat-plans');
  });

  test('a check goes by those beside the executable, from whatever folder it is run', () => {
    const folder = folderWithExecutable();
    const cases = folderWith({ 'case.yaml': CASE });
    const checked = () => {
      const { stdout, stderr, status } = spawnSync(join(folder, basename(PROGRAM)), ['check', 'case.yaml'], {
        cwd: cases,
        encoding: 'utf8',
      });
      return { status, text: stdout + stderr };
    };
    expect(checked().status).toBe(0);
    cpSync(ALONE, join(folder, 'policies'), { recursive: true });
    expect(checked()).toMatchObject({ status: 1, text: expect.stringContaining('There is no such policy pack.') });
  });

  test('a folder of that name that holds no policies is a mistake that is named', () => {
    const folder = folderWithExecutable({ 'case.yaml': CASE, 'policies/readme.txt': '' });
    const { status, err } = alone(folder, ['screen', 'case.yaml', '--no-input']);
    expect({ status, err }).toEqual({
      status: 2,
      err: 'policies: this is not a folder of policies. It has no policies.yaml that says `extends: shipped`, and no facts.yaml.\n',
    });
  });
});

describe('templates of an authority', () => {
  const OWN = 'Our own letterhead.\n';

  test('stand beside the executable, or are named, each in place of the shipped one of its path', () => {
    const folder = folderWithExecutable({ 'case.yaml': CASE, 'elsewhere/parts/head.md': OWN });
    const note = (...more: string[]) => alone(folder, ['rationale', 'case.yaml', ...more]).out;
    const shipped = note();
    expect(shipped).not.toContain(OWN);
    expect(note('--templates', 'elsewhere')).toContain(OWN);
    mkdirSync(join(folder, 'templates', 'parts'), { recursive: true });
    writeFileSync(join(folder, 'templates', 'parts', 'head.md'), OWN);
    expect(note()).toContain(OWN);
    expect(note()).toContain('Asked for and decided');
  });

  test('a fault in one beside the executable is told by its path', () => {
    const folder = folderWithExecutable({
      'case.yaml': CASE,
      'templates/notes/short.md': '{{ nothing_of_the_kind }}\n',
    });
    const { status, err } = alone(folder, ['rationale', 'case.yaml']);
    expect(status).toBe(2);
    expect(err).toContain(`${join('templates', 'notes', 'short.md')}:1:`);
  });
});

describe('threads of the executable', () => {
  const NAMES = ['further-plan/second-plan-ready', 'further-plan/second-plan-under-a-year'];
  const cases = Object.fromEntries(
    NAMES.flatMap((name) =>
      [1, 2, 3, 4].map((n) => [`${n}/${basename(name)}.yaml`, readFileSync(`cases/${name}.yaml`, 'utf8')]),
    ),
  );
  const checked = (folder: string, threads: number, env = {}) =>
    alone(folder, ['check', '.', '--threads', `${threads}`, '--format', 'json', '--show', 'note'], { env });

  test('need nothing but the executable, and give what one gives', () => {
    const folder = folderWithExecutable(cases);
    const one = checked(folder, 1);
    expect(JSON.parse(one.out).summary).toMatchObject({ checked: 8 });
    expect(one.err).toBe('');
    expect(checked(folder, 3)).toEqual(one);
  });

  test('pass over NODE_OPTIONS as well', () => {
    const folder = folderWithExecutable({ ...cases, 'stranger.cjs': "process.stdout.write('a stranger was here');" });
    const env = { NODE_OPTIONS: '--require ./stranger.cjs' };
    expect(checked(folder, 3, env)).toEqual(checked(folder, 1));
  });
});

test.each([['--require ./stranger.cjs'], ['--import ./stranger.cjs'], ['--inspect-brk=0']])(
  'NODE_OPTIONS=%s is passed over',
  (options) => {
    const folder = folderWithExecutable({ 'stranger.cjs': "process.stdout.write('a stranger was here');" });
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const ran = alone(folder, ['--version'], { env: { NODE_OPTIONS: options } });
    expect(ran).toEqual({ status: 0, out: `${version}\n`, err: '' });
  },
);
