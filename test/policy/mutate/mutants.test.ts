import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/assess/worked/mutation.ts';
import { offerCase } from '../../../src/assess/worked/offer.ts';
import { offerDated } from '../../../src/assess/worked/offer-dated.ts';
import { failuresOf } from '../../../src/assess/worked/worked.ts';
import { compileTogether } from '../../../src/policy/compile/compile.ts';
import { differences } from '../../../src/policy/mutate/differ.ts';
import { mutantsOf } from '../../../src/policy/mutate/mutants.ts';
import { changeAt } from '../../../src/policy/pack/change.ts';
import { broken, compiled, join, SOUND } from '../../support/packs/broken-packs.ts';
import { policiesIn } from '../../support/packs/policies.ts';

const pack = compiled(SOUND);
const mutants = [...mutantsOf(pack)];
const ids = mutants.map(({ id }) => id);

test('every mutant has its own id, and stands at a place of the file', () => {
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path } of mutants) expect(pack.source.locate(path).line).toBeGreaterThan(1);
});

// biome-ignore format: one row a line
const SLIPS: readonly (readonly [string, string])[] = [
  ['a part of a condition left out', 'indicator short_gap: without [there was a plan before]'],
  ['a whole condition left out', 'when further arises: always, without [a further plan is asked for: yes]'],
  ['a test turned round', 'rule soon_again: [the time since the last plan: under 10 months] turned round'],
  ['and for or', 'indicator short_gap: `any` in place of `all` in [there was a plan before; and the time since the last plan: at most 3 months]'],
  ['a duration moved to just before', 'indicator short_gap: [the time since the last plan: under 3 months] in place of [the time since the last plan: at most 3 months]'],
  ['a duration moved to just after', 'indicator short_gap: [the time since the last plan: under 4 months] in place of [the time since the last plan: at most 3 months]'],
  ['a count moved down', 'term again: [the number of earlier plans: any number] in place of [the number of earlier plans: at least 1]'],
  ['a count moved up', 'term again: [the number of earlier plans: at least 2] in place of [the number of earlier plans: at least 1]'],
  ['an option fewer', 'rule long_ago: [the ground: “another ground”] in place of [the ground: “old harm” or “another ground”]'],
  ['an option more', 'rule new_harm_later: [the ground: “new harm” or “another ground”] in place of [the ground: “new harm”]'],
  ['a rule left out', 'rule long_ago: left out altogether'],
  ['another outcome', 'rule no_plan_before: leads to `panel` in place of `first`'],
  ['an exception left out', 'rule soon_again: without the exception `new_harm_later`'],
  ['a requirement left out', 'requirement panel_agrees: left out altogether'],
  ['evidence turned round', 'evidence of panel_agrees: [the panel\'s view: “it agrees”] turned round'],
  ['an indicator left out', 'indicator short_gap: left out altogether'],
];

test.each(SLIPS)('%s is a mutant', (_, id) => {
  expect(ids).toContain(id);
});

test('a condition of which any part is enough has slips', () => {
  const words = broken(['when: {earlier_plans: 0}', 'when: {any: [{earlier_plans: 0}, {asked_for: no}]}']);
  const says = [...mutantsOf(compiled(words))].map(({ id }) => id);
  expect(says).toContainEqual(expect.stringMatching(/^rule no_plan_before: `all` in place of `any` in/));
});

test('every number by which a fact is worked out is moved by one, where the result can be read', () => {
  const reviews = policiesIn('docs/examples/exampleshire/policies').pack('exampleshire-reviews');
  const says = [...mutantsOf(reviews)].filter(({ byCase }) => byCase === 'derivation').map(({ id }) => id);
  expect(says).toEqual([
    'how plan_ended_lately is worked out: 1 in place of 2 (`within.years`)',
    'how plan_ended_lately is worked out: 3 in place of 2 (`within.years`)',
    'how fourth_review is worked out: 3 in place of 4 (`pick`)',
    'how fourth_review is worked out: 5 in place of 4 (`pick`)',
    'how no_change_twice is worked out: 3 in place of 2 (`in_a_row`)',
    'how week_24 is worked out: 23 in place of 24 (`pregnancy_week`)',
    'how week_24 is worked out: 25 in place of 24 (`pregnancy_week`)',
    'how last_day_for_papers is worked out: 1 in place of 2 (`sooner.weeks`)',
    'how last_day_for_papers is worked out: 3 in place of 2 (`sooner.weeks`)',
  ]);
});

