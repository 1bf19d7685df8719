import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import { decisionConcerns } from '../../../src/assess/case/decisions.ts';
import { changedTerms } from '../../../src/assess/worked/changed-terms.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { mutantsOf } from '../../../src/policy/mutate/mutants.ts';
import { verify } from '../../../src/policy/verify/verify.ts';
import { headline } from '../../../src/report/case/headline.ts';
import { broken, compiled, type Edit, join, read, vocabulary } from '../../support/packs/broken-packs.ts';

const decidedBy = (...deciders: readonly string[]): Edit => [
  'in_play: {asked_for: yes}\n',
  `in_play: {asked_for: yes}\n    decided_by:\n${deciders.map((one) => `      - {${one}, clauses: [SD-2]}\n`).join('')}`,
];

const THREE = 'who: [social_worker, team_manager, panel_chair]';
const all = compiled(broken(decidedBy(`${THREE}, needs: all`)));
const two = compiled(broken(decidedBy(`${THREE}, needs: 2`)));
const one = compiled(broken(decidedBy(THREE)));

const PLAIN = 'answers: {asked_for: yes, ground: old_harm, earlier_plans: 1, months_since_last_plan: at least 12}';
const entry = (by: string, more = 'outcome: usual, agrees: yes'): string =>
  `  - {question: further, by: ${by}, date: 2026-05-04, ${more}}\n`;

function looked(pack: typeof all, decisions: string, answers = PLAIN) {
  const { file, diagnostics } = readCase(
    `version: 1\ncase: EX-0001\npacks: [sound]\n${answers}\n${decisions && `decisions:\n${decisions}`}`,
  );
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  const assessment = assess(file, join([pack]), '2026-05-05');
  const [question] = assessment.questions;
  if (!question) throw new Error('no question');
  return {
    standing: assessment.standings.get(question),
    concerns: decisionConcerns(assessment).map(({ rule }) => rule),
    says: headline(question, assessment, (role) => role.replaceAll('_', ' ')),
  };
}

const WITH = 'with: [team_manager, panel_chair], outcome: usual, agrees: yes';
const EACH = entry('social_worker') + entry('team_manager') + entry('panel_chair');

describe('a decision for which several must agree', () => {
  test.each([
    ['all, by all in one entry', all, entry('social_worker', WITH), true, []],
    ['all, by all in three entries', all, EACH, true, []],
    ['all, by one', all, entry('team_manager'), false, ['decision_by_too_few']],
    ['all, by two', all, entry('team_manager') + entry('panel_chair'), false, ['decision_by_too_few']],
    ['two, by one', two, entry('team_manager'), false, ['decision_by_too_few']],
    ['two, by the same one twice', two, entry('team_manager').repeat(2), false, ['decision_by_too_few']],
    ['two, by two', two, entry('team_manager') + entry('panel_chair'), true, []],
    [
      'two, by two for different things',
      two,
      entry('team_manager') + entry('panel_chair', 'outcome: panel, agrees: no, reason: R, reason_code: other'),
      false,
      ['decision_by_too_few'],
    ],
    ['one, by one', one, entry('team_manager'), true, []],
    ['all, by another role', all, entry('lead_worker'), false, ['decision_by_other_role', 'decision_by_too_few']],
    [
      'all, and one declines',
      all,
      entry('team_manager', 'outcome: declined, agrees: no, reason: R, reason_code: other'),
      true,
      [],
    ],
    [
      'two, and one declines',
      two,
      entry('team_manager', 'outcome: declined, agrees: no, reason: R, reason_code: other'),
      false,
      ['decision_missing'],
    ],
  ] satisfies readonly (readonly [string, typeof all, string, boolean, readonly string[]])[])(
    '%s',
    (_, pack, decisions, isDecided, rules) => {
      const { standing, concerns } = looked(pack, decisions);
      expect(standing?.decided !== undefined).toBe(isDecided);
      expect(concerns).toEqual(rules);
    },
  );

  test('is asked of all of them, and tells who has agreed', () => {
    expect(looked(all, entry('team_manager')).says).toContain(
      'for the social worker, the team manager and the panel chair together to decide. Agreed so far: the team manager.',
    );
    expect(looked(two, '').says).toContain('at least 2 of the social worker, the team manager and the panel chair');
    expect(looked(all, EACH).says).toContain(
      'The social worker, the team manager and the panel chair together decided this',
    );
  });

  test('is told by `policy diff`, and its slips are made by `policy mutate`', () => {
    expect(changedTerms(all, two).map(({ what, id, part }) => `${what} ${id} ${part}`)).toEqual([
      'question further decided_by',
    ]);
    const slips = [...mutantsOf(two)].filter(({ where }) => where.startsWith('who decides'));
    expect(slips.map(({ says }) => says)).toEqual(['1 of 3 roles in place of 2', '3 of 3 roles in place of 2']);
  });

  test.each(['who: [team_manager], needs: all', 'who: [team_manager, panel_chair], needs: 3'])(
    '%s cannot be',
    (decider) => {
      expect(read(broken(decidedBy(decider))).diagnostics.map(({ code }) => code)).toContain('too_few_deciders');
    },
  );
});

describe('who decides by condition', () => {
  const NEW = 'when: {ground: new_harm}, who: [panel_chair]';
  const depends = compiled(broken(decidedBy(NEW, 'who: [team_manager]')));
  const at = (ground: string): string =>
    `answers: {asked_for: yes${ground}, earlier_plans: 1, months_since_last_plan: under 6}`;

  test.each([
    ['the first whose condition holds', at(', ground: new_harm'), ['panel_chair']],
    ['the next where it does not hold', at(', ground: old_harm'), ['team_manager']],
    ['nobody is named where that is not known', at(''), undefined],
  ])('%s', (_, answers, who) => {
    expect(looked(depends, '', answers).standing?.decider?.who).toEqual(who);
  });

  test('what it hangs on is named, and either role may have decided', () => {
    const { says, concerns } = looked(depends, entry('panel_chair', 'outcome: panel, agrees: yes'), at(''));
    expect(looked(depends, '', at('')).says).toContain('To know who decides, we need to know: the ground.');
    expect(says).toContain('decided this');
    expect(concerns).toEqual([]);
  });

  test('is proved to leave no case without a decider', () => {
    const codes = (...deciders: string[]): string[] =>
      verify(compiled(broken(decidedBy(...deciders))), vocabulary).findings.map(({ code }) => code);
    expect(codes(NEW, 'who: [team_manager]')).toEqual([]);
    expect(codes(NEW)).toContain('no_decider');
  });

  test('cannot rest on the outcome of its own question', () => {
    const { diagnostics } = read(broken(decidedBy('when: {outcome: further.panel}, who: [panel_chair]')));
    expect(diagnostics.map(({ code }) => code)).toContain('circular_definition');
  });
});
