import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, smallCase } from '../../support/folder.ts';
import { program } from '../../support/program/in-process.ts';

const caseNamed = (name: string): string => readFileSync(`docs/examples/team/${name}.yaml`, 'utf8');

/** Two cases of one service: something overdue in East, nothing in no team. */
const TWO = { 'late.yaml': caseNamed('within-a-year'), 'nobody.yaml': caseNamed('nothing-known') };
const BROKEN = { 'broken.yaml': 'version: 1\ncase: [' };

const LISTS = [
  ['overview'],
  ['overview', '--cohort'],
  ['overview', '--format', 'csv'],
  ['overview', '--format', 'ndjson'],
  ['agenda'],
  ['calendar'],
];
const run = ([name = '', ...more]: readonly string[], folder: string, ...rest: readonly string[]) =>
  program([name, folder, ...more, ...rest]);

describe.each(LISTS.map((line) => [line.join(' '), line] as const))('cpplan %s', (_, line) => {
  test('ends with 0 where every case could be read', async () => {
    const { exit, out, err } = await run(line, folderWith(TWO));
    expect([exit, err]).toEqual([0, '']);
    expect(out).not.toBe('');
  });

  test('ends with 1 where a file could not be read, and says so', async () => {
    const { exit, out, err } = await run(line, folderWith({ ...TWO, ...BROKEN }));
    expect(exit).toBe(1);
    expect(`${out}${err}`).toMatch(/One file could not be read|1 file cannot be read|Files that cannot be read: 1/);
  });

  test('gives all cases but those of a folder whose own procedures have a fault, and tells the fault once', async () => {
    const folder = folderWith({
      ...TWO,
      'own/case.yaml': smallCase('EX-0001'),
      'own/cpplan.config.yaml': 'version: 1\npolicies: p\nignore: [p]\n',
    });
    cpSync('policies', join(folder, 'own', 'p'), { recursive: true });
    const pack = join(folder, 'own', 'p', 'repeat-plans.yaml');
    writeFileSync(pack, readFileSync(pack, 'utf8').replace(/^questions:/m, 'questionsx:'));
    const { exit, out, err } = await run(line, folder);
    expect([exit, err.split('`questions` is missing').length]).toEqual([2, 2]);
    expect(out).toMatch(line.includes('--cohort') ? /1 {2}Further plan: Second plan/ : /EX-7001/);
  });

  test.each(['--team', '--worker'])('refuses a name under %s that holds no case', async (flag) => {
    const { exit, err } = await run(line, folderWith({ ...TWO, ...BROKEN }), flag, 'Nobody|here');
    expect(exit).toBe(2);
    expect(err).toContain('No case here is held by Nobody|here.');
    expect(err).toContain('One file could not be read.');
  });

  test('says where two files have one reference', async () => {
    const { err } = await run(line, folderWith({ 'a.yaml': TWO['late.yaml'], 'b.yaml': TWO['late.yaml'] }));
    expect(err).toContain('2 files have the reference EX-7001.');
  });

  test.each([{}, { 'note.txt': 'no case' }])('refuses a folder without a case: %j', async (files) => {
    expect((await run(line, folderWith(files))).exit).toBe(2);
  });
});

test('a name that holds no case leaves no file behind, and keeps the one that stands there', async () => {
  const folder = folderWith(TWO);
  const output = join(folder, 'rows.csv');
  await program(['overview', folder, '-o', output]);
  const before = readFileSync(output, 'utf8');
  expect((await program(['overview', folder, '--team', 'Nobody', '-o', output])).exit).toBe(2);
  expect(readFileSync(output, 'utf8')).toBe(before);
});

describe('options that do not go together are refused', () => {
  test.each([
    [['--cohort', '--format', 'ndjson'], 'Known: `html`, `text`, `csv` or `json`.'],
    [['--format', 'json'], '--format json: JSON is for counts. Give --cohort as well'],
    [['-o', 'x.JSON'], '-o x.JSON: JSON is for counts. Give --cohort as well'],
    [['--share'], 'give --cohort as well'],
    [['--cohort', '--since', '2026-11-01'], 'leave out --cohort'],
    [['--format', 'csv', '--since', '2026-11-01'], 'rows do not hold what changed'],
    [['--since', '2026-13-01'], 'not a whole day'],
    [['--since', '2099-01-01'], 'Choose an earlier day'],
  ])('%j', async (more, says) => {
    const { exit, err } = await program(['overview', folderWith(TWO), ...more]);
    expect(exit).toBe(2);
    expect(err).toContain(says);
  });

  test('write -o without the name of a document', async () => {
    const { exit, err } = await program(['write', 'docs/examples/team/second-plan.yaml', '-o', 'x.docx']);
    expect([exit, err]).toEqual([2, expect.stringContaining('give its name as well')]);
  });
});

describe('what changed since a day', () => {
  /** A folder in git with the first case, put there on a day; the second came later. */
  function inGit(): string {
    const folder = folderWith({ 'late.yaml': TWO['late.yaml'] });
    const env = { ...process.env, GIT_COMMITTER_DATE: '2026-10-01T12:00:00Z', GIT_AUTHOR_DATE: '2026-10-01T12:00:00Z' };
    const who = ['-c', 'user.name=EX', '-c', 'user.email=ex@example.org', '-c', 'commit.gpgsign=false'];
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
      [...who, 'commit', '-q', '-m', 'one'],
    ])
      execFileSync('git', args, { cwd: folder, env });
    return folder;
  }

  test('git says which files are new', async () => {
    const { out } = await program([
      'overview',
      inGit(),
      'docs/examples/team/nothing-known.yaml',
      '--since',
      '2026-11-01',
    ]);
    expect(out).not.toContain('EX-7001 (East, SW 12): The case file is new.');
    const folder = inGit();
    const { cpSync } = await import('node:fs');
    cpSync('docs/examples/team/nothing-known.yaml', join(folder, 'new.yaml'));
    const again = await program(['overview', folder, '--since', '2026-11-01']);
    expect(again.out).toContain('New. EX-7010: The case file is new.');
    expect(again.out.match(/The case file is new/g)).toHaveLength(1);
  });

  test('without git the days of the file say it', async () => {
    const folder = folderWith({ 'a.yaml': caseNamed('second-plan') });
    const { out } = await program(['overview', folder, '--since', '2026-11-01']);
    expect(out).toContain('New. EX-7002 (East, SW 12): A plan began, or was asked for');
  });
});
