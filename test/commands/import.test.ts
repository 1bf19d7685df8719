import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { plusDays } from '../../src/calendar/dates.ts';
import { lockCase } from '../../src/files/write/lock-case.ts';
import { NewFiles } from '../../src/files/write/write-text.ts';
import { main } from '../../src/main.ts';
import { folderWith } from '../support/folder.ts';
import { program } from '../support/program/in-process.ts';
import { inWorld } from '../support/program/io.ts';

const FILES = ['cin-2025.xml', 'cin-2026.xml', 'episodes.csv', 'header.csv', 'reviews.csv'].map(
  (name) => `test/fixtures/import/${name}`,
);
const DAY = ['--data-date', '2026-03-31', '--same-ids'];
const EXPECTED = 'test/fixtures/import/expected';

/** Some day of 2024, as a return has it. */
const day = (n: number): string => plusDays('2024-01-01', n).split('-').reverse().join('/');

const read = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

/** Imports into a folder, for one authority. */
const into = (folder: string, ...more: readonly string[]) =>
  program(['import', ...FILES, '--into', folder, '--authority', 'stoke-on-trent', ...DAY, ...more]);

describe('cpplan import', () => {
  test('makes the files that were written by hand, and touches none the second time', async () => {
    const folder = join(folderWith({}), 'cases');
    const first = await into(folder);
    expect(first).toMatchObject({ exit: 0, err: '' });
    expect(first.out).toMatch(/^5 case files made, 0 completed, 0 unchanged, 0 conflicts/m);
    expect(read(folder)).toEqual(read(EXPECTED));
    const long = new Date('2020-01-01');
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), long, long);
    const again = await into(folder);
    expect(again.out).toMatch(/^0 case files made, 0 completed, 5 unchanged, 0 conflicts/m);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mtime).toEqual(long);
  });

  test('writes nothing with --dry-run, and a table where the report is one', async () => {
    const folder = folderWith({});
    const report = join(folder, 'report.csv');
    const { out, err } = await into(join(folder, 'cases'), '--dry-run', '--report', report);
    expect(out).toMatch(/^Nothing was written. With this import: 5 case files made/);
    expect(err).toContain('Written: ');
    expect(readdirSync(folder)).toEqual(['report.csv']);
    expect(readFileSync(report, 'utf8')).toMatch(/^case,case_file,what,code,says,values,file,line,column,sheet\r\n/);
  });

  test('refuses a folder below a file', async () => {
    const folder = folderWith({ file: '' });
    const { exit, err } = await into(join(folder, 'file', 'below'));
    expect({ exit, err }).toEqual({ exit: 2, err: expect.stringContaining('a folder is needed here') });
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('makes no file of which the name is a device, or another one on a disk that takes capitals for small letters', async () => {
    const rows = ['COM1', 'com1.2', 'LPT9.a', 'EX02', 'ex02', 'EX03', 'ex04', 'COM12', 'EX-5'].map(
      (id) => `${id},01/04/2024,S,C2,N1,U4,PR1,,,,,,`,
    );
    const folder = folderWith({
      'e.csv': `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n${rows.join('\n')}\n`,
      'ids.csv': 'case,ssda903\nNUL,EX03\nprn.x,EX-5\nEX-9,COM12\n',
      'cases/EX04.yaml': 'version: 1\ncase: EX04\npacks: [repeat-plans]\n',
    });
    const cases = join(folder, 'cases');
    const args = ['import', join(folder, 'e.csv'), '--into', cases, ...DAY, '--authority', 'leicester'];
    const mapping = [...args, '--map', join(folder, 'ids.csv')];
    const { exit, out } = await program([...args, '--dry-run']);
    expect(exit).toBe(1);
    expect(out.match(/\[name_reserved\]/g)).toHaveLength(3);
    expect(out.match(/\[name_differs_in_capitals\]/g)).toHaveLength(3);
    const mapped = await program(mapping);
    expect(mapped.out.match(/\[name_reserved\]/g)).toHaveLength(5);
    expect(readdirSync(cases)).toEqual(['EX-9.yaml', 'EX04.yaml']);
    expect(readFileSync(join(cases, 'EX04.yaml'), 'utf8')).toMatch(/^version: 1\ncase: EX04\npacks/);
  });

  test('goes on with the others where a new case file cannot be written', async () => {
    const folder = folderWith({});
    const spare = join(folder, 'EX-9103.yaml');
    const write = NewFiles.prototype.write;
    const taken = vi.spyOn(NewFiles.prototype, 'write').mockImplementation(function (this: NewFiles, path, text) {
      if (path === spare) writeFileSync(spare, 'by: another hand\n');
      write.call(this, path, text);
    });
    const { exit, out } = await into(folder).finally(() => taken.mockRestore());
    expect(exit).toBe(1);
    expect(out).toMatch(/EX-9103 .* left\n.*conflict: .*in the meantime.*\[not_written\]/);
    expect(out).toMatch(/^4 case files made, .*1 left as they are, 1 conflict/m);
    expect(readFileSync(spare, 'utf8')).toBe('by: another hand\n');
  });

  test('keeps what a person wrote, and shows both sides', async () => {
    const folder = folderWith({});
    for (const name of readdirSync(EXPECTED)) copyFileSync(join(EXPECTED, name), join(folder, name));
    const path = join(folder, 'EX-9105.yaml');
    const own = readFileSync(path, 'utf8').replace('2024-05-30\n', '2024-06-03 # by the minutes\n');
    writeFileSync(
      path,
      own.replace(/source: CIN census to 2025-03-31\ncurrent_plan/, 'source: chronology\ncurrent_plan'),
    );
    const before = readFileSync(path, 'utf8');
    const { exit, out } = await into(folder);
    expect(exit).toBe(1);
    expect(out).toMatch(/EX-9105.*left\n[\s\S]*conflict: .*\[plan_end_differs\]/);
    expect(out).not.toContain('2024-06-03');
    expect(readFileSync(path, 'utf8')).toBe(before);
    const report = join(folderWith({}), 'report.txt');
    await into(folder, '--report', report);
    expect(readFileSync(report, 'utf8')).toMatch(
      /Decide which one is right\. The case file has `2024-06-03`; the return/,
    );
  });

  test('adds to a case only where it is known to be of that child', async () => {
    const text = 'version: 1\ncase: EX-9101\nauthority: leicester\n# Ours\nchild: {born: 2018-04-21}\n';
    const folder = folderWith({ 'own.yaml': text });
    const census = ['import', 'test/fixtures/import/cin-2026.xml', '--into', folder, '--authority', 'leicester'];
    const first = await program(census);
    expect(first.out).toContain('[not_known_to_be_one]');
    expect(readFileSync(join(folder, 'own.yaml'), 'utf8')).toBe(text);
    expect((await program([...census, '--same-ids'])).exit).toBe(0);
    const after = readFileSync(join(folder, 'own.yaml'), 'utf8');
    expect(after).toContain(text);
    expect(after).toContain('open_on: 2026-03-31');
  });

  test('joins systems by a map alone, or where somebody says that ids are the same', async () => {
    const folder = folderWith({ 'ids.csv': 'case,cin,ssda903\nEX-1,EX-9104,EX-9104\n' });
    const cases = join(folder, 'cases');
    const args = ['import', ...FILES, '--into', cases, '--data-date', '2026-03-31', '--authority', 'leicester'];
    const refused = await program(args);
    expect(refused).toMatchObject({ exit: 2, out: '' });
    expect(refused.err).toContain('--same-ids');
    const mapped = await program([...args, '--map', join(folder, 'ids.csv')]);
    expect(readdirSync(cases)).toEqual(['EX-1.yaml']);
    expect(mapped.out).toContain('not in the map of ids');
  });

  test('leaves a case alone that somebody works on, and one whose file name is taken, and goes on with the others', async () => {
    const folder = folderWith({ 'EX-9102.yaml': 'not: a case\n' });
    copyFileSync(join(EXPECTED, 'EX-9101.yaml'), join(folder, 'EX-9101.yaml'));
    const path = join(folder, 'EX-9101.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/looked_after:[\s\S]*meetings:/, 'meetings:'));
    const release = lockCase(path, { pid: process.pid, isRunning: () => true });
    const other = { pid: process.pid + 1, isRunning: () => true };
    const args = ['import', ...FILES, '--into', folder, '--authority', 'stoke-on-trent', ...DAY];
    const { exit, out } = await inWorld((io) => main(args, io), '2026-11-22', other);
    release();
    expect(exit).toBe(1);
    expect(out).toContain('[not_written]');
    expect(out).toContain('[name_taken]');
    expect(out).toMatch(/^3 case files made, 0 completed, 0 unchanged, 2 left as they are, 2 conflicts/m);
    const again = await inWorld((io) => main(args, io), '2026-11-22', other);
    expect(again.out).toMatch(/^0 case files made, 1 completed, 3 unchanged, 1 left/m);
  });

  test('writes no case file that would hold too much', async () => {
    const rows = Array.from(
      { length: 130 },
      (_, i) => `EX-1,${day(i)},${i === 0 ? 'S' : 'P'},C2,N1,U4,PR1,${day(i + 1)},X1,,,,`,
    );
    const folder = folderWith({
      'e.csv': `${readFileSync('test/fixtures/import/episodes.csv', 'utf8').split('\n')[0]}\n${rows.join('\n')}\n`,
    });
    const { exit, out } = await program([
      'import',
      join(folder, 'e.csv'),
      '--into',
      join(folder, 'cases'),
      ...DAY,
      '--authority',
      'leicester',
    ]);
    expect(exit).toBe(1);
    expect(out).toContain('[too_many_episodes]');
    expect(readdirSync(folder)).toEqual(['e.csv']);
  });

  test('leaves whole files when it is stopped, and goes on the next time', async () => {
    const folder = join(folderWith({}), 'cases');
    const report = join(folder, '..', 'report.csv');
    const args = ['import', ...FILES, '--into', folder, '--authority', 'stoke-on-trent', ...DAY, '--report', report];
    let stop: () => void = () => undefined;
    const { exit, out } = await inWorld((io) => main(args, io), '2026-11-22', {
      onInterrupt: (act) => {
        stop = act;
        return () => undefined;
      },
      progress: (line) => line.startsWith('3 of ') && stop(),
    });
    expect(exit).toBe(130);
    expect(out).toMatch(/^2 case files made.* 4 children were not looked at/m);
    expect(readFileSync(report, 'utf8')).toMatch(/^,,stopped,not_looked_at,.* 4 children .*,4,,,,\r$/m);
    const written = read(folder);
    expect(Object.keys(written)).toEqual(['EX-9101.yaml', 'EX-9102.yaml']);
    expect(read(EXPECTED)).toMatchObject(written);
    expect((await into(folder)).out).toMatch(/^3 case files made, 0 completed, 2 unchanged/m);
    expect(read(folder)).toEqual(read(EXPECTED));
  });

  test('says that nothing was written when it is stopped while the returns are read', async () => {
    const folder = join(folderWith({}), 'cases');
    const args = ['import', ...FILES, '--into', folder, '--authority', 'stoke-on-trent', ...DAY];
    const { exit, err } = await inWorld((io) => main(args, io), '2026-11-22', {
      onInterrupt: (act) => {
        act();
        return () => undefined;
      },
    });
    expect({ exit, err }).toEqual({ exit: 130, err: expect.stringContaining('Nothing was written.') });
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    [['--authority', 'leicster'], 'Did you mean `leicester`?'],
    [['--data-date', '2026-03'], 'write a whole date'],
    [['--data-date', '2026-02-31'], 'write a whole date'],
    [['--data-date', '2025-02-29'], 'write a whole date'],
    [['--data-date', '2026-3-031'], 'write a whole date'],
    [['--data-date', '2199-03-31'], 'has not come yet'],
  ])('refuses %j', async (more, says) => {
    const { exit, err } = await program(['import', ...FILES, '--into', folderWith({}), '--same-ids', ...more]);
    expect(exit).toBe(2);
    expect(err).toContain(says);
  });
});

describe('cpplan check --against', () => {
  test('finds what differs, with the place, and changes nothing', async () => {
    const folder = folderWith({});
    await into(folder);
    const path = join(folder, 'EX-9104.yaml');
    const changed = readFileSync(path, 'utf8').replace('began: 2026-01-12', 'began: 2025-01-12');
    writeFileSync(path, changed);
    const { exit, out } = await program([
      'check',
      folder,
      '--against',
      'test/fixtures/import/cin-2026.xml',
      '--as-at',
      '2026-11-20',
    ]);
    expect(exit).toBe(1);
    expect(out).toMatch(/EX-9104.yaml:9:3: error: The program could read no row of this plan.*\[plan_not_in_return\]/);
    expect(out).toContain('[differs_from_return]');
    expect(out).not.toContain('EX-9105.yaml:');
    expect(readFileSync(path, 'utf8')).toBe(changed);
  });

  test('does not say that a return lacks a plan of which it could not read the row', async () => {
    const census = readFileSync('test/fixtures/import/cin-2026.xml', 'utf8');
    const folder = folderWith({
      'a.xml': census.replace(/<CPPstartDate>[^<]*</g, '<CPPstartDate>unclear<'),
      'b.xml': census.replaceAll('EX-91', 'EX-81'),
    });
    for (const [file, code] of [
      ['a.xml', 'plan_not_in_return'],
      ['b.xml', 'child_not_in_return'],
    ]) {
      const { out } = await program(['check', EXPECTED, '--against', join(folder, `${file}`), '--same-ids']);
      expect(out).toMatch(new RegExp(`could read no row.*refused\\? \\[${code}\\]`));
    }
  });

  test('cites the national check that means the same', async () => {
    const plan = 'previous_plans: {plans: [{began: 2024-01-12, ended: 2023-01-12}]}';
    const folder = folderWith({ 'a.yaml': `version: 1\ncase: EX-1\npacks: [repeat-plans]\n${plan}\n` });
    const { out, err } = await program([
      'check',
      folder,
      '--against',
      'test/fixtures/import/cin-2026.xml',
      '--as-at',
      '2026-11-20',
    ]);
    expect(out).toContain('National check 8925. [plan_ends_before_start]');
    expect(err).toContain('without a case file: EX-9101, EX-9102');
  });
});
