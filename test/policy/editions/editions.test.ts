import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/commands/compare.ts';
import { policyShow } from '../../../src/commands/policy/policy.ts';
import { policyDiff } from '../../../src/commands/policy/policy-diff.ts';
import { policyVerify } from '../../../src/commands/policy/policy-verify.ts';
import { screen } from '../../../src/commands/screen.ts';
import { revive, snapshotOf } from '../../../src/policy/compile/snapshot.ts';
import { folderWith } from '../../support/folder.ts';
import { broken, compiled, read, SOUND, vocabulary } from '../../support/packs/broken-packs.ts';
import { folderOf } from '../../support/packs/policy-folder.ts';
import { inWorld } from '../../support/program/io.ts';
import { IN_TIME } from './in-time.ts';

const CASE =
  'version: 1\ncase: EX-0001\npacks: [sound]\nanswers: {asked_for: yes, earlier_plans: 1, ground: other, months_since_last_plan: 7 to 7}\n';

const policies = folderOf(IN_TIME);
const on = async (asAt: string, text = CASE, folder = policies) => {
  const path = join(folderWith({ 'case.yaml': text }), 'case.yaml');
  const { out, err } = await inWorld((io) =>
    screen(path, { input: false, full: true, format: 'text', asAt, policies: folder }, io),
  );
  expect(err).toBe('');
  return out.replace(/\s+/g, ' ');
};

describe('one case on three days', () => {
  test.each([
    ['2018-05-01', 'The usual way applies. One thing to do. [SD-2a]', 'until 31 December 2019'],
    [
      '2021-05-01',
      'The panel is asked. One thing to do and one to find out. [SD-2b]',
      'from 1 January 2020 to 31 December 2022',
    ],
    ['2026-05-01', 'The panel is asked. One thing to do and one to find out. [SD-2]', 'from 1 January 2023'],
  ])('on %s has the answer of the text then in force, with its clause', async (day, says, text) => {
    const out = await on(day);
    expect(out).toContain(says);
    expect(out).toContain(`The text in force ${text} was applied.`);
  });
});

test('what no day is set for is shown with the sources, and never asked for', async () => {
  const out = await on('2026-05-01', CASE.replace('7 to 7', '20 to 20'));
  expect(out).toContain('Not in force, because no day is set: New harm goes to the team manager. [SD-3]');
  expect(out).not.toContain('See that the report has: [SD-5] Social');
  const { exit, out: clauses } = await inWorld((io) =>
    policyShow('sound', { clauses: true, format: 'text', policies }, io),
  );
  expect(exit).toBe(0);
  expect(clauses).toContain('In force: no day is set.');
  expect(clauses).not.toContain('SD-2a');
});

test('a pack in which something waits for its day, and nothing else changes, does not apply it', async () => {
  const waiting = broken([
    '    question: further\n    when: {outcome: further.manager}',
    '    question: further\n    in_force: not set\n    when: {outcome: further.manager}',
  ]);
  const out = await on('2026-05-01', CASE.replace('ground: other', 'ground: new_harm'), folderOf(waiting));
  expect(out).toContain('The team manager is asked.');
  expect(out).not.toContain('Social worker and Team manager');
  expect(out).toContain('Not in force, because no day is set: See that the report has:');
});

test('policy show tells which texts there are, and shows the one of a day', async () => {
  const { out } = await inWorld((io) => policyShow('sound', { format: 'text', policies, asAt: '2018-01-01' }, io));
  expect(out.replace(/\s+/g, ' ')).toContain('The document has 3 texts in time: until 31 December 2019; from');
  expect(out).toContain('SD-2a');
  expect(out).not.toContain('SD-2b');
});

describe('the day of an event', () => {
  const BY_REQUEST = IN_TIME.replace(
    'published: 2026-01-05\n',
    'published: 2026-01-05\nin_force_by: [conference_requested]\n',
  );
  const folder = folderOf(BY_REQUEST);
  const asked = (when: string): string =>
    `${CASE.replace('ground: other', `ground: other, conference_requested: ${when}`)}`;

  test('decides where the pack says so and the event is known', async () => {
    expect(await on('2026-05-01', asked('2018-03-01'), folder)).toContain('[SD-2a]');
    expect(await on('2026-05-01', asked('2021-03'), folder)).toContain('[SD-2b]');
    expect(await on('2018-05-01', CASE, folder)).toContain('[SD-2a]');
  });
});

