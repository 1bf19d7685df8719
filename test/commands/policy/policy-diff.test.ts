import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import { NO_CALENDAR } from '../../../src/calendar/working-days.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { type PolicyDiffOptions, policyDiff } from '../../../src/commands/policy/policy-diff.ts';
import { rulebook } from '../../../src/policy/folder/rulebook.ts';
import { broken, compiled, type Edit, SOUND, vocabulary } from '../../support/packs/broken-packs.ts';
import { CASES, caseText, folderOf } from '../../support/packs/policy-folder.ts';
import { type Given, inWorld } from '../../support/program/io.ts';

const OTHER = SOUND.replace('pack: sound', 'pack: other');

/** Compares the sound pack with itself after some edits. */
function run(edits: readonly Edit[], more: Partial<PolicyDiffOptions> = {}): Promise<Given> {
  const folder = folderOf(SOUND, { ...CASES, 'newer.yaml': broken(...edits) });
  const options = { format: 'text' as const, ...more, ...(more.cases && { cases: [join(folder, 'cases')] }) };
  return inWorld((io) => policyDiff(join(folder, 'sound.yaml'), join(folder, 'newer.yaml'), options, io));
}

test('the same pack is the same in every case', async () => {
  const { exit, out } = await run([]);
  expect(out).toContain('Same in every case.');
  expect(exit).toBe(0);
});

// biome-ignore format: one row a line
const SAME: readonly (readonly [string, readonly Edit[]])[] = [
  ['other words', [['says: The panel is asked.', 'says: Ask the panel.']]],
  ['a condition written in another way', [['when: {months_since_last_plan: under 10}', 'when: {not: {months_since_last_plan: at least 10}}']]],
  ['another order of options, and one that nothing tests', [['options: {new_harm: new harm, old_harm: old harm, other: another ground}', 'options: {other: another ground, new_harm: new harm, old_harm: old harm}']]],
  ['another order of what is asked', [['  - {about: asked_for}\n  - {about: ground}\n', '  - {about: ground}\n  - {about: asked_for}\n']]],
];

test.each(SAME)('%s: same in every case', async (_, edits) => {
  const { exit, out } = await run(edits);
  expect(out).toContain('Same in every case.');
  expect(exit).toBe(0);
});

test('a threshold that moves shows the outcomes on both sides, with rules, clauses and a case', async () => {
  const { exit, out } = await run([
    ['when: {months_since_last_plan: under 10}', 'when: {months_since_last_plan: under 8}'],
  ]);
  expect(exit).toBe(1);
  expect(out).toContain('`further`: `panel` → `silent`');
  expect(out).toContain('before: soon_again [SD-2]');
  expect(out).toContain('after:  nothing speaks');
  expect(out).toContain('months_since_last_plan: at least 8 and under 10');
});

test('each pair of differing outcomes is shown once, by a case that ends as it says under either', async () => {
  const edits: Edit[] = [
    ['when: {months_since_last_plan: under 10}', 'when: {months_since_last_plan: under 8}'],
    ['no_plan_before: {when: {earlier_plans: 0}', 'no_plan_before: {when: {earlier_plans: at most 1}'],
  ];
  const { out } = await run(edits, { format: 'json' });
  const { differences } = JSON.parse(out).packs[0];
  const ends = differences.filter(({ what }: { what: string }) => what === 'question');
  expect(new Set(ends.map(({ from, to }: Record<string, string>) => `${from} ${to}`)).size).toBe(ends.length);
  for (const { from, to, case: shown } of ends) {
    const { file } = readCase(shown.yaml);
    const [before, after] = [SOUND, broken(...edits)].map(
      (text) => file && assess(file, rulebook(vocabulary, [compiled(text)], NO_CALENDAR), '2026-01-05').questions[0],
    );
    expect(before?.possible).toEqual([from.replace('#gap', 'silent')]);
    expect(after?.possible).toEqual([to.replace('#gap', 'silent')]);
  }
});

test('a new requirement, who it falls to and by when are told as well', async () => {
  const { out } = await run([
    ['due: {before: conference_requested}', 'due: {after: conference_requested, days: 5}'],
    ['who: social_worker\n    says: Weigh', 'who: team_manager\n    says: Weigh'],
    [
      'indicators:\n',
      '  minutes:\n    kind: record\n    question: further\n    when: {term: again}\n    who: panel_chair\n    says: Keep minutes.\n    clauses: [SD-5]\n\nindicators:\n',
    ],
  ]);
  expect(out).toContain(
    'the requirement `panel_agrees`, due: {before:conference_requested} → {after:conference_requested,days:5}',
  );
  expect(out).toContain('the requirement `weigh_history`, who: social_worker → team_manager');
  expect(out).toContain('the requirement `minutes`: not there → applies');
});

