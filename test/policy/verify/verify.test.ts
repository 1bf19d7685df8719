import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import type { Assessment, QuestionResult } from '../../../src/assess/case/assessment.ts';
import { NO_CALENDAR } from '../../../src/calendar/working-days.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { readText } from '../../../src/files/read-text.ts';
import { TooManyNodes } from '../../../src/logic/diagram.ts';
import { truth } from '../../../src/logic/walks.ts';
import type { CompiledPack } from '../../../src/policy/compile/compiled.ts';
import { rulebook } from '../../../src/policy/folder/rulebook.ts';
import { type PolicyFinding, verify } from '../../../src/policy/verify/verify.ts';
import { verifyText } from '../../../src/report/pack/verify-text.ts';
import { plainStyle } from '../../../src/report/words/style.ts';
import { broken, compiled, type Edit, SOUND, vocabulary } from '../../support/packs/broken-packs.ts';
import { policies } from '../../support/packs/policies.ts';

const found = (text: string): readonly PolicyFinding[] => verify(compiled(text), vocabulary).findings;

test('the sound pack has no findings, and says what it takes for granted', () => {
  const { findings, notChecked, assumptions } = verify(compiled(SOUND), vocabulary);
  expect(findings).toEqual([]);
  expect(notChecked).toEqual([]);
  expect(assumptions).toEqual(['Old harm needs an earlier plan.']);
});

const LONG_AGO = '{all: [{ground: [old_harm, other]}, {months_since_last_plan: at least 10}]}';

type Row = readonly [
  name: string,
  edits: readonly Edit[],
  ids: readonly [found: string, ...alsoFound: string[]],
  says: string,
];

