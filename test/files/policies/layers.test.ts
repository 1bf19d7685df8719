import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policyList } from '../../../src/commands/policy/policy.ts';
import { policyDiff } from '../../../src/commands/policy/policy-diff.ts';
import { policyVerify } from '../../../src/commands/policy/policy-verify.ts';
import { screen } from '../../../src/commands/screen.ts';
import { folderWith } from '../../support/folder.ts';
import { broken, SOUND } from '../../support/packs/broken-packs.ts';
import { type Given, inWorld } from '../../support/program/io.ts';

const FACTS = readFileSync('test/policy/packs/facts.yaml', 'utf8');

/** What the folder below has of every kind. */
const BELOW = {
  'facts.yaml': `${FACTS}
meetings: {panel: Panel}
occasions: {again: It happens again}
events: {asked: {says: somebody asks, sets: {earlier_plans: 1}}}
contradictions: {odd: {when: {earlier_plans: 40}, says: Forty plans.}}
`,
  'sound.yaml': SOUND,
  'profiles.yaml': 'version: 1\nprofiles: {northshire: {title: Northshire, packs: [sound]}}\n',
};

const FIRST =
  '{title: Letter, pack: sound, clauses: [SD-1], template: documents/first.md, by: social_worker, to: the file, due: {requirement: panel_agrees}}';

const manifest = (replaces = ''): string => `version: 1\nextends: ../below\n${replaces}`;
const both = (own: Readonly<Record<string, string>>, below: Readonly<Record<string, string>> = BELOW): string =>
  folderWith({
    ...Object.fromEntries(Object.entries(below).map(([name, text]) => [`below/${name}`, text])),
    ...Object.fromEntries(Object.entries(own).map(([name, text]) => [`own/${name}`, text])),
  });
const verified = (folders: string | readonly string[], names: readonly string[] = []): Promise<Given> =>
  inWorld((io) => policyVerify(names, { format: 'text', policies: folders }, io));

/** What each kind is defined again by: its file, what stands there, and its name. */
const AGAIN: readonly (readonly [kind: string, id: string, file: string, text: string])[] = [
  ['fact', 'earlier_plans', 'facts.yaml', 'version: 1\nfacts: {earlier_plans: {type: number, label: plans before}}\n'],
  ['role', 'team_manager', 'facts.yaml', 'version: 1\nroles: {team_manager: Practice lead}\n'],
  ['meeting', 'panel', 'facts.yaml', 'version: 1\nmeetings: {panel: Board}\n'],
  ['occasion', 'again', 'facts.yaml', 'version: 1\noccasions: {again: Once more}\n'],
  ['event', 'asked', 'facts.yaml', 'version: 1\nevents: {asked: {says: one asks, sets: {earlier_plans: 2}}}\n'],
  [
    'contradiction',
    'odd',
    'facts.yaml',
    'version: 1\ncontradictions: {odd: {when: {earlier_plans: 50}, says: Fifty.}}\n',
  ],
  ['pack', 'sound', 'sound.yaml', broken(['This would be the first plan.', 'This is the first plan.'])],
  ['profile', 'northshire', 'profiles.yaml', 'version: 1\nprofiles: {northshire: {title: North, packs: [sound]}}\n'],
  ['note', 'conference', 'documents.yaml', 'version: 1\nnotes: {conference: {forms: {full: notes/conference.md}}}\n'],
  ['call', 'danger', 'documents.yaml', 'version: 1\nfamily_calls: {danger: {says: "112", source: invented}}\n'],
  ['document', 'challenge-notice', 'documents.yaml', `version: 1\ndocuments: {challenge-notice: ${FIRST}}\n`],
  ['template', 'documents/challenge-notice.md', 'templates/documents/challenge-notice.md', 'Own words.\n'],
];

