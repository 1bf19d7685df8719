import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import type { Assessment } from '../../../src/assess/case/assessment.ts';
import { changesOf } from '../../../src/assess/worked/case-diff.ts';
import type { Side } from '../../../src/assess/worked/pack-diff.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { compile } from '../../../src/policy/compile/compile.ts';
import type { CompiledPack } from '../../../src/policy/compile/compiled.ts';
import { rulebook } from '../../../src/policy/folder/rulebook.ts';
import { mutantsOf } from '../../../src/policy/mutate/mutants.ts';
import type { ReadVocabulary } from '../../../src/policy/pack/read-pack.ts';
import { caseAt, caseFiles } from '../../support/cases.ts';
import { broken, compiled, vocabulary } from '../../support/packs/broken-packs.ts';
import { policies } from '../../support/packs/policies.ts';

const calendar = policies.calendar();
const DAY = '2026-01-20';

const side = (pack: CompiledPack, words: ReadVocabulary = vocabulary): Side => ({
  pack,
  vocabulary: words,
  calendar,
  file: 'pack.yaml',
});

/** Everything that an assessment holds, but for words, names of rules, and the pack itself. */
function recomputed({ questions, findings, standings, diagnostics }: Assessment): string {
  const sorted = (list: readonly string[]): string[] => [...list].sort();
  return JSON.stringify([
    questions.map(({ pack: _, compiled: __, rules: ___, hangsOn, clauses, ...rest }) => {
      return { ...rest, hangsOn: sorted(hangsOn), clauses: sorted(clauses) };
    }),
    findings
      .filter(({ state }) => state !== 'not_applicable')
      .map(({ pack: _, says: __, question: ___, hangsOn, counted, ...rest }) => {
        return [rest, sorted(hangsOn), rest.due ? undefined : counted];
      }),
    [...standings.values()].map(({ at, decided, decider }) => [at, decided?.how, decider?.who, decider?.before]),
    sorted(diagnostics.map(({ code }) => code)),
  ]);
}

/** Whether a case is told otherwise, looked at anew under either side. */
const isOtherwise = (file: CaseFile, asAt: string, sides: readonly Side[]): boolean =>
  new Set(sides.map((one) => recomputed(assess(file, rulebook(one.vocabulary, [one.pack], calendar), asAt)))).size > 1;

/** The small pack with a length of each kind. */
const WITH_LENGTHS = broken(
  ['due: {before: conference_requested}', 'due: {after: conference_requested, working_days: 10}'],
  [
    'says: Weigh what happened before.',
    'says: Weigh what happened before.\n    due: {after: last_plan_ended, weeks: 3}',
  ],
  ['items: {harm', 'due: {after: [conference_requested], months: 1}\n    items: {harm'],
);

const CASES = [
  'answers: {asked_for: yes, earlier_plans: 0}',
  'answers: {asked_for: yes}',
  'answers: {asked_for: no}',
  'answers: {asked_for: yes, earlier_plans: 1, months_since_last_plan: 3 to 3, ground: new_harm}\nrecords: {panel_view: agrees}',
  'answers: {asked_for: yes, earlier_plans: 1, months_since_last_plan: 6 to 6, ground: new_harm}\ndates: {conference_requested: 2026-01-05}',
  'answers: {asked_for: yes, earlier_plans: 2, months_since_last_plan: 10 to 12, ground: old_harm}\ndates: {conference_requested: 2026-01-05}',
  'answers: {asked_for: yes, earlier_plans: 1, ground: other}\nprevious_plans: {complete: true, plans: [{began: 2024-01-01, ended: 2025-04-01}]}\ndates: {conference_requested: 2025-12-18}\nrecords: {panel_view: {value: agrees, date: 2026-01-05, by: panel_chair}}',
  'answers: {asked_for: yes, earlier_plans: 1, ground: new_harm}\nprevious_plans: {complete: true, plans: [{began: 2024-01-01, ended: 2025-12-10}]}\ndates: {conference_requested: 2026-01-05}\nrecords: {panel_view: objects}',
].map((body, i): CaseFile => {
  const { file, diagnostics } = readCase(`version: 1\ncase: EX-000${i}\npacks: [sound]\n${body}\n`);
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  return file;
});

describe('every change of the small pack: the cases told otherwise are those that come out otherwise', () => {
  const pack = compiled(WITH_LENGTHS);
  const mutants = [...mutantsOf(pack)];
  test('each number, condition, rule and requirement is among the changes, and changes some case', () => {
    expect(mutants.filter(({ byCase }) => byCase)).toHaveLength(8);
    const seen = mutants.filter(({ read }) =>
      CASES.some((file) => changesOf({ file, asAt: DAY, calendar }, side(pack), side(compile(read))).length > 0),
    );
    expect(seen.length).toBeGreaterThan(mutants.length / 2);
  });
  test.each(mutants)('$id', ({ read }) => {
    const sides = [side(pack), side(compile(read))] as const;
    for (const file of CASES) {
      const changes = changesOf({ file, asAt: DAY, calendar }, ...sides);
      expect(changes.length > 0, file.case).toBe(isOtherwise(file, DAY, sides));
      for (const { from, to } of changes) expect(from).not.toBe(to);
    }
  });
});

describe('a sample of the changes of the shipped packs', () => {
  const files = caseFiles.map(caseAt);
  test.each(policies.names())('%s', (name) => {
    const pack = policies.pack(name);
    const own = files.filter((file) => policies.bookFor(file).packs.includes(pack)).slice(0, 25);
    const timings = [...mutantsOf(pack)].filter(({ byCase }) => byCase).filter((_, i) => i % 9 === 1);
    const others = [...mutantsOf(pack)].filter(({ byCase }) => !byCase).filter((_, i) => i % 199 === 7);
    for (const { id, read } of [...timings, ...others]) {
      const sides = [side(pack, policies.vocabulary()), side(compile(read), policies.vocabulary())] as const;
      for (const file of own) {
        const asAt = String(file.as_at ?? DAY);
        const isTold = changesOf({ file, asAt, calendar }, ...sides).length > 0;
        expect(isTold, `${id}, ${file.case}`).toBe(isOtherwise(file, asAt, sides));
      }
    }
  });
});

test('how many must decide is told where that changes', () => {
  const decidedBy = (needs: string): string =>
    broken([
      'in_play: {asked_for: yes}',
      `in_play: {asked_for: yes}\n    decided_by: [{who: [social_worker, team_manager, panel_chair], needs: ${needs}, clauses: [SD-2]}]`,
    ]);
  const [old, now] = [decidedBy('2'), decidedBy('all')].map((text) => side(compiled(text)));
  const [change] = changesOf({ file: CASES[0] as CaseFile, asAt: DAY, calendar }, old, now);
  expect(change).toMatchObject({ id: 'further', from: 'first, needs: 2', to: 'first, needs: all' });
});

test('a count in working days that changes is told with both last days', () => {
  const [old, now] = [WITH_LENGTHS, WITH_LENGTHS.replace('working_days: 10', 'working_days: 5')].map((text) =>
    side(compiled(text)),
  );
  const file = CASES[3] as CaseFile;
  const dated = { ...file, records: {}, dates: { conference_requested: '2026-01-05' } };
  const [change] = changesOf({ file: dated, asAt: '2026-01-14', calendar }, old, now);
  expect(change).toMatchObject({
    what: 'finding',
    id: 'panel_agrees',
    from: 'unknown, last day: 2026-01-19',
    to: 'past_due_unrecorded, last day: 2026-01-12',
  });
});