// biome-ignore format: one row a line
const ROWS: readonly Row[] = [
  ['a gap', [['old_harm, other]}, {months', 'old_harm]}, {months']], ['gap:further'], 'the ground: “another ground”'],
  ['a conflict without shared text', [['when: {months_since_last_plan: under 10}', 'when: {months_since_last_plan: under 14}']], ['conflict:soon_again+long_ago'], '`panel` and `usual`'],
  ['a rule after a stage that always speaks', [[`when: ${LONG_AGO}\n`, 'when: {earlier_plans: 0}\n'], ['when: {months_since_last_plan: under 10}', 'when: {earlier_plans: at least 1}']], ['dead_rule:long_ago', 'unreachable_outcome:further.usual', 'never_matters:further.1.soon_again'], 'a rule of an earlier stage has spoken'],
  ['a rule whose condition cannot hold', [['{ground: new_harm}, {months_since_last_plan: at least 6}', '{ground: new_harm}, {ground: other}']], ['dead_rule:new_harm_later', 'gap:further', 'unreachable_outcome:further.manager', 'never_applies:report_covers', 'never_matters:soon_again.except.new_harm_later'], 'its condition cannot hold'],
  ['a rule in impossible cases only', [['no_plan_before: {when: {earlier_plans: 0}', 'no_plan_before: {when: {all: [{earlier_plans: 0}, {ground: old_harm}]}']], ['dead_rule:no_plan_before', 'unreachable_outcome:further.first'], 'takes to be impossible'],
  ['a rule outside the question', [['no_plan_before: {when: {earlier_plans: 0}', 'no_plan_before: {when: {asked_for: no}']], ['dead_rule:no_plan_before', 'unreachable_outcome:further.first'], 'where the question is not in play'],
  ['a rule that its exception swallows', [['{all: [{ground: new_harm}, {months_since_last_plan: at least 6}]}', '{months_since_last_plan: at most 12}']], ['dead_rule:soon_again', 'gap:further', 'conflict:new_harm_later+long_ago', 'unreachable_outcome:further.panel', 'never_applies:panel_agrees', 'fact_never_matters:panel_view'], 'its exceptions (`new_harm_later`)'],
  ['an outcome that is never reached', [['no_plan_before: {when: {earlier_plans: 0}', 'no_plan_before: {when: {asked_for: no}']], ['unreachable_outcome:further.first', 'dead_rule:no_plan_before'], '`no_plan_before` leads there'],
  ['an outcome without a rule', [['      usual:', '      nothing: {says: Nothing.}\n      usual:']], ['outcome_without_rule:nothing'], 'No rule of `further`'],
  ['an outcome of which a family form says nothing', [['    outcomes:\n', '    for_family: {parents: We look at it., child: We look at it.}\n    outcomes:\n'], ['says: This would be the first plan.}', 'says: This would be the first plan., for_family: nothing}'], ['says: The panel is asked.}', 'says: The panel is asked., for_family: {parents: We ask., child: We ask.}}']], ['no_family_words:manager', 'no_family_words:usual'], 'no words for the outcome `manager`'],
  ['a question of which a family form says nothing before it is settled', [['says: This would be the first plan.}', 'says: This would be the first plan., for_family: nothing}'], ['says: The panel is asked.}', 'says: The panel is asked., for_family: nothing}'], ['says: The team manager is asked.}', 'says: The team manager is asked., for_family: nothing}'], ['says: The usual way applies.}', 'says: The usual way applies., for_family: nothing}']], ['no_family_words:further'], 'while it is not settled'],
  ['a requirement that never applies', [['when: {term: again}\n    who', 'when: {all: [{term: again}, {earlier_plans: 0}]}\n    who']], ['never_applies:weigh_history'], 'never applies'],
  ['an indicator that never applies', [['{term: again}, {months_since_last_plan: at most 3}', '{term: again}, {earlier_plans: 0}']], ['never_applies:short_gap'], 'indicator'],
  ['a requirement that can never be met', [['evidence: {panel_view: agrees}', 'evidence: {all: [{panel_view: agrees}, {asked_for: no}]}']], ['never_met:panel_agrees', 'fact_never_matters:panel_view', 'never_matters:requirements.panel_agrees.evidence'], 'can never be met'],
  ['a requirement that is always met', [['evidence: {panel_view: agrees}', 'evidence: {any: [{panel_view: agrees}, {asked_for: yes}]}']], ['always_met:panel_agrees', 'fact_never_matters:panel_view', 'never_matters:requirements.panel_agrees.evidence'], 'is always met'],
  ['a fact that nothing needs', [['  ground:\n', '  colour: {type: yes_no, label: the colour}\n  ground:\n']], ['fact_unused:colour'], '`colour`'],
  ['a fact that changes nothing', [['in_play: {asked_for: yes}', 'in_play: {all: [{asked_for: yes}, {any: [{stray: yes}, {stray: no}]}]}'], ['  ground:\n', '  stray: {type: yes_no, label: a stray}\n  ground:\n']], ['fact_never_matters:stray', 'never_matters:further.in_play.all.1'], 'whatever its value'],
  ['a question that nothing needs', [['- {about: ground}', '- {about: ground}\n  - {about: current_plan}']], ['question_unused:current_plan'], 'nothing in the pack needs it'],
  ['a fact that nobody is asked', [['  - {about: ground}\n', '']], ['never_asked:ground'], 'nobody would be asked'],
  ['a term that no condition uses', [['says: there was a plan before}', 'says: there was a plan before}\n  spare: {means: {asked_for: no}, says: spare}']], ['term_unused:spare', 'never_matters:terms.spare'], '`spare`'],
  ['a text that nothing is to be covered in', [['analyses:\n', 'analyses:\n  spare: {title: S, asks: S, question: further, who: social_worker}\n']], ['analysis_unused:spare'], '`spare`'],
  ['a clause that nothing accounts for', [[', context: An aim only.', '']], ['clause_unaccounted:SD-7'], 'Clause SD-7'],
  ['a condition that another makes needless', [['{term: again}, {months_since_last_plan: at most 3}', '{term: again}, {earlier_plans: [1, at least 1]}, {months_since_last_plan: at most 3}']], ['never_matters:indicators.short_gap.all.0', 'never_matters:indicators.short_gap.all.1'], 'can be left out'],
  ['a condition that holds nowhere', [['when: {months_since_last_plan: under 10}', 'when: {any: [{months_since_last_plan: under 10}, {all: [{ground: old_harm}, {earlier_plans: 0}]}]}']], ['never_matters:further.1.soon_again.any.1'], 'makes no difference'],
  ['an exception that takes nothing away', [['when: {months_since_last_plan: under 10}', 'when: {months_since_last_plan: under 6}'], ['[old_harm, other]}, {months_since_last_plan: at least 10}', '[old_harm, other]}, {months_since_last_plan: at least 6}']], ['never_matters:soon_again.except.new_harm_later'], 'The exception `new_harm_later`'],
];

/** A gap is told from others of its question by six digits made of its case. */
const withoutDigest = (id: string): string => id.replace(/^(gap:\w+):[0-9a-f]{6}$/, '$1');

test.each(ROWS)('%s is found, and nothing else but what follows from it', (_, edits, ids, says) => {
  const findings = found(broken(...edits));
  expect(findings.map(({ id }) => withoutDigest(id)).sort()).toEqual([...ids].sort());
  expect(findings.find(({ id }) => withoutDigest(id) === ids[0])?.says).toContain(says);
});