// biome-ignore format: one row a line
const NO_CONDITION: readonly (readonly [string, Edit, string])[] = [
  ['another clause of a rule', ['outcome: first, clauses: [SD-1]', 'outcome: first, clauses: [SD-2]'], 'the rule `no_plan_before`, clauses: [SD-1] → [SD-2]'],
  ['an indicator that points the other way', ['points: against', 'points: for'], 'the indicator `short_gap`, points: against → for'],
  ['an outcome that cannot wait', ['panel: {says: The panel is asked.}', 'panel: {says: The panel is asked., urgent: yes}'], 'the question `further`, urgent outcomes: [] → [{panel:yes}]'],
  ['who decides', ['in_play: {asked_for: yes}', 'in_play: {asked_for: yes}\n    decided_by: [{who: [panel_chair], clauses: [SD-2]}]'], 'the question `further`, decided_by: nothing → [{who:[panel_chair],clauses:[SD-2]}]'],
  ['a fact that is worked out', ['asked_for: {type: yes_no, label', 'asked_for: {type: yes_no, derive: {happened: [conference_requested]}, label'], 'the fact `asked_for`, derive: nothing → {happened:[conference_requested]}'],
];

test.each(NO_CONDITION)('%s is a difference, though no condition changes', async (_, edit, says) => {
  const { exit, out } = await run([edit]);
  expect(out).toContain(says);
  expect(out).not.toContain('Same in every case.');
  expect(exit).toBe(1);
});

test('an option that is added joins the comparison', async () => {
  const { exit, out } = await run([
    ['other: another ground}', 'other: another ground, moved: a move}'],
    ['[old_harm, other]', '[old_harm, other, moved]'],
  ]);
  expect(exit).toBe(1);
  expect(out).toContain('ground: moved');
});

test('a fact of another type cannot be compared, and it is said why', async () => {
  const { exit, err } = await run([
    ['asked_for: {type: yes_no, label', 'asked_for: {type: choice, options: {yes: it is, no: it is not}, label'],
  ]);
  expect(exit).toBe(2);
  expect(err).toContain('`asked_for` is of another type');
});

test('what is taken to be impossible is part of the meaning', async () => {
  const { exit, out } = await run([
    [
      '{when: {all: [{earlier_plans: 0}, {ground: old_harm}]}',
      '{when: {all: [{earlier_plans: 0}, {ground: new_harm}]}',
    ],
  ]);
  expect(exit).toBe(1);
  expect(out).toContain('Now taken to be impossible');
  expect(out).toContain('Newly taken to be possible');
});

test('--cases names the case files that get a different result, and by which rule', async () => {
  const { out } = await run([['when: {months_since_last_plan: under 10}', 'when: {months_since_last_plan: under 2}']], {
    cases: ['here'],
  });
  expect(out).toContain('1 of 2 case files get a different result');
  expect(out).toMatch(/soon\.yaml \(EX-0002\)\n {4}`further`: panel → silent/);
});

test('--cases tells a count in working days that changes, by the bank holidays of the policies', async () => {
  const late = SOUND.replace(
    'due: {before: conference_requested}',
    'due: {after: conference_requested, working_days: 10}',
  );
  const holidays = readFileSync('policies/bank-holidays.yaml', 'utf8');
  const dated = caseText(
    'EX-0003',
    'answers: {asked_for: yes, earlier_plans: 1, months_since_last_plan: 3 to 3}\ndates: {conference_requested: 2025-12-17}',
  );
  const folder = folderOf(late, {
    'newer.yaml': late.replace('working_days: 10', 'working_days: 5'),
    'bank-holidays.yaml': holidays,
    'cases/late.yaml': dated,
  });
  const options = { format: 'text' as const, policies: folder, cases: [join(folder, 'cases')] };
  const { out } = await inWorld((io) =>
    policyDiff(join(folder, 'sound.yaml'), join(folder, 'newer.yaml'), options, io),
  );
  expect(out).toContain('1 of 1 case files get a different result');
  expect(out).toMatch(/`panel_agrees`: unknown, last day: 2026-01-05 → past_due_unrecorded, last day: 2025-12-24/);
});

test('--cases tells what a pack said that only the first folder has', async () => {
  const [old, now] = [folderOf(SOUND, { ...CASES, 'other.yaml': OTHER }), folderOf(OTHER)];
  const options = { format: 'text' as const, policies: old, cases: [join(old, 'cases')] };
  const { out } = await inWorld((io) => policyDiff(old, now, options, io));
  expect(out).toContain('2 of 2 case files get a different result');
  expect(out).toMatch(/`further`: panel → nothing/);
});

test('folders are compared pack by pack; a pack that only one has is said', async () => {
  const [old, now] = [folderOf(SOUND), folderOf(SOUND, { 'other.yaml': OTHER })];
  const { exit, out } = await inWorld((io) => policyDiff(old, now, { format: 'text' }, io));
  expect(exit).toBe(1);
  expect(out).toContain('Same in every case.');
  expect(out).toContain('other: only in the second folder.');
});

test('a path that leads nowhere is a sentence and exit code 2', async () => {
  const { exit, err } = await inWorld((io) => policyDiff('nowhere.yaml', 'policies', { format: 'text' }, io));
  expect(exit).toBe(2);
  expect(err).toContain('nowhere.yaml');
});
