import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check/check.ts';
import type { CheckOptions } from '../../src/commands/check/check-options.ts';
import { findFiles } from '../../src/files/find/find-cases.ts';
import { folderWith, smallCase } from '../support/folder.ts';
import { type Given, inWorld } from '../support/program/io.ts';
import { cpplan } from '../support/program/run.ts';

const run = (paths: string[], options: CheckOptions = {}): Promise<Given> =>
  inWorld((io) => check(paths, { asAt: '2026-11-22', ...options }, io));

describe('the files of a run', () => {
  test('are in a fixed order, each once, without hidden folders', () => {
    const folder = folderWith({ 'b.yaml': '', 'a/z.yaml': '', 'a/y.yml': '', '.git/c.yaml': '', 'note.md': '' });
    const found = findFiles([folder, `${folder}/a`, `${folder}/b.yaml`, `${folder}/**/*.yaml`]);
    expect(found.files.map((path) => path.slice(folder.length))).toEqual(['/a/y.yml', '/a/z.yaml', '/b.yaml']);
    expect(found.others).toBeGreaterThan(0);
  });

  test.each(['nowhere.yaml', 'nowhere/*.yaml', 'docs/*.yaml'])('%s leads to nothing, and is an error', async (path) => {
    const { exit, err } = await run([path]);
    expect(exit).toBe(2);
    expect(err).toContain(path);
  });

  test('are looked for in each folder and by each pattern: one that leads to nothing is an error in any order', () => {
    const base = folderWith({ 'cc2/a.yaml': smallCase('EX-1'), 'cc/note.md': '', 'cc2/none/note.md': '' });
    const at = (name: string): string => join(base, name);
    for (const empty of ['cc', 'cc2/none', 'cc/*.yaml', 'cc2/x*.yaml', 'c*/b.yaml']) {
      const paths = [at('cc2'), at(empty)];
      for (const order of [paths, paths.toReversed(), [at('cc2/a.yaml'), at(empty)], [at('cc2'), base, at(empty)]])
        expect(() => findFiles(order)).toThrow(/no case files|no file matches/);
    }
    expect(findFiles([at('cc2'), at('cc2'), base, at('cc2/*.yaml')]).files).toHaveLength(1);
  });

  test('that are no case files are passed over and counted, unless somebody names one', async () => {
    const folder = folderWith({ 'a.yaml': smallCase('EX-1'), 'compose.yaml': 'services: {}\n', 'note.txt': 'x' });
    expect((await run([folder])).out).toContain('2 other files skipped');
    expect((await run([`${folder}/compose.yaml`])).exit).toBe(1);
  });

  test('can be listed, one a line, on the standard input too', () => {
    const folder = folderWith({ 'a.yaml': smallCase('EX-1'), 'b.yaml': smallCase('EX-2') });
    const { out, status } = cpplan(['check', '--files-from', '-'], { input: `${folder}/a.yaml\n${folder}/b.yaml\n` });
    expect([status, out.includes('2 case files checked')]).toEqual([0, true]);
  });

  test.each<[string, (list: string) => Buffer]>([
    ['UTF-8 with a mark at its beginning', (list) => Buffer.from(`\ufeff${list}`)],
    ['UTF-16, as PowerShell writes it', (list) => Buffer.from(`\ufeff${list}`, 'utf16le')],
    ['UTF-16 the other way round', (list) => Buffer.from(`\ufeff${list}`, 'utf16le').swap16()],
  ])('can be listed in %s', (_, encoded) => {
    const folder = folderWith({ 'ä.yaml': smallCase('EX-1'), 'b.yaml': smallCase('EX-2') });
    const list = encoded(`${folder}/ä.yaml\r\n${folder}/b.yaml\r\n`);
    writeFileSync(join(folder, 'list.txt'), list);
    const read = cpplan(['check', '--files-from', join(folder, 'list.txt')]);
    expect([read.status, read.out]).toEqual([0, expect.stringContaining('2 case files checked')]);
    expect(cpplan(['check', '--files-from', '-'], { input: list }).out).toContain('2 case files checked');
  });

  test.each([Buffer.from([0x61, 0xe4, 0x0a]), Buffer.from([0xff, 0xfe, 0x61])])('are not read from %j', (list) => {
    const folder = folderWith({ 'a.yaml': smallCase('EX-1') });
    writeFileSync(join(folder, 'list.txt'), list);
    const { status, err } = cpplan(['check', '--files-from', join(folder, 'list.txt')]);
    expect([status, err]).toEqual([2, expect.stringContaining('this is not UTF-8 or UTF-16 text')]);
  });

  function inGit(folder: string): void {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { cwd: folder, stdio: 'ignore' });
    git('init');
    git('add', '.');
    git('commit', '-m', 'x');
  }

  test('are those that have changed in the repository of each folder, wherever the program runs', async () => {
    const base = folderWith({ 'one/a/b/x.yaml': smallCase('EX-1'), 'two/y.yaml': smallCase('EX-2'), 'no/z.yaml': '' });
    const [one, two] = [join(base, 'one'), join(base, 'two')];
    for (const folder of [one, two]) inGit(folder);
    const since = { changedSince: 'HEAD' };
    expect((await run([one, two], since)).out).toContain('0 case files checked');
    writeFileSync(join(one, 'a/b/x.yaml'), smallCase('EX-1', 'current_plan: none\n'));
    mkdirSync(join(one, 'three'));
    writeFileSync(join(one, 'three', 'z.yaml'), smallCase('EX-3'));
    inGit(join(one, 'three'));
    for (const paths of [[one, two], [`${one}/a`, two], [`${one}/**/*.yaml`], [`${one}/a/b/x.yaml`]])
      expect((await run(paths, since)).out).toContain('1 case file checked');
    const { exit, err } = await run([one, join(base, 'no')], since);
    expect([exit, err]).toEqual([2, expect.stringContaining('not a git repository')]);
  });

  test('are those that git says have changed', async () => {
    const folder = folderWith({ 'a.yaml': smallCase('EX-1'), 'b.yaml': smallCase('EX-2') });
    inGit(folder);
    writeFileSync(join(folder, 'b.yaml'), smallCase('EX-2', 'current_plan: none\n'));
    mkdirSync(join(folder, 'new'));
    writeFileSync(join(folder, 'new/c.yaml'), smallCase('EX-3'));
    const { out } = cpplan(['check', '.', '--changed-since', 'HEAD'], { cwd: folder });
    expect(out).toContain('2 case files checked');
    expect(cpplan(['check', '.', '--changed-since', 'nowhere'], { cwd: folder }).err).toContain(
      'git knows no such revision',
    );
    expect(cpplan(['check', '.', '--changed-since', '--output=x'], { cwd: folder }).status).toBe(2);
  });
});

