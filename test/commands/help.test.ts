import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, onTestFinished, test } from 'vitest';
import { EXAMPLES } from '../../src/cli/examples.ts';
import { createProgram } from '../../src/cli/program.ts';
import { CTRL_C, sit } from '../pty/terminal.ts';
import { caseFiles } from '../support/cases.ts';
import { folderWith } from '../support/folder.ts';
import { program } from '../support/program/in-process.ts';
import { cpplan } from '../support/program/run.ts';

const { command } = createProgram({ out: () => undefined, err: () => undefined } as unknown as Parameters<
  typeof createProgram
>[0]);

const pathsOf = (one: Command, path = ''): string[] => [
  path,
  ...one.commands.flatMap((inner) => pathsOf(inner, `${path} ${inner.name()}`.trim())),
];

test('every command has examples, and every example a command', () =>
  expect(Object.keys(EXAMPLES).sort()).toEqual(pathsOf(command).sort()));

describe.each(pathsOf(command))('cpplan help %s', (path) => {
  const words = path === '' ? [] : path.split(' ');

  test('is what --help says, with the examples at the end', async () => {
    const said = await program(['help', ...words]);
    expect(said).toEqual(await program([...words, '--help']));
    expect(said.exit).toBe(0);
    for (const { line, does } of EXAMPLES[path] ?? []) expect(said.out).toContain(`  ${line}\n      ${does}\n`);
    expect(said.out.split('\n').filter((line) => line.length > 80)).toEqual(
      EXAMPLES[path]?.map(({ line }) => `  ${line}`).filter((line) => line.length > 80),
    );
  });
});

test('the built program says the same', () => {
  const said = cpplan(['help', 'policy', 'verify']);
  expect(said).toEqual(cpplan(['policy', 'verify', '--help']));
  expect(said.out).toContain('cpplan policy verify');
});

/** Names that every object of the language has. */
const OBJECT_NAMES = ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf'];

test.each(['nosuch', 'policy nosuch', 'policy toString', ...OBJECT_NAMES])(
  'no help is given about `%s`, which is no command',
  async (name) => {
    const words = name.split(' ');
    const said = await program(['help', ...words]);
    expect(said).toMatchObject({ exit: 2, out: '', err: expect.stringContaining(`There is no command \`${name}\`.`) });
    for (const args of [words, [...words, '--help'], [...words, '-h'], [...words, 'x.yaml', '--help']])
      expect(await program(args)).toEqual(said);
  },
);

