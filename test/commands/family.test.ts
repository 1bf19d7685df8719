import { readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { screenFamily } from '../../src/commands/screen-family.ts';
import { folderWith, smallCase } from '../support/folder.ts';
import { program } from '../support/program/in-process.ts';
import { inWorld } from '../support/program/io.ts';
import { cpplan } from '../support/program/run.ts';

const READY = readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8');
const NO_GROUND = readFileSync('cases/further-plan/third-plan-no-ground.yaml', 'utf8');
const LEICESTER = readFileSync('cases/becomes-looked-after/leicester-care-plan-not-enough.yaml', 'utf8');

const childOf = (text: string, id: string): string => text.replace(/^case: .*$/m, `case: ${id}`);

/** Two children with the same standing, one with another, one of another authority. */
const family = (): { folder: string; paths: string[] } => {
  const files = {
    'a.yaml': READY,
    'b.yaml': childOf(READY, 'EX-0002'),
    'c.yaml': childOf(NO_GROUND, 'EX-0003'),
    'd.yaml': childOf(LEICESTER, 'EX-0004'),
  };
  const folder = folderWith(files);
  return { folder, paths: Object.keys(files).map((name) => join(folder, name)) };
};

const DAY = ['--as-at', '2026-11-20'];

describe('the sheet of a family', () => {
  test('names each child, puts what is the same for two of them once, and fits on a page', async () => {
    const { paths } = family();
    const { exit, out } = await program(['family', ...paths, ...DAY]);
    expect(exit).toBe(0);
    expect(out).toContain('Family FAM-0001: 4 children, 20 November 2026');
    for (const line of ['EX-0001; EX-0002', 'EX-0003', 'EX-0004, Leicester']) expect(out).toContain(`- ${line}. `);
    const flat = out.replace(/\s+/g, ' ');
    expect(flat.split('decide, and record the decision with its reasons').length).toBe(2);
    expect(flat).toContain('EX-0001, EX-0002. Service Manager: Further plan: decide');
    expect(flat).toContain('EX-0001, EX-0002. How the case was closed: awaited. Team manager finds out by 24 November');
    expect(out.split('\n').length).toBeLessThanOrEqual(62);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('says who is in danger or overdue before all, however many there are', async () => {
    const removed = ['removal: removed'].map(
      (answer) => `version: 1\ncase: EX-0009\nauthority: leicester\nanswers: {${answer}}\n`,
    );
    const folder = folderWith({ 'a.yaml': READY, 'b.yaml': removed[0] ?? '' });
    const { out } = await program(['family', join(folder, 'a.yaml'), join(folder, 'b.yaml'), ...DAY]);
    expect(out).toMatch(/EX-0009, Leicester\. URGENT\. /);
    const firstTask = out.slice(out.indexOf('Do now')).split('\n')[3];
    expect(firstTask).toContain('EX-0009');
    expect(firstTask).toContain('URGENT');
  });

  test('shows no text of analysis, and no confidential day', async () => {
    const { paths } = family();
    const { out } = await program(['family', ...paths, ...DAY, '--format', 'markdown']);
    const texts = [...READY.matchAll(/text: (?:>-|\|)\n\s+(.{40})/g)].map(([, words]) => words as string);
    expect(texts.length).toBeGreaterThan(3);
    for (const words of texts) expect(out).not.toContain(words);
    const day = 'dates: {conference_requested: {value: 2026-11-10, confidential: yes}, initial_conference: 2026-11-25}';
    const folder = folderWith({
      'a.yaml': smallCase('EX-0001', day),
      'b.yaml': smallCase('EX-0002', day),
    });
    const secret = await program(['family', join(folder, 'a.yaml'), join(folder, 'b.yaml'), ...DAY]);
    expect(secret.out).not.toContain('10 November');
  });

  test('is written as a web page or Markdown where it is asked for, and replaces no case file', async () => {
    const { folder, paths } = family();
    const page = join(folder, 'family.html');
    expect((await program(['family', ...paths, ...DAY, '--format', 'html', '-o', page])).exit).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('<h1>Family FAM-0001: 4 children, 20 November 2026</h1>');
    const refused = await program(['family', ...paths, '-o', paths[0] ?? '', '--force']);
    expect(refused.exit).toBe(2);
    expect(readFileSync(paths[0] ?? '', 'utf8')).toBe(READY);
  });
});

describe('screen over several files without asking', () => {
  test('prints each brief as for one file, then the sheet', async () => {
    const { paths } = family();
    const all = await program(['screen', ...paths, '--no-input', ...DAY]);
    expect(all.exit).toBe(0);
    for (const path of paths) {
      const one = await program(['screen', path, '--no-input', ...DAY]);
      expect(all.out).toContain(one.out);
    }
    expect(all.out.endsWith((await program(['family', ...paths, ...DAY])).out)).toBe(true);
  });

  test('names each day where the files are looked at on different ones', async () => {
    const folder = folderWith({ 'a.yaml': READY, 'b.yaml': childOf(NO_GROUND, 'EX-0003') });
    const { out } = await program(['family', join(folder, 'a.yaml'), join(folder, 'b.yaml')]);
    expect(out).toContain('2 children\n');
    expect(out).toMatch(/EX-0001, 20 November 2026\./);
    expect(out).toMatch(/EX-0003, 1?\d November 2026\./);
  });

  test('takes --question for every child whose packs know it, and refuses one that knows none', async () => {
    const { paths } = family();
    const [a = '', , , d = ''] = paths;
    const both = await program(['screen', a, d, '--no-input', '--question', 'plan_before', '--question', 'in_care']);
    expect(both.exit).toBe(0);
    const one = await program(['screen', a, d, '--no-input', '--question', 'going_home']);
    expect(one.exit).toBe(2);
    expect(one.err).toContain(`${a}: the packs of this case know none of the names that --question gives.`);
    const none = await program(['screen', a, d, '--no-input', '--question', 'goin_home']);
    expect(none.err).toContain('no occasion and no question `goin_home`');
  });

  const wrong: readonly [string, Readonly<Record<string, string>>, readonly string[], RegExp][] = [
    ['no case file', { 'b.yaml': 'hello: there\n' }, [], /b\.yaml:1:1: `case` is missing/],
    ['no file at all', {}, [], /b\.yaml: there is no such file/],
    ['the same reference twice', { 'b.yaml': READY }, [], /b\.yaml: this file has the same case reference as/],
    [
      'another family',
      { 'b.yaml': childOf(READY, 'EX-0002').replace('FAM-0001', 'FAM-0002') },
      [],
      /b\.yaml: `family` is not the same as in/,
    ],
    ['JSON', { 'b.yaml': childOf(READY, 'EX-0002') }, ['--format', 'json'], /--format json is about one case/],
    [
      'answers',
      { 'b.yaml': childOf(READY, 'EX-0002') },
      ['--answers', 'x.yaml'],
      /--answers holds the answers for one/,
    ],
  ];
  test.each(wrong)('refuses %s before anything is said', async (_, files, options, says) => {
    const folder = folderWith({ 'a.yaml': READY, ...files });
    const input = options.length > 0 ? [] : ['--no-input'];
    const { exit, out, err } = await program([
      'screen',
      join(folder, 'a.yaml'),
      join(folder, 'b.yaml'),
      ...input,
      ...options,
    ]);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(says);
    expect(err).not.toContain('FAM-000');
  });

  test('refuses the same file under two names', async () => {
    const folder = folderWith({ 'a.yaml': READY });
    const path = join(folder, 'a.yaml');
    const { exit, err } = await program(['screen', path, join(folder, '.', 'x', '..', 'a.yaml'), '--no-input']);
    expect(exit).toBe(2);
    expect(err).toMatch(/same file/);
  });
});

describe('screen over several files that asks', () => {
  const begun = (id: string, day = ''): string => `version: 1\ncase: ${id}\npacks: [repeat-plans]\n${day}`;

  test('needs a terminal, or --plain', async () => {
    const folder = folderWith({ 'a.yaml': begun('EX-0001'), 'b.yaml': begun('EX-0002') });
    const { exit, err } = await program(['screen', join(folder, 'a.yaml'), join(folder, 'b.yaml')]);
    expect(exit).toBe(2);
    expect(err).toContain('Something is not answered yet in these files, and this is not a terminal to ask at.');
  });

  test('looks at the files on one day', async () => {
    const folder = folderWith({ 'a.yaml': begun('EX-0001', 'as_at: 2026-11-20\n'), 'b.yaml': begun('EX-0002') });
    const { exit, err } = await program(['screen', join(folder, 'a.yaml'), join(folder, 'b.yaml'), '--plain']);
    expect(exit).toBe(2);
    expect(err).toContain('Name one day with --as-at.');
  });

  test.each([
    ['one file', ['a.yaml']],
    ['several', ['a.yaml', 'b.yaml']],
  ])('says how to go on with %s: with everything that was given', (_, names) => {
    const cwd = folderWith({ 'a.yaml': begun('EX-0001'), 'b.yaml': begun('EX-0002') });
    const { status, err } = cpplan(['screen', ...names, '--plain', '--as-at', '2026-11-20'], { cwd });
    expect(status).toBe(130);
    const again = `To go on: cpplan screen ${names.join(' ')} --plain --as-at 2026-11-20`;
    expect(err.replace(/\s+/g, ' ')).toContain(again);
  });

  test('leaves no file locked where another interview holds one of them', async () => {
    const folder = folderWith({
      'a.yaml': begun('EX-0001'),
      'b.yaml': begun('EX-0002'),
      '.b.yaml.lock': `1 ${hostname()} \n`,
    });
    const run = await inWorld((io) =>
      screenFamily([join(folder, 'a.yaml'), join(folder, 'b.yaml')], SCREEN, { ...io, isRunning: () => true, pid: 7 }),
    );
    expect(run.exit).toBe(2);
    expect(run.err).toContain('b.yaml: another interview is open on this file.');
    expect(readdirSync(folder).sort()).toEqual(['.b.yaml.lock', 'a.yaml', 'b.yaml']);
  });
});

const SCREEN = { input: true, format: 'text', plain: true } as const;
