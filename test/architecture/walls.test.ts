import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderWith } from '../support/folder.ts';

/** Lines that the linter refuses in each of some files, with what it says of them. */
function refused(files: readonly string[], lines: readonly string[]): string[] {
  const folder = folderWith({
    'biome.json': readFileSync('biome.json', 'utf8'),
    ...Object.fromEntries(files.map((file) => [file, `${lines.join('\n')}\n`])),
  });
  const args = ['lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync('node', [`${process.cwd()}/node_modules/@biomejs/biome/bin/biome`, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  const errors = stdout.matchAll(/^::error .*?file=([^,]*),line=(\d+),.*?::([^.]*)/gm);
  return [...errors]
    .map(([, file, line, says]) => `${file?.split('/src/')[1]}: ${lines[Number(line) - 1]} ${says}`)
    .sort();
}

const inEach = (files: readonly string[], lines: readonly string[], says: string): string[] =>
  files.flatMap((file) => lines.map((line) => `${file.slice('src/'.length)}: ${line} ${says}`)).sort();

const PURE = ['messages', 'yaml', 'logic', 'calendar', 'facts', 'policy', 'case', 'assess', 'check', 'report'].concat(
  'documents',
);
const SHELL = ['cli', 'commands/check', 'completion', 'interview/flow', 'interview/prompters', 'cases'];

test('the linter refuses all of Node in pure rooms, also on demand and as a type', () => {
  const files = PURE.map((room) => `src/${room}/deep/some.ts`);
  const lines = ["import 'node:path';", "import type { Stats } from 'node:fs';", "await import('node:os');"];
  expect(refused(files, lines)).toEqual(inEach(files, lines, 'This folder is pure: data in, data out'));
});

test('the linter refuses the disk everywhere but in src/files, src/io.ts and src/start', () => {
  const files = SHELL.map((room) => `src/${room}/some.ts`).concat('src/main.ts');
  const free = ['src/files/find/some.ts', 'src/io.ts', 'src/start/some.ts'];
  const lines = ["import 'node:fs';", "await import('node:fs/promises');"];
  expect(refused([...files, ...free], lines)).toEqual(inEach(files, lines, 'Only src/files reads and writes the disk'));
});

test('the linter refuses prompts everywhere but in the prompter', () => {
  const files = ['files/find', 'commands', 'start', 'interview/ask'].map((room) => `src/${room}/some.ts`);
  const prompter = 'src/interview/prompters/inquirer-prompter.ts';
  const lines = ["import '@inquirer/core';"];
  expect(refused([...files, prompter], lines)).toEqual(inEach(files, lines, 'Only the prompter imports Inquirer'));
});
