import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockCase } from '../../../src/files/write/lock-case.ts';
import { isRunning, startOf } from '../../../src/files/write/running.ts';
import { folderWith } from '../../support/folder.ts';
import { program } from '../../support/program/in-process.ts';

const CASE = readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8');
const WORDS = 'words about a child';
const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** A process that has ended: its number is free. */
const ended = spawnSync(process.execPath, ['-e', '']).pid;

const half = (name: string, machine: string, writer: number, start = '0'): string =>
  `.${name}.${machine}-${writer}_${start}-0a1b2c3d.tmp`;

/** Where the system tells when a program began: the number of one that runs, as if an earlier one had had it. */
const isTold = startOf(process.ppid) !== '0';
const reused = isTold ? [half('note.md', here, process.ppid, '1')] : [];

/** What writers left that have ended, and what stays: of one that writes now, of another machine, and of nobody. */
const LEFT = [...['note.md', 'case.yaml', 'report.json'].map((name) => half(name, here, ended)), ...reused];
const STAYS = [
  half('note.md', here, process.ppid, startOf(process.ppid)),
  half('note.md', 'ffffffff', ended),
  '.note.md.tmp',
  'note.md.bak',
];

const DECISION = ['--question', 'further_plan', '--outcome', 'second_plan', '--by', 'team_manager', '--agrees'];

/** Every command that writes in a folder. */
const WRITERS: Readonly<Record<string, (at: (name: string) => string) => string[]>> = {
  rationale: (at) => ['rationale', at('case.yaml'), '-o', at('note.md')],
  write: (at) => ['write', at('case.yaml'), 'service-manager-rationale', '-o', at('letter.md')],
  worksheet: (at) => ['worksheet', at('case.yaml'), '-o', at('sheet.md')],
  check: (at) => ['check', at('case.yaml'), '-o', `json=${at('report.json')}`],
  decide: (at) => ['decide', at('case.yaml'), ...DECISION, '--date', '2026-11-20'],
  screen: (at) => ['screen', at('case.yaml'), '--answers', at('answers.yaml')],
};

test.each(Object.entries(WRITERS))(
  '%s takes away half-written files that ended programs left in its folder, and no others',
  async (_, args) => {
    const texts = [...LEFT, ...STAYS].map((name) => [name, WORDS] as const);
    const folder = folderWith({ 'case.yaml': CASE, 'answers.yaml': CASE, ...Object.fromEntries(texts) });
    const { exit, err } = await program(args((name) => join(folder, name)));
    expect(exit, err).toBe(0);
    const names = readdirSync(folder);
    expect(names).toEqual(expect.arrayContaining(STAYS));
    expect(names.filter((name) => LEFT.includes(name) || name.endsWith('.lock'))).toEqual([]);
  },
);

test('a half-written file of another machine goes after a day', async () => {
  const old = half('note.md', 'ffffffff', 1);
  const folder = folderWith({ 'case.yaml': CASE });
  writeFileSync(join(folder, old), WORDS);
  const before = Date.now() / 1000 - 25 * 3600;
  utimesSync(join(folder, old), before, before);
  await program(['rationale', join(folder, 'case.yaml'), '-o', join(folder, 'note.md')]);
  expect(readdirSync(folder).sort()).toEqual(['case.yaml', 'note.md']);
});

test.skipIf(!isTold)('a lock holds only while the program that made it runs, whoever has its number later', () => {
  const runner = { pid: process.pid, isRunning };
  const locked = (start: string): string =>
    join(folderWith({ 'case.yaml': CASE, '.case.yaml.lock': `${process.ppid} ${hostname()} ${start}\n` }), 'case.yaml');
  expect(() => lockCase(locked(startOf(process.ppid)), runner)).toThrow('another interview is open');
  expect(() => lockCase(locked('1'), runner)()).not.toThrow();
});
