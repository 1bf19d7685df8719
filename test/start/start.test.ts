import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import type { Io } from '../../src/io.ts';
import { fastAnswer } from '../../src/start/fast-start.ts';
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

  const FAULTY = ['duplicate-key', 'wrong-facts'].map((name) => `test/fixtures/${name}.yaml`);
  const checks = (path: string): string[] => ['check', path, '--as-at', '2026-11-20', '--show', 'note'];
  const screens = (path: string): string[] => ['screen', path, '--no-input'];

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

  test.each([...quarter, ...FAULTY])('the check and the screen of %s', async (path) => {
    for (const args of [checks(path), screens(path)]) {
      const whole = await program([...args, '--plain']);
      expect((await quick(args)) ?? whole).toEqual(whole);
    }
  });

  test('most of them are answered by the quick start itself', async () => {
    const left: string[] = [];
    for (const path of quarter) if ((await quick(checks(path))) === undefined) left.push(path);
    expect(left.length).toBeLessThan(quarter.length / 20);
  });

  test('the built one answers as many, and the same', async () => {
    const built = createRequire(import.meta.url)(resolve('dist/lean.cjs')) as { fastAnswer: typeof fastAnswer };
    for (const path of caseFiles.filter((_, i) => i % 20 === 0))
      for (const args of [checks(path), screens(path)])
        expect(await quick(args, built.fastAnswer), args.join(' ')).toEqual(await quick(args));
  });

  const some = [...caseFiles.filter((_, i) => i % 150 === 0), ...FAULTY];
  test.each(some)('as it was built: the check and the screen of %s', (path) => {
    for (const args of [checks(path), screens(path)]) expect(cpplan(args)).toEqual(cpplan([...args, '--plain']));
  });
});

test('the quick start holds no schema, no prompt and no parser of options', () => {
  expect(existsSync('dist/lean.cjs')).toBe(true);
  expect(readFileSync('dist/lean.cjs', 'utf8')).not.toMatch(/ZodError|safeParse|CommanderError|inquirer|liquid/i);
});
