import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import type { Io } from '../../src/io.ts';
import { main as wholeProgram } from '../../src/main.ts';
import { FORMS, fastAnswer } from '../../src/start/fast-start.ts';
import type { fastPart } from '../../src/start/main-entry.ts';
import { caseFiles } from '../support/cases.ts';
import { program } from '../support/program/in-process.ts';
import { type Given, inWorld } from '../support/program/io.ts';
import { cpplan } from '../support/program/run.ts';

const { command } = createProgram({ out: () => undefined, err: () => undefined } as unknown as Io);

describe('what is answered at once is what the program itself says', () => {
  test('the version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(cpplan(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });

  test.each([['', command] as const, ...command.commands.map((one) => [one.name(), one] as const)])(
    'the help of `%s`',
    (name, one) => {
      expect(cpplan([...(name ? [name] : []), '--help']).out).toBe(one.helpInformation());
    },
  );

  const CASE = 'cases/further-plan/second-plan-ready.yaml';
  const FAULTY = ['duplicate-key', 'wrong-facts'].map((name) => `test/fixtures/${name}.yaml`);
  const checks = (path: string): string[] => ['check', path, '--as-at', '2026-11-20', '--show', 'note'];
  const screens = (path: string): string[] => ['screen', path, '--no-input'];
  const explains = (path: string): string[] => ['explain', path];
  const notes = (path: string): string[] => ['rationale', path, '--form', 'full', '--as-at', '2026-11-20'];
  const all = [checks, screens, explains, notes];

  /** What the quick start gives; nothing where it leaves the answer to the program. */
  async function quick(args: readonly string[], answer = fastAnswer): Promise<Given | undefined> {
    let isLeft = false;
    const given = await inWorld(async (io) => {
      const exit = await answer(args, io);
      isLeft = exit === undefined;
      return exit ?? 0;
    });
    return isLeft ? undefined : given;
  }

  const quarter = caseFiles.filter((_, i) => i % 4 === 0);
  const few = (first: number): readonly string[] => caseFiles.filter((_, i) => i % 40 === first);

  test.each([...quarter, ...FAULTY])('the check and the screen of %s', async (path) => {
    for (const args of [checks(path), screens(path)]) {
      const whole = await program([...args, '--plain']);
      expect((await quick(args)) ?? whole).toEqual(whole);
    }
  });

  test.each([...few(0), ...FAULTY])('why, and the note, of %s', async (path) => {
    for (const args of [explains(path), notes(path), ['rationale', path]]) {
      const whole = await program(args);
      expect((await quick(args)) ?? whole, args.join(' ')).toEqual(whole);
    }
  });

  test('most of them are answered by the quick start itself', async () => {
    const left: string[] = [];
    for (const path of quarter) if ((await quick(checks(path))) === undefined) left.push(path);
    expect(left.length).toBeLessThan(quarter.length / 20);
    for (const path of few(0))
      for (const args of [screens(path), explains(path), notes(path)])
        expect(await quick(args), args.join(' ')).toBeDefined();
  });

  const built = createRequire(import.meta.url)(resolve('dist/start.cjs')) as { fastPart: typeof fastPart };

  test('the built one answers as many, and the same', async () => {
    const { main } = (await import(pathToFileURL('dist/main.js').href)) as { main: typeof wholeProgram };
    for (const argsOf of all) {
      const part = built.fastPart(argsOf('')[0] as string);
      for (const path of few(1)) {
        const args = argsOf(path);
        expect(await quick(args, part.fastAnswer), args.join(' ')).toEqual(await inWorld((io) => main(args, io)));
      }
    }
  });

  test('the built one answers at a terminal with colour too', async () => {
    const colour = { terminal: true, colour: true };
    for (const args of [screens(CASE), explains(CASE), checks(CASE)]) {
      const { fastAnswer: answer } = built.fastPart(args[0] as string);
      const given = await inWorld(async (io) => (await answer(args, io)) ?? 3, '2026-11-22', colour);
      expect(given).toEqual(await inWorld((io) => wholeProgram(args, io), '2026-11-22', colour));
    }
  });

  const some = [...caseFiles.filter((_, i) => i % 150 === 0), ...FAULTY];
  test.each(some)('as it was built: the check and the screen of %s', (path) => {
    for (const args of [checks(path), screens(path)]) expect(cpplan(args)).toEqual(cpplan([...args, '--plain']));
  });

  test.each([
    ['more than one file', ['check', CASE, CASE]],
    ['a folder', ['check', 'cases/further-plan']],
    ['another option', ['check', CASE, '--format', 'json']],
    ['a value that an option does not have', ['rationale', CASE, '--form', 'long']],
    ['an option without its value', ['explain', CASE, '--as-at']],
    ['what is asked about', ['explain', CASE, 'RP-5.1']],
    ['a case that is not there', ['explain', 'nowhere.yaml']],
    ['a screen that asks', ['screen', CASE]],
    ['a day that does not exist', ['rationale', CASE, '--as-at', '2026-02-30']],
    ['a name of every object', ['constructor', CASE]],
    ['the same with more behind it', ['constructor', CASE, 'valueOf', 'x']],
    ['the same as an option', ['check', CASE, 'toString', 'x']],
    ['an option in the place of a value', ['screen', CASE, '--as-at', '--no-input', '2026-01-01']],
    ['the same option twice', ['screen', CASE, '--no-input', '--no-input']],
  ])('%s is left to the program', async (_, args) => expect(await quick(args)).toBeUndefined());
});

test.each(Object.keys(FORMS))(
  'the quick part for `%s` holds no schema, no prompt, no engine of templates and no parser of options',
  (command) => {
    const text = readFileSync(`dist/lean-${command}.cjs`, 'utf8');
    expect(text).not.toMatch(/ZodError|safeParse|CommanderError|inquirer/i);
    expect(text).not.toMatch(/liquid/i);
    // It is read as letters of one byte each
    expect([...text].filter((letter) => letter > '\x7f')).toEqual([]);
  },
);