describe('what a folder defines again', () => {
  test.each(AGAIN)('the %s `%s` is refused, with both places', async (_, id, file, text) => {
    const folder = both({ 'policies.yaml': manifest(), [file]: text });
    const { exit, err } = await verified(join(folder, 'own'));
    expect(exit).toBe(2);
    expect(err).toMatch(new RegExp(`own/${file}:\\d+:\\d+: This defines .* \`${id}\` again`));
    expect(err).toMatch(/It is defined in \S+:\d+:\d+\. .*To replace it on purpose, write/);
  });

  test.each(AGAIN)('the %s `%s` is taken where it says so, and listed', async (kind, id, file, text) => {
    const replaces = `replaces:\n  - {${kind}: ${id}, reason: Our document says otherwise.}\n`;
    const own = kind === 'document' ? { 'templates/documents/first.md': 'Words.\n' } : {};
    const folder = both({ 'policies.yaml': manifest(replaces), [file]: text, ...own });
    const { exit, out, err } = await verified(join(folder, 'own'));
    expect(err).toBe('');
    expect(out).not.toContain('replaces_nothing');
    expect(exit).toBe(0);
    const list = await inWorld((io) => policyList({ format: 'json', policies: join(folder, 'own') }, io));
    expect(JSON.parse(list.out).replaces).toEqual([{ [kind]: id, reason: 'Our document says otherwise.' }]);
  });

  test.each(AGAIN)('the %s `%s`, said to be replaced, is told of where it is not defined', async (kind, id) => {
    const said = (name: string): string => manifest(`replaces:\n  - {${kind}: ${name}, reason: Why.}\n`);
    const not = await verified(join(both({ 'policies.yaml': said(id) }), 'own'));
    expect(not).toMatchObject({ exit: 1 });
    expect(not.out).toMatch(/own\/policies.yaml:4:\d+: error: This folder does not define .*\[replaces_nothing\]/);
    const unknown = await verified(join(both({ 'policies.yaml': said('nothing') }), 'own'));
    expect(unknown.out).toContain('so there is nothing to replace');
  });
});

test('a folder adds facts, roles, packs, authorities and closure days, and copies nothing', async () => {
  const pack = broken(['pack: sound', 'pack: own'], ['who: panel_chair\n    label', 'who: steward\n    label']);
  const folder = both({
    'policies.yaml': manifest(),
    'facts.yaml': 'version: 1\nroles: {steward: Steward}\n',
    'own.yaml': pack
      .replaceAll('asked_for', 'own_asked_for')
      .replaceAll('ground', 'own_ground')
      .replaceAll('panel_view', 'own_view')
      .replaceAll('history', 'own_history')
      .replaceAll('report_covers', 'own_report')
      .replaceAll('panel_agrees', 'own_agrees'),
    'profiles.yaml': 'version: 1\nprofiles: {ownshire: {title: Ownshire, packs: [own, sound]}}\n',
  });
  const { out, err, exit } = await verified(join(folder, 'own'));
  expect(err).toBe('');
  expect(out).toContain('own 1.0.0: no problems.');
  expect(out).toContain('Not gone through: sound. Nothing in this folder changes what they mean.');
  expect(exit).toBe(0);
});

test('a closure day of the authority is no working day, and a year without bank holidays is refused', async () => {
  const holidays = 'version: 1\ndivision: England\nsource: invented\nholidays: {2026: {12-25: Christmas Day}}\n';
  const closed = (year: number): string =>
    `version: 1\nsource: invented\nclosures: {${year}: {12-28: Offices closed}}\n`;
  const below = { ...BELOW, 'bank-holidays.yaml': holidays };
  const { policiesIn } = await import('../../support/packs/policies.ts');
  const at = (year: number) =>
    policiesIn(join(both({ 'policies.yaml': manifest(), 'closure-days.yaml': closed(year) }, below), 'own'));
  expect([...at(2026).calendar().holidays].sort()).toEqual(['2026-12-25', '2026-12-28']);
  expect(() => at(2030).calendar()).toThrow(/closure-days.yaml:3:\d+: The bank holidays of this year are not known/);
});