describe('texts of one part', () => {
  const codes = (edit: readonly [string, string]): string[] => read(broken(edit)).diagnostics.map(({ code }) => code);
  const rule = 'first, clauses: [SD-1]';
  const dated = (own: string, ...editions: string[]): [string, string] => [
    `{when: {earlier_plans: 0}, outcome: ${rule}}`,
    `{when: {earlier_plans: 0}, outcome: ${rule}${own}, editions: [${editions.map((one) => `{in_force: ${one}, outcome: usual}`).join(', ')}]}`,
  ];

  test('may not be in force on the same day', () => {
    expect(codes(dated(', in_force: {from: 2020-01-01}', '{until: 2020-01-01}'))).toEqual(['editions_overlap']);
    expect(codes(dated('', '{from: 2020-01-01}', '{from: 2021-01-01}'))).toEqual(['editions_overlap']);
  });

  test('that leave a time without one are told of', () => {
    expect(codes(dated(', in_force: {from: 2020-01-03}', '{until: 2020-01-01}'))).toEqual(['editions_gap']);
    expect(codes(dated(', in_force: {from: 2020-01-02}', '{until: 2020-01-01}'))).toEqual([]);
    expect(codes(dated('', '{from: 2020-01-01, until: 2020-12-31}', '{from: 2022-01-01, until: 2022-12-31}'))).toEqual(
      [],
    );
  });

  test.each(['{from: 2021-01-01, until: 2020-01-01}', '{}', 'never', '{from: 2021}'])(
    'cannot be in force %s',
    (when) => {
      expect(codes(dated(`, in_force: ${when}`, '{until: 2019-01-01}')).length).toBeGreaterThan(0);
    },
  );
});

test('verify goes through each text: a gap of one of them is told with its time', async () => {
  expect((await inWorld((io) => policyVerify([], { format: 'text', policies }, io))).out).toContain('no problems');
  const gap = IN_TIME.replace(
    '{until: 2019-12-31}, when: {months_since_last_plan: at least 6}',
    '{until: 2019-12-31}, when: {months_since_last_plan: at least 7}',
  );
  const { exit, out } = await inWorld((io) => policyVerify([], { format: 'text', policies: folderOf(gap) }, io));
  expect(exit).toBe(1);
  expect(out).toContain('This is so in the text in force until 31 December 2019.');
  expect(out).toContain('[gap:further');
});

test('policy diff tells what changes from one day to another', async () => {
  const path = join(policies, 'sound.yaml');
  const diff = (old: string, now: string) => inWorld((io) => policyDiff(old, now, { format: 'text' }, io));
  const { exit, out } = await diff(`${path}@2018-01-01`, `${path}@2026-01-01`);
  expect(exit).toBe(1);
  expect(out).toContain('1.0.0 (in force until 31 December 2019) to 1.0.0 (in force from 1 January 2023)');
  expect(out).toMatch(/soon_again \[SD-2\]/);
  expect((await diff(path, path)).exit).toBe(0);
  expect((await diff(`${path}@2018-01-01`, `${path}@2019-12-31`)).exit).toBe(0);
  expect((await diff(`${path}@2018`, path)).err).toContain('write a whole date behind @');
});

test('policy diff of two files compares the texts of every time', async () => {
  const other = folderOf(
    IN_TIME.replace(
      'until: 2022-12-31}, when: {months_since_last_plan: under 8}',
      'until: 2022-12-31}, when: {months_since_last_plan: under 7}',
    ).replace('{months_since_last_plan: at least 8}', '{months_since_last_plan: at least 7}'),
  );
  const { exit, out } = await inWorld((io) =>
    policyDiff(join(policies, 'sound.yaml'), join(other, 'sound.yaml'), { format: 'json' }, io),
  );
  expect(exit).toBe(1);
  const { packs } = JSON.parse(out);
  expect(packs.map(({ differences }: { differences: unknown[] }) => differences.length > 0)).toEqual([
    false,
    true,
    false,
  ]);
});

