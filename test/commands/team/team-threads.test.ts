import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { main } from '../../../src/main.ts';
import { caseFiles } from '../../support/cases.ts';
import { lastingFolder } from '../../support/folder.ts';
import { type Given, inWorld } from '../../support/program/io.ts';
import { threadsHere } from '../../support/program/threads.ts';

/** Worked cases of every kind with a team and a worker each, one reference in two files, and files that cannot be read. */
const files = caseFiles
  .filter((_, i) => i % 25 === 0)
  .flatMap((path, i): [string, string][] => {
    const text = readFileSync(path, 'utf8').replace(/^expect:[\s\S]*/m, '');
    return [
      [`${i % 4}/${i}-${basename(path)}`, `team: Team ${i % 3}\nworker: Worker ${i % 5}\n${text}`],
      ...(i % 10 === 4 ? [[`${i % 4}/${i}-again.yaml`, text] satisfies [string, string]] : []),
    ];
  });
const folder = lastingFolder({ ...Object.fromEntries(files), '1/broken.yaml': 'case: [\n', '2/other.yaml': 'a: 1\n' });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function listed(
  [command = '', ...more]: readonly string[],
  threads: number,
): Promise<Given & { files: string[] }> {
  const out = lastingFolder({});
  try {
    const here = threadsHere();
    const words = [command, folder, '--threads', `${threads}`, ...more.map((word) => word.replace('OUT', out))];
    const given = await inWorld((io) => main(words, io), '2026-11-22', { threads: here });
    expect(here.started()).toBe(threads - 1);
    const made = readdirSync(out).map((name) => `${name}: ${readFileSync(join(out, name), 'utf8')}`);
    return {
      ...given,
      err: given.err.replaceAll(basename(out), ''),
      files: made.map((text) => text.replaceAll(basename(out), '')),
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

describe('lists by several threads are, byte for byte, those of one thread', () => {
  test.each(
    [
      ['overview'],
      ['overview', '--format', 'csv'],
      ['overview', '--format', 'ndjson', '--team', 'Team 1'],
      ['overview', '-o', 'OUT/rows.csv'],
      ['overview', '-o', 'OUT/page.html'],
      ['overview', '--since', '2026-09-01'],
      ['overview', '--cohort'],
      ['overview', '--cohort', '--share', '--format', 'csv'],
      ['agenda', '--worker', 'Worker 2'],
      ['overview', '--worker', 'Nobody'],
    ].map((words) => [words.join(' '), words] as const),
  )('%s', async (_, words) => {
    const one = await listed(words, 1);
    expect(`${one.out}${one.err}${one.files}`).not.toBe('');
    for (const threads of [2, 5]) expect(await listed(words, threads)).toEqual(one);
  });
});