describe('a configuration', () => {
  const bare = 'version: 1\ncase: EX-1\nprevious_plans: {complete: yes, plans: []}\n';

  test('gives case files of its folder their packs, and the nearest one counts', async () => {
    const folder = folderWith({
      'a.yaml': bare,
      'below/b.yaml': bare,
      'cpplan.config.yaml': 'version: 1\npacks: [repeat-plans]\n',
      'below/cpplan.config.yaml': 'version: 1\nauthority: leicester\n',
    });
    const { out } = await run([folder], { format: 'json', show: 'note' });
    const packs = (file: string): string[] => {
      const found = JSON.parse(out).files.find((one: { file: string }) => one.file.endsWith(file));
      return (found?.items ?? []).flatMap((item: { pack?: string }) => item.pack ?? []);
    };
    expect(packs('/a.yaml').every((pack) => pack === 'repeat-plans')).toBe(true);
    expect(packs('/b.yaml')).not.toContain('repeat-plans');
    expect(out).not.toContain('unreadable');
  });

  test('sets the level that fails, and the command line goes before it', async () => {
    const folder = folderWith({
      'a.yaml': smallCase(
        'EX-1',
        'dates: {conference_requested: 2026-11-16}\nanswers: {conference_sought: no}\nrecords: {challenge_issued: maybe}\n',
      ),
      'cpplan.config.yaml': 'version: 1\nmax: 5\nignore: [old]\n',
      'old/b.yaml': 'case: [',
    });
    expect((await run([folder])).exit).toBe(0);
    expect((await run([folder], { max: '0' })).exit).toBe(1);
  });

  test('is refused with line and column where it is wrong', async () => {
    const folder = folderWith({ 'a.yaml': smallCase('EX-1'), 'cpplan.config.yaml': 'version: 1\nfail_onn: note\n' });
    const { exit, err } = await run([folder]);
    expect(exit).toBe(2);
    expect(err).toMatch(/cpplan\.config\.yaml:2:1: This key is not known here\. Did you mean `fail_on`\?/);
  });

  test('is refused below a folder that is checked too, whether a case there needs it or not', async () => {
    for (const wrong of ['version: 1\npakcs: [repeat-plans]\n', 'version: 1\nfail_on: never\n', 'version: 2\n', '[']) {
      const files = { 'a.yaml': smallCase('EX-1'), 'below/b.yaml': bare, 'below/deep/cpplan.config.yaml': wrong };
      const folder = folderWith({ ...files, 'below/deep/c.yaml': smallCase('EX-2') });
      for (const path of [folder, `${folder}/**/*.yaml`]) {
        const { exit, err, out } = await run([path]);
        expect([exit, out]).toEqual([2, '']);
        expect(err).toMatch(/below\/deep\/cpplan\.config\.yaml:\d+:\d+: /);
      }
    }
  });

  test('in a folder that is passed over is not looked at', async () => {
    const config = 'version: 1\nignore: [old]\n';
    const files = {
      'a.yaml': smallCase('EX-1'),
      'cpplan.config.yaml': config,
      'old/cpplan.config.yaml': 'version: 2\n',
    };
    expect((await run([folderWith(files)])).exit).toBe(0);
  });

  test.each(['cpplan.config', 'cpplan.suppressions'])('%s.yml is named, not passed over', async (name) => {
    const texts = { [`${name}.yml`]: 'version: 1\nfail_on: note\n', 'a.yaml': smallCase('EX-1') };
    const beside = name === 'cpplan.config' ? {} : { 'cpplan.config.yaml': 'version: 1\n' };
    const { exit, err } = await run([folderWith({ ...texts, ...beside })]);
    expect([exit, err]).toEqual([
      2,
      expect.stringContaining(`${name}.yml: this file is read only under the name ${name}.yaml.`),
    ]);
  });

  test('cpplan.config.yml is named below a folder that is checked, and beside a single case', async () => {
    const folder = folderWith({ 'a.yaml': smallCase('EX-1'), 'b/c.yaml': bare, 'b/cpplan.config.yml': 'version: 1\n' });
    for (const path of [folder, `${folder}/b/c.yaml`]) expect((await run([path])).exit).toBe(2);
    expect(cpplan(['check', `${folder}/b/c.yaml`]).err).toContain('cpplan.config.yml: this file is read only under');
    expect(cpplan(['screen', `${folder}/b/c.yaml`, '--no-input']).status).toBe(2);
  });

  test('must be one for all that is checked together', async () => {
    const folder = folderWith({ 'a/x.yaml': bare, 'b/y.yaml': bare, 'a/cpplan.config.yaml': 'version: 1\n' });
    expect((await run([`${folder}/a`, `${folder}/b`])).err).toContain('different configurations');
  });
});

describe('only some rules', () => {
  const path = 'cases/further-plan/second-plan-under-a-year.yaml';
  const rules = async (options: CheckOptions): Promise<string[]> => {
    const { out } = await run([path], { ...options, format: 'json', show: 'note' });
    return JSON.parse(out).files.flatMap(({ items }: { items: { rule: string }[] }) => items.map(({ rule }) => rule));
  };

  test('are checked where they are named, by rule, clause or kind', async () => {
    expect(await rules({ only: ['under_a_year'] })).toEqual(['under_a_year']);
    expect(await rules({ only: ['RP-1.3'] })).toEqual(['under_a_year']);
    expect(await rules({ skip: ['analysis'] })).not.toContain('under_a_year');
  });

  test('and a name that stands for nothing is an error', async () => {
    const { exit, err } = await run([path], { only: ['under_a_yaer'] });
    expect([exit, err]).toEqual([2, 'There is no rule, clause or kind `under_a_yaer`. Did you mean `under_a_year`?']);
  });
});
