import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import type { Io } from '../../src/io.ts';
import { PAGES, proseOf } from './pages.ts';

// A command that stands in a sentence is not run, but whatever it names is there.

const quiet = { out: () => undefined, err: () => undefined } as unknown as Io;
const { command: program } = createProgram(quiet);

/** Commands and options in running text, by page. */
const named = PAGES.flatMap((page) =>
  [...proseOf(page).matchAll(/`(?:npx )?cpplan ([^`]+)`/g)].map(([, line]) => ({
    page,
    words: (line ?? '').split(/\s+/),
  })),
);

function commandOf(words: readonly string[], from: Command = program): Command {
  const next = from.commands.find((command) => command.name() === words[0]);
  return next ? commandOf(words.slice(1), next) : from;
}

test('every command that a sentence names is one', () => {
  expect(named.length).toBeGreaterThan(10);
  const wrong = named.filter(({ words }) => !words[0]?.startsWith('-') && commandOf(words) === program);
  expect(wrong.map(({ page, words }) => `${page}: cpplan ${words.join(' ')}`)).toEqual([]);
});

test('every option that a sentence gives to a command is one of its own', () => {
  const wrong = named.flatMap(({ page, words }) => {
    const known = commandOf(words).options.flatMap(({ long, short }) => [long, short]);
    return words.filter((word) => /^--?\w/.test(word) && !known.includes(word)).map((word) => `${page}: ${word}`);
  });
  expect(wrong.filter((line) => !/--(version|help)$/.test(line))).toEqual([]);
});

test('every option that stands alone in a sentence is one of some command', () => {
  // Those of `npm run mutants` and `npm run fuzz` beside those of the commands
  const all = new Set(['--help', '--version', '--files', '--seed', '--seconds', '--report', '--kinds']);
  const gather = (command: Command): void => {
    for (const { long, short } of command.options) for (const name of [long, short]) if (name) all.add(name);
    command.commands.forEach(gather);
  };
  gather(program);
  const alone = PAGES.filter((page) => !['CHANGELOG.md', 'docs/benchmarks.md'].includes(page)).flatMap((page) =>
    [...proseOf(page).matchAll(/`(--[a-z-]+)[^`]*`/g)].map(([, option]) => ({ page, option: option ?? '' })),
  );
  expect(alone.length).toBeGreaterThan(10);
  expect(alone.filter(({ option }) => !all.has(option))).toEqual([]);
});