test('a fact that only a letter names has no slips', () => {
  const plans = policiesIn('docs/examples/exampleshire/policies').pack('exampleshire-long-plans');
  const says = [...mutantsOf(plans)].map(({ id }) => id);
  expect(says).toContainEqual(expect.stringMatching(/^how ten_months is worked out/));
  expect(says).not.toContainEqual(expect.stringMatching(/^how objection_until is worked out/));
});

describe('a deadline', () => {
  const kinds = ['approval', 'deadline'] as const;
  const dated = (kind: string): string =>
    broken(
      ['due: {before: conference_requested}', 'due: {after: conference_requested, days: 10}'],
      ['kind: approval', `kind: ${kind}`],
    );
  const timings = (text: string) => [...mutantsOf(compiled(text))].filter(({ byCase }) => byCase);

  test('is moved by one of its unit each way, and left out', () => {
    const says = timings(dated('approval')).map((mutant) => mutant.says);
    expect(says).toEqual(['without its deadline', '9 days in place of 10', '11 days in place of 10']);
  });

  test.each(kinds)('of kind %s survives with a dated case that tells it apart', (kind) => {
    const late = compiled(dated(kind));
    for (const mutant of timings(dated(kind))) {
      const verdict = decide(late, mutant, []);
      if (verdict.is !== 'surviving') throw new Error(verdict.is);
      const heading = { id: 'EX-0001', about: 'Offered.' };
      const offered = offerDated([verdict.base, verdict.other], join, 'panel_agrees', heading);
      const judge = offered?.worked && { worked: offered.worked, join };
      expect(decide(late, mutant, judge ? [judge] : []), mutant.id).toEqual({ is: 'killed', by: 'EX-0001' });
    }
  });
});

describe('without any case, a mutant is either the same pack or survives with a case that tells it apart', () => {
  test.each(mutants)('$id', (mutant) => {
    const verdict = decide(pack, mutant, []);
    if (verdict.is === 'equivalent') {
      const [a, b] = compileTogether([pack, mutant.read]);
      expect(a && b && differences(a, b)).toEqual([]);
      return;
    }
    expect(verdict.is).toBe('surviving');
    if (verdict.is !== 'surviving' || !verdict.difference) return;
    const worked = offerCase(verdict.base, join, verdict.difference, { id: 'EX-0001', about: 'Offered.' })?.worked;
    expect(worked?.file.expect).toBeDefined();
    expect(decide(pack, mutant, worked ? [{ worked, join }] : [])).toEqual({ is: 'killed', by: 'EX-0001' });
  });
});

test('an offered case in which records contradict each other names that, and so holds under the pack itself', () => {
  const contrary = compiled(
    broken([
      'questions:\n',
      'contradictions:\n  new_and_first: {when: {earlier_plans: 0}, says: Correct one of the two., clauses: [SD-1]}\n\nquestions:\n',
    ]),
  );
  const offered = [...mutantsOf(contrary)].flatMap((mutant) => {
    const verdict = decide(contrary, mutant, []);
    if (verdict.is !== 'surviving' || !verdict.difference) return [];
    return offerCase(verdict.base, join, verdict.difference, { id: 'EX-0001', about: 'Offered.' })?.worked ?? [];
  });
  expect(offered.filter(({ file }) => file.expect?.diagnostics && file.expect.questions)).not.toEqual([]);
  expect(offered.flatMap(failuresOf)).toEqual([]);
});

test('a pack in other words means the same: an order of rules, a condition written twice', () => {
  const twice = broken([
    'when: {months_since_last_plan: under 10}',
    'when: {all: [{months_since_last_plan: under 10}, {months_since_last_plan: [at most 9, under 10]}]}',
  ]);
  const [a, b] = compileTogether([pack, compiled(twice)]);
  expect(a && b && differences(a, b).map(({ what, id }) => `${what} ${id}`)).toEqual([]);
});

test('changing one place of a pack leaves the rest, and the pack itself, as they were', () => {
  const before = JSON.stringify(pack.pack);
  const changed = changeAt(
    pack.pack,
    ['questions', 'further', 'stages', 1, 'rules', 'soon_again', 'except', 0],
    undefined,
  );
  expect(changed.questions.further?.stages[1]?.rules.soon_again?.except).toEqual([]);
  expect(changed.requirements).toBe(pack.pack.requirements);
  expect(JSON.stringify(pack.pack)).toBe(before);
});