test('compare shows a case by the texts of some days', async () => {
  const path = join(folderWith({ 'case.yaml': CASE }), 'case.yaml');
  const textsOf = '2018-01-01,2026-01-01';
  const { out, err } = await inWorld((io) => compare(path, { format: 'text', policies, textsOf }, io));
  expect(err).toBe('');
  expect(out.replace(/\s+/g, ' ')).toMatch(
    /1 January 2018 .*The usual way applies\. \[SD-2a: Panel\].*1 January 2026 .*The panel is asked\. \[SD-2: Panel\]/,
  );
});

test('a pack that was taken down knows each of its texts', () => {
  const pack = compiled(IN_TIME);
  const again = revive(JSON.parse(JSON.stringify(snapshotOf(pack))), vocabulary.vocabulary);
  const seen = (one: typeof pack) =>
    one.editions?.map(({ period, pack: { clauses } }) => [period, Object.keys(clauses)]);
  expect(seen(again)).toEqual(seen(pack));
  expect(seen(pack)).toHaveLength(3);
  expect(again.editions?.at(-1)).toBe(again);
});

test('a pack in which nothing changes in time has one text', () => {
  expect(compiled(SOUND)).not.toHaveProperty('editions');
});

describe('what was not verified', () => {
  const open = broken(
    [
      'says: Soon after the last plan the panel is asked.}',
      'says: Soon after the last plan the panel is asked., editions: [{in_force: {from: 2025-01-01}, not_verified: The new edition was not read.}]}',
    ],
    ['            clauses: [SD-2]\n            except', '            clauses: [SD-2, SD-7]\n            except'],
    ['            clauses: [SD-2]\n\nrequirements', '            clauses: [SD-2, SD-7]\n\nrequirements'],
    ['says: Why all this., context: An aim only.', 'says: Why all this.'],
  );
  const late = `${CASE}dates: {conference_requested: 2024-06-01}\n`;

  test('is shown so, and makes nothing overdue; the text before it still does, for its days', async () => {
    const folder = folderOf(open);
    const before = await on('2024-12-31', late.replace('7 to 7', '2 to 2'), folder);
    expect(before).toContain("Obtain the panel's agreement. It was due by 1 June 2024. [SD-2]");
    expect(before).not.toContain('Not verified');
    const now = await on('2025-01-01', late.replace('7 to 7', '2 to 2'), folder);
    expect(now).toContain('The panel is asked.');
    expect(now).not.toContain("Obtain the panel's agreement.");
    expect(now).toContain(
      'Not verified, so no day is counted from it: Soon after the last plan the panel is asked. [SD-2]',
    );
  });
});

test('clauses of two packs that stand against each other are shown together, and must be there', async () => {
  const other = SOUND.replaceAll('history', 'other_history')
    .replace('pack: sound', 'pack: other')
    .replace(/^( {2}SD-7: .*)}$/m, '$1, conflicts_with: {sound: [SD-2]}}');
  const folder = folderOf(SOUND, { 'other.yaml': other });
  const out = await on('2026-05-01', CASE.replace('[sound]', '[sound, other]'), folder);
  expect(out).toContain(
    'Two documents conflict, and people decide: Why all this. [SD-7] Against this: Soon after the last plan the panel is asked. [SD-2]',
  );
  expect(await on('2026-05-01', CASE.replace('[sound]', '[other]'), folder)).not.toContain('conflict');
  const wrong = folderOf(SOUND, { 'other.yaml': other.replace('{sound: [SD-2]}', '{sound: [SD-9], soud: [SD-1]}') });
  const { out: told } = await inWorld((io) => policyVerify(['sound'], { format: 'text', policies: wrong }, io));
  expect(told).toContain('`sound` has no clause SD-9.');
  expect(told).toContain('There is no pack `soud`. Did you mean `sound`?');
});
