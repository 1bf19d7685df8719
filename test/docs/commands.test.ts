import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOfProject, run } from './copy.ts';
import { type Block, blocksOf, commandsIn, PAGES, textOf } from './pages.ts';

// Every command of the documents is run, in order, in a copy of this folder in which their changes are made too.

const READY = 'cases/further-plan/second-plan-ready.yaml';

/** Commands that cannot be run in a test, each with the reason. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'npm ci': 'fetches packages; the CI of the project runs it',
  'npm cit': 'fetches packages and runs these tests; the CI of the project runs it',
  'npm test': 'runs these tests',
  'npm run types': 'takes longer than all the others; the CI of the project runs it',
  'npm run lint': 'takes longer than all the others; the CI of the project runs it',
  'npm run docs': 'runs the program some thirty times; the CI of the project runs `npm run docs:check`',
  'npm run docs:check': 'runs the program some thirty times; the CI of the project runs it',
};

/** Commands that ask at a terminal: here they say so. test/pty answers them; what came of that is put in its place. */
const ASKS: Readonly<Record<string, readonly [from: string, to: string] | undefined>> = {
  'npx cpplan new case.yaml': [READY, 'case.yaml'],
  'npx cpplan screen case.yaml': undefined,
  'npx cpplan decide case.yaml': undefined,
  'npx cpplan screen cases/EX-9101.yaml --against cin-2026.xml --same-ids': undefined,
};

/** Exit codes of commands that find something, where the page does not say so beside them. */
const EXITS: Readonly<Record<string, number>> = {
  'cpplan check cases --fail-on outstanding --due-within 10d -o sarif=cpplan.sarif -o junit=cpplan.xml -o csv=cpplan.csv -o markdown=summary.md': 1,
};

/** What a page takes to be there: file or folder, and from where it is taken. */
const SETUP: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  'docs/writing-a-pack.md': [['cases/further-plan', 'live']],
  'docs/import.md': [
    ['test/fixtures/import/cin-2025.xml', 'cin-2025.xml'],
    ['test/fixtures/import/cin-2026.xml', 'cin-2026.xml'],
  ],
};

/** Takes a change from a page into the copy: what is left as it is, or goes, must stand there once. */
function change(text: string, folder: string): void {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const path = join(folder, head.replace('--- ', ''));
  const hunks = lines.join('\n').split('\n@@\n');
  for (const hunk of hunks) {
    const part = (sign: string): string =>
      hunk
        .split('\n')
        .filter((line) => !line.startsWith(sign))
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    const before = readFileSync(path, 'utf8').split(part('+'));
    expect(before.length, `${path} holds this once:\n${part('+')}`).toBe(2);
    writeFileSync(path, before.join(part('-')));
  }
}

function put(text: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The exit code that the comment behind a command names, or none is needed. */
function exitOf({ text }: Block, command: string): number {
  const comment = text
    .split('\n')
    .find((line) => line.startsWith(`${command} `) && /^\s+# /.test(line.slice(command.length)));
  return EXITS[command] ?? Number(/# exit code (\d)/.exec(comment ?? '')?.[1] ?? 0);
}

async function follow(block: Block, folder: string): Promise<void> {
  if (block.language === 'diff') change(block.text, folder);
  else if (block.file && ['yaml', 'ts'].includes(block.language)) put(block.text, join(folder, block.file));
  else if (block.language === 'sh' && !isScript(block))
    for (const command of commandsIn(block.text)) await obey(block, command, folder);
}

/** Whole scripts are run in test/docs/recipes.test.ts. */
const isScript = ({ text }: Block): boolean => text.startsWith('#!');

async function obey(block: Block, command: string, folder: string): Promise<void> {
  if (command in NOT_RUN) return;
  const { status, said } = await run(command, folder);
  const asks = command in ASKS;
  expect(status, `${block.page}:${block.line}: ${said}`).toBe(asks ? 2 : exitOf(block, command));
  if (!asks) return;
  expect(said).toMatch(/not a terminal|Still needed/);
  const [from, to] = ASKS[command] ?? [];
  if (from && to) cpSync(from, join(folder, to));
}

const SHELL = PAGES.filter((page) => blocksOf(page).some(({ language }) => language === 'sh'));

// The pages speak to a POSIX shell
const POSIX = process.platform !== 'win32';

describe.runIf(POSIX).concurrent.each(SHELL)('%s', (page) => {
  test('does what it says when it is followed from top to bottom', { timeout: 300_000 }, async () => {
    const folder = copyOfProject();
    for (const [from, to] of SETUP[page] ?? []) cpSync(from, join(folder, to), { recursive: true });
    for (const block of blocksOf(page)) await follow(block, folder);
  });
});

const BLOCKS = PAGES.flatMap(blocksOf);

test('what is not run is still there, and has a reason', () => {
  const all = BLOCKS.filter(({ language }) => language === 'sh').flatMap(({ text }) => commandsIn(text));
  const listed = [...Object.keys(NOT_RUN), ...Object.keys(ASKS), ...Object.keys(EXITS)];
  expect(listed.filter((command) => !all.includes(command))).toEqual([]);
});

test('a session begins with a command of ours: `npm run docs:check` runs it and compares what it says', () => {
  const sessions = BLOCKS.filter(({ language }) => language === 'console');
  expect(sessions.length).toBeGreaterThan(3);
  for (const { text, page, line } of sessions) expect(text, `${page}:${line}`).toMatch(/^\$ cpplan [^\n]+\n(?!\$ )/);
});

test('every block of code is of a kind that is tried', () => {
  const kinds = ['sh', 'console', 'diff', 'yaml', 'ts', 'mermaid', 'text'];
  expect(BLOCKS.filter(({ language }) => !kinds.includes(language))).toEqual([]);
  for (const page of PAGES) {
    const opened = textOf(page).match(/^```\S*$/gm)?.length ?? 0;
    expect(opened, `${page}: every block names its language`).toBe(2 * blocksOf(page).length);
  }
});