describe('the case of a finding, assessed, shows it', () => {
  const at = (text: string, { shows }: PolicyFinding): { pack: CompiledPack; assessment: Assessment } => {
    const pack = compiled(text);
    const { file, diagnostics } = readCase(shows?.text ?? '');
    expect(diagnostics).toEqual([]);
    if (!file) throw new Error('no case');
    return { pack, assessment: assess(file, rulebook(vocabulary, [pack], NO_CALENDAR), '2026-01-05') };
  };
  const result = (assessment: Assessment): QuestionResult => assessment.questions[0] as QuestionResult;

  test.each(ROWS)('%s', (_, edits) => {
    const text = broken(...edits);
    for (const finding of found(text).filter(({ shows }) => shows)) {
      const { pack, assessment } = at(text, finding);
      expect(assessment.diagnostics).toEqual([]);
      const about = finding.id.split(':')[1] as string;
      const { possible, state, rules } = result(assessment);
      const own = assessment.findings.find(({ rule }) => rule === about);
      if (finding.code === 'gap') expect(state).toBe('silent');
      else if (finding.code === 'conflict') expect(possible.length).toBeGreaterThan(1);
      else if (finding.code === 'never_met') expect(['unknown', 'outstanding']).toContain(own?.state);
      else if (finding.code === 'always_met') expect(own?.state).toBe('met');
      else {
        expect(finding.code).toBe('dead_rule');
        const rule = pack.questions[0]?.rules.find(({ id }) => id === about);
        expect(rules).not.toContain(about);
        expect(rule && truth(rule.meets, assessment.masks.get(pack) ?? [])).toBe(true);
      }
    }
  });

  test('and holds no fact that it does not need', () => {
    const [gap] = found(broken(['old_harm, other]}, {months', 'old_harm]}, {months']));
    expect(Object.keys(gap?.shows?.facts ?? {}).sort()).toEqual([
      'asked_for',
      'earlier_plans',
      'ground',
      'months_since_last_plan',
    ]);
    expect(gap?.shows?.text).toContain('months_since_last_plan: at least 10');
  });
});

test('separate gaps of one question are found apart, each under an id that stays', () => {
  const text = broken([
    'ground: [old_harm, other]}, {months_since_last_plan: at least 10}',
    'ground: old_harm}, {months_since_last_plan: at least 12}',
  ]);
  const gaps = found(text).filter(({ code }) => code === 'gap');
  expect(gaps.length).toBeGreaterThan(1);
  expect(new Set(gaps.map(({ id }) => id)).size).toBe(gaps.length);
  expect(found(text).map(({ id }) => id)).toEqual(found(text).map(({ id }) => id));
});

test('a decision space that is too large is said to be unchecked, never to be clean', () => {
  const compiles = (limit: number): boolean => {
    try {
      return compiled(SOUND, limit) !== undefined;
    } catch (error) {
      if (error instanceof TooManyNodes) return false;
      throw error;
    }
  };
  const least = Array.from({ length: 2000 }, (_, i) => i).find(compiles);
  const verification = verify(compiled(SOUND, least), vocabulary);
  expect(verification.notChecked).toContain('conditions that never matter');
  const packs = [{ file: 'sound.yaml', verification, open: [], waived: [], written: new Map() }];
  const text = verifyText({ on: '2026-01-05', packs, waivers: [], files: [], left: [] }, plainStyle());
  expect(text).toContain('NOT FULLY CHECKED; nothing found in what was.');
});

test('a date is of use where only a decision or the list of a duty is counted from it', () => {
  const fact = 'facts:\n  own_day: {type: date, label: the day, asks: When was that?}\n';
  const own: Edit = ['\nfacts:\n', `\n${fact}`];
  const unused = (...edits: Edit[]) =>
    found(broken(own, ...edits))
      .map(({ id }) => id)
      .filter((id) => id.startsWith('fact_unused'));
  const decider = (before: string): Edit => [
    'in_play: {asked_for: yes}\n',
    `in_play: {asked_for: yes}\n    decided_by: [{who: [panel_chair], clauses: [SD-2]${before}}]\n`,
  ];
  const each = (since: string): Edit => [
    'requirements:\n',
    `requirements:\n  minutes: {kind: deadline, question: further, who: social_worker, says: Send them., clauses: [SD-2], due: {after: each, days: 5}, for_each: {occurrence: challenge${since}}}\n`,
  ];
  const kinds: Edit = ['roles:\n', 'occurrences: {challenge: {says: a challenge}}\nroles:\n'];
  expect(unused()).toEqual(['fact_unused:own_day']);
  expect(unused(decider(', before: own_day'))).toEqual([]);
  expect(unused(kinds, each(', since: own_day'))).toEqual([]);
  expect(unused(kinds, each(''))).toEqual(['fact_unused:own_day']);
});

test('every shipped pack is free of findings that count', () => {
  for (const name of policies.names()) {
    const { findings, notChecked } = verify(policies.pack(name), policies.vocabulary());
    expect(
      findings.filter(({ severity }) => severity !== 'note').map(({ id, says }) => `${name} ${id}: ${says}`),
    ).toEqual([]);
    expect(notChecked).toEqual([]);
  }
});

test('every fact, requirement and clause of a finding stands at its line', () => {
  const text = broken(['evidence: {panel_view: agrees}', 'evidence: {any: [{panel_view: agrees}, {asked_for: yes}]}']);
  const [finding] = found(text);
  expect(readText('test/policy/packs/sound.yaml').split('\n')[(finding?.line ?? 0) - 1]).toContain('panel_agrees:');
});
