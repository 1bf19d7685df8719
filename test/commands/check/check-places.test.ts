import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith, smallCase } from '../../support/folder.ts';
import { program } from '../../support/program/in-process.ts';
import { cpplan } from '../../support/program/run.ts';

const FILES = {
  'team/a.yaml': smallCase('EX-1', 'anwers: {}\n'),
  'team/deep/b.yaml': smallCase('EX-2', 'answers: {conference_sought: yes}\n'),
};

const FORMS = ['sarif', 'json', 'junit', 'github', 'gitlab', 'markdown', 'csv', 'text'];

/** Every report of a check of a path, from a folder. */
function reportsFrom(cwd: string, path: string): Record<string, string> {
  const into = folderWith({});
  const outputs = FORMS.flatMap((form) => ['-o', `${form}=${join(into, form)}`]);
  const { out, err } = cpplan(['check', path, '--show', 'note', '--as-at', '2026-11-22', ...outputs], { cwd });
  expect(err).toBe('');
  return { screen: out, ...Object.fromEntries(FORMS.map((form) => [form, readFileSync(join(into, form), 'utf8')])) };
}

/** The base of the paths in a SARIF report, and the first place in it. */
function placeIn({ sarif = '' }: Record<string, string>): { root: object; at: object } {
  const [run] = JSON.parse(sarif).runs;
  return { root: run.originalUriBaseIds, at: run.results[0].locations[0].physicalLocation.artifactLocation };
}

const uri = (folder: string): string => pathToFileURL(folder).href;

describe('the places in a report', () => {
  test.each<[string, Record<string, string>]>([
    ['the configuration', { 'cpplan.config.yaml': 'version: 1\n' }],
    ['the repository, where there is no configuration', { '.git/HEAD': 'ref: refs/heads/main\n' }],
  ])('count from the folder of %s, however the folder was named', (_, more) => {
    const top = folderWith({ ...FILES, ...more });
    const expected = reportsFrom(top, 'team');
    const ways: [string, string][] = [
      [top, './team/'],
      [top, join(top, 'team')],
      [join(top, 'team'), '.'],
      [join(top, 'team', 'deep'), '..'],
      ['.', join(top, 'team')],
      ['.', relative('.', join(top, 'team'))],
    ];
    for (const [folder, path] of ways) expect(reportsFrom(folder, path), `${path} from ${folder}`).toEqual(expected);
    expect(placeIn(expected)).toEqual({
      root: { '%SRCROOT%': { uri: `${uri(top)}/` } },
      at: { uri: 'team/a.yaml', uriBaseId: '%SRCROOT%' },
    });
  });

  test('count from the working folder where there is neither, and stand in full outside it', () => {
    const top = folderWith(FILES);
    expect(placeIn(reportsFrom(top, 'team')).at).toEqual({ uri: 'team/a.yaml', uriBaseId: '%SRCROOT%' });
    const outside = reportsFrom(join(top, 'team', 'deep'), '../a.yaml');
    expect(placeIn(outside).at).toEqual({ uri: uri(join(top, 'team', 'a.yaml')) });
    expect(reportsFrom(join(top, 'team', 'deep'), join(top, 'team', 'a.yaml'))).toEqual(outside);
  });
});

describe('two files with the same reference', () => {
  const open = `version: 1
case: EX-7
packs: [repeat-plans]
previous_plans: {complete: yes, plans: [{authority: Northshire, began: 2023-01-10, ended: 2024-01-10, category: NEG}]}
current_plan: none
dates: {conference_requested: 2026-11-17}
answers: {conference_sought: yes}
`;
  const list = (rule: string): string =>
    `version: 1\nsuppressions:\n  - {rule: ${rule}, case: EX-7, reason: known, owner: team_manager, expires: 2027-01-31}\n`;

  test('are named, both of them, and told apart by fingerprint', async () => {
    const top = folderWith({ 'a.yaml': open, 'b.yaml': open, 'cpplan.config.yaml': 'version: 1\n' });
    const { out } = await program(['check', top, '--format', 'json']);
    const { files, summary } = JSON.parse(out);
    const said = files.flatMap(({ file, items }: { file: string; items: { rule: string; says: string }[] }) =>
      items.filter(({ rule }) => rule === 'same_reference').map(({ says }) => [file, says]),
    );
    expect(said).toEqual([['b.yaml', expect.stringMatching(/^a\.yaml has the same reference\. /)]]);
    expect(summary.same_reference).toBe(1);
    for (const form of ['sarif', 'gitlab']) {
      const report = (await program(['check', top, '--format', form])).out;
      const prints = report.match(/"(?:fingerprint|cpplan\/v1)":"[^"]*"/g) ?? [];
      expect(prints.length).toBeGreaterThan(2);
      expect(new Set(prints).size).toBe(prints.length);
    }
  });

  test('are said at the end of a report that lists errors only', async () => {
    const top = folderWith({ 'a.yaml': open, 'b.yaml': open, 'cpplan.config.yaml': 'version: 1\n' });
    expect((await program(['check', top])).out).toContain('1 file with the reference of another file');
  });

  test('are accepted one by one: what a list accepts is the first', async () => {
    const rule = 'conference_agreed';
    const files = { 'a.yaml': open, 'b.yaml': open, 'cpplan.config.yaml': 'version: 1\n' };
    const top = folderWith(files);
    const listed = JSON.parse((await program(['check', top, '--format', 'json'])).out).files;
    const first: string = listed[0].items.find(({ level }: { level: string }) => level !== 'note')?.rule ?? rule;
    const accepting = folderWith({ ...files, 'cpplan.suppressions.yaml': list(first) });
    const { files: left, summary } = JSON.parse((await program(['check', accepting, '--format', 'json'])).out);
    const rules = (n: number): string[] => left[n].items.map((item: { rule: string }) => item.rule);
    expect(summary.accepted).toBe(1);
    expect(rules(0)).not.toContain(first);
    expect(rules(1)).toContain(first);
  });
});
