import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import type { Io } from '../../src/io.ts';
import { caseFiles } from '../support/cases.ts';
import { cpplan } from '../support/run.ts';

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

  const some = [
    ...caseFiles.filter((_, i) => i % 25 === 0),
    ...['duplicate-key', 'wrong-facts'].map((name) => `test/fixtures/${name}.yaml`),
  ];
  test.each(some)('the check of %s', (path) => {
    const args = ['check', path, '--as-at', '2026-11-20', '--show', 'note'];
    expect(cpplan(args)).toEqual(cpplan([...args, '--plain']));
  });

  test.each(some)('the screen of %s', (path) => {
    const args = ['screen', path, '--no-input'];
    expect(cpplan(args)).toEqual(cpplan([...args, '--plain']));
  });
});

test('the quick start holds no schema, no prompt and no parser of options', () => {
  expect(existsSync('dist/lean.cjs')).toBe(true);
  expect(readFileSync('dist/lean.cjs', 'utf8')).not.toMatch(/ZodError|safeParse|CommanderError|inquirer|liquid/i);
});