describe('a folder that cannot be used says why in a sentence', () => {
  const err = async (files: Readonly<Record<string, string>>, ...names: string[]): Promise<string> => {
    const folder = folderWith(files);
    return (await verified(names.map((name) => join(folder, name)))).err;
  };

  test('a circle of folders', async () => {
    const files = {
      'a/policies.yaml': 'version: 1\nextends: ../b\n',
      'b/policies.yaml': 'version: 1\nextends: ../a\n',
    };
    expect(await err(files, 'a')).toMatch(/b\/policies.yaml:2:10: These folders extend each other in a circle: /);
    expect(await err({ 'a/policies.yaml': 'version: 1\nextends: .\n' }, 'a')).toContain('in a circle');
  });

  test('a folder that is not there', async () => {
    expect(await err({ 'a/policies.yaml': 'version: 1\nextends: ../b\n' }, 'a')).toMatch(
      /a\/policies.yaml:2:10: There is no folder .*b, which this folder extends\./,
    );
  });

  test('a folder that says nothing of itself', async () => {
    expect(await err({ 'a/x.yaml': 'pack: x\n' }, 'a')).toContain(
      'It has no policies.yaml that says `extends: shipped`',
    );
  });

  test('two folders of which the second stands on nothing', async () => {
    const files = { 'a/facts.yaml': FACTS, 'a/sound.yaml': SOUND, 'b/facts.yaml': FACTS };
    expect(await err(files, 'a', 'b')).toContain('this folder has no policies.yaml');
  });

  test('a copy of the folder below: the first few, and how many more', async () => {
    const folder = both({ ...BELOW, 'policies.yaml': manifest() });
    const given = await verified(join(folder, 'own'), ['sound']);
    expect(given.err.split('\n').length).toBeLessThan(12);
  });
});

test('folders that are named together are used together', async () => {
  const folder = folderWith({
    'below/facts.yaml': FACTS,
    'one/policies.yaml': manifest(),
    'one/sound.yaml': SOUND,
    'two/policies.yaml': manifest(),
    'two/profiles.yaml': 'version: 1\nprofiles: {ownshire: {title: Ownshire, packs: [sound]}}\n',
    'case.yaml':
      'version: 1\ncase: EX-0001\nauthority: ownshire\nas_at: 2026-01-05\nanswers: {asked_for: yes, earlier_plans: 0}\n',
    'configured/cpplan.config.yaml': 'version: 1\npolicies: [../one, ../two]\n',
    'configured/case.yaml':
      'version: 1\ncase: EX-0001\nauthority: ownshire\nas_at: 2026-01-05\nanswers: {asked_for: yes, earlier_plans: 0}\n',
  });
  const policies = [join(folder, 'one'), join(folder, 'two')];
  const shown = await inWorld((io) =>
    screen(join(folder, 'case.yaml'), { input: false, format: 'text', policies }, io),
  );
  expect(shown.out).toContain('This would be the first plan.');
  const configured = await inWorld((io) =>
    screen(join(folder, 'configured/case.yaml'), { input: false, format: 'text' }, io),
  );
  expect(configured.out.replaceAll('configured/', '')).toBe(shown.out);
});

describe('a shared fact with another meaning', () => {
  const COUNTED = 'version: 1\nfacts:\n  last_plan_ended: {type: date, label: the day after which a plan counts}\n';
  const SAID = manifest('replaces:\n  - {fact: last_plan_ended, reason: Our panel counts from the letter.}\n');
  const folder = (): string => both({ 'policies.yaml': SAID, 'facts.yaml': COUNTED });

  test('makes verify go through the packs below that rest on it', async () => {
    const { out } = await verified(join(folder(), 'own'));
    expect(out).toContain('sound 1.0.0: no problems.');
    expect(out).not.toContain('Not gone through');
  });

  test('is shown with its reason among the sources', async () => {
    const at = folder();
    const path = join(
      folderWith({ 'case.yaml': 'version: 1\ncase: EX-0001\nauthority: northshire\nas_at: 2026-01-05\n' }),
      'case.yaml',
    );
    const { out } = await inWorld((io) =>
      screen(path, { input: false, full: true, format: 'text', policies: join(at, 'own') }, io),
    );
    expect(out.replace(/\s+/g, ' ')).toContain(
      "The authority's own folder replaces “the day after which a plan counts”. Reason: Our panel counts from the letter.",
    );
  });

  test('is a difference between the two folders, and nothing else is', async () => {
    const diff = (own: string) =>
      inWorld((io) => policyDiff(join(own, 'below'), join(own, 'own'), { format: 'json' }, io));
    expect((await diff(both({ 'policies.yaml': manifest() }))).exit).toBe(0);
    const { exit, out } = await diff(folder());
    expect(exit).toBe(1);
    expect(out).toContain('last_plan_ended');
  });
});