test('the built program says so, too', () => {
  for (const args of [
    ['help', 'toString'],
    ['constructor', '-h'],
    ['help', '__proto__'],
    ['nosuch', '--help'],
  ])
    expect(cpplan(args)).toEqual({ status: 2, out: '', err: expect.stringMatching(/^There is no command `/) });
});

describe.each(OBJECT_NAMES)('the name `%s`, which every object has, is refused in words', (name) => {
  const CASE = 'cases/further-plan/second-plan-ready.yaml';

  test.each([
    ['schema', name],
    ['completion', name],
    ['check', CASE, '--format', name],
    ['check', CASE, '-o', `${name}=x`],
    ['check', CASE, '--only', name],
    ['check', CASE, '--fail-on', name],
    ['check', CASE, '--against', name],
    ['overview', CASE, '--format', name],
    ['overview', CASE, '--team', name],
    ['overview', CASE, '--cohort', '--format', name],
    ['agenda', CASE, '--format', name],
    ['screen', CASE, '--no-input', '--question', name],
    ['explain', CASE, name],
    ['compare', CASE, '--authorities', name],
    ['write', CASE, name],
    ['rationale', CASE, '--question', name],
    ['rationale', CASE, '--for', 'family', '--to', name],
    ['rationale', CASE, '--block', name],
    ['decide', CASE, '--question', name, '--outcome', 'second_plan', '--by', 'team_manager', '--date', '2026-11-20'],
    ['policy', 'show', name],
    ['policy', 'verify', name],
    ['policy', 'test', name],
    ['policy', 'mutate', name],
    ['policy', 'proof', name],
    ['policy', 'diff', name, name],
    ['policy', 'list', '--policies', name],
  ])('cpplan %s %s %s %s', async (...args) => {
    const { exit, out, err } = await program(args.map(String));
    expect([exit, err.trim() !== '' || out !== '']).toEqual([2, true]);
    expect(err).not.toContain('[native code]');
  });
});

test('a name that is none is told, with the nearest', () => {
  const { status, err } = cpplan(['help', 'policy', 'verfy']);
  expect(status).toBe(2);
  expect(err).toContain('There is no command `policy verfy`. Did you mean `verify`?');
});

const RETURNS = ['cin-2025.xml', 'cin-2026.xml', 'episodes.csv', 'header.csv'];

/** The files that an example speaks of. */
async function exampleFolder(line: string): Promise<string> {
  const ready = readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8');
  const pack = readFileSync('policies/legal-planning.yaml', 'utf8');
  const own = 'version: 1\ncase: EX-0002\npacks: [own-pack]\n';
  const folder = folderWith({
    'case.yaml': ready,
    ...(line.startsWith('cpplan family ') && { 'sister.yaml': ready.replace('case: EX-0001', 'case: EX-0004') }),
    'old-pack.yaml': pack,
    'new-pack.yaml': pack,
    'own-cases/one.yaml': own,
  });
  const some = caseFiles.filter((path) => /\/(further-plan|legal-planning)\//.test(path)).filter((_, i) => i % 5 === 0);
  // A team's lists are about cases that name their team and worker
  if (/ --(?:team|worker) /.test(line)) cpSync('docs/examples/team', join(folder, 'cases/team'), { recursive: true });
  const shipped = [...some, 'cases/further-plan/second-plan-ready.yaml'];
  for (const path of /\bcases\b| policy (?:test|mutate|proof) /.test(line) ? shipped : []) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(path, join(folder, path));
  }
  if (/ import | --against /.test(line))
    for (const name of RETURNS) copyFileSync(`test/fixtures/import/${name}`, join(folder, name));
  if (/\bown/.test(line)) await program(['policy', 'new', 'own-pack', '--policies', join(folder, 'own')]);
  return folder;
}

/** A case file with everything still to be asked. */
const BEGUN = 'version: 1\ncase: EX-0003\npacks: [repeat-plans]\n';

/** What is asked where an example asks. */
const ASKS: Readonly<Record<string, string>> = {
  'cpplan new case.yaml': 'The reference of the case',
  'cpplan new sister.yaml --from case.yaml': 'The reference of the case',
  'cpplan new children --family': 'How many children?',
  'cpplan screen case.yaml sister.yaml': 'Did this child have a child protection plan before?',
  'cpplan screen case.yaml': 'Did this child have a child protection plan before?',
  'cpplan decide case.yaml': '',
  'cpplan policy watch own --cases own-cases': 'Save a file to look again',
};

/** Examples that end with findings: that is what they are for. */
const FINDS = ['cpplan check cases --fail-on outstanding', 'cpplan check cases --against cin-2026.xml --same-ids'];

const lines = [...new Set(Object.values(EXAMPLES).flatMap((some) => some.map(({ line }) => line)))];

describe.each(lines)('%s', (line) => {
  const args = [...line.matchAll(/"([^"]*)"|\S+/g)].slice(1).map((word) => word[1] ?? word[0]);
  const asks = ASKS[line];

  test.runIf(asks !== undefined)('asks', async () => {
    const cwd = await exampleFolder(line);
    if (args[0] === 'new') rmSync(join(cwd, args[1] ?? ''), { force: true });
    if (args[0] === 'screen') writeFileSync(join(cwd, 'case.yaml'), BEGUN);
    if (args[2] === 'sister.yaml') writeFileSync(join(cwd, 'sister.yaml'), BEGUN.replace('EX-0003', 'EX-0004'));
    const seat = sit(args, { cwd });
    onTestFinished(() => seat.kill('SIGKILL'));
    // What only shows has no prompt, and Ctrl-C is how it ends
    const isWatch = args[1] === 'watch';
    await (isWatch ? seat.sees(asks ?? '') : seat.asks(asks ?? ''));
    seat.types(CTRL_C);
    expect(await seat.ends()).toBe(isWatch ? 0 : 130);
  });

  test.runIf(asks === undefined)('does what it says', async () => {
    const { status, out, err } = cpplan(args, { cwd: await exampleFolder(line) });
    expect({ status, err }).toEqual({
      status: FINDS.includes(line) ? 1 : 0,
      err: expect.stringMatching(/^(Written: \S+\n|In the returns, .+\n)?$/),
    });
    expect(out === '' ? err : out).not.toBe('');
  });
});
