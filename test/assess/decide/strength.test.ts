import { describe, expect, test } from 'vitest';
import { requirementInWords } from '../../../src/assess/case/act-words.ts';
import { assess } from '../../../src/assess/case/assess.ts';
import { concerns } from '../../../src/assess/case/concerns.ts';
import { decisionConcerns } from '../../../src/assess/case/decisions.ts';
import { tasksOf } from '../../../src/assess/case/tasks.ts';
import { changedTerms } from '../../../src/assess/worked/changed-terms.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { compileTogether } from '../../../src/policy/compile/compile.ts';
import { differences } from '../../../src/policy/mutate/differ.ts';
import { mutantsOf } from '../../../src/policy/mutate/mutants.ts';
import { doneBy } from '../../../src/report/case/done-words.ts';
import { broken, compiled, type Edit, join, read } from '../../support/packs/broken-packs.ts';

/** The sound pack with a letter that is due ten days after the request. */
const letter = (more = ''): Edit => [
  'requirements:\n',
  `requirements:\n  letter: {kind: notify, question: further, who: social_worker, says: Send the letter., clauses: [SD-2], due: {after: conference_requested, days: 10}${more}}\n`,
];
const packOf = (more?: string) => compiled(broken(letter(more)));

function finding(pack: ReturnType<typeof packOf>, asAt: string, more = '') {
  const { file, diagnostics } = readCase(
    `version: 1\ncase: EX-0001\npacks: [sound]\nanswers: {asked_for: yes}\ndates: {conference_requested: 2026-05-04}\n${more}`,
  );
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  const assessment = assess(file, join([pack]), asAt);
  const found = assessment.findings.find(({ rule }) => rule === 'letter');
  if (!found) throw new Error('no letter');
  const levels = concerns(file, assessment)
    .filter(({ rule }) => rule === 'letter')
    .map(({ level }) => level);
  const ranks = tasksOf(assessment).flatMap(({ about, rank }) =>
    about.kind === 'requirement' && about.finding === found ? [rank] : [],
  );
  return {
    state: found.state,
    says: requirementInWords(found),
    caveat: found.caveat,
    hangsOn: found.hangsOn,
    levels,
    ranks,
  };
}

const NOT_DONE = 'records: {letter: no}';
const VARIED = 'checklists: {letter: {variation: {value: yes, by: team_manager, date: 2026-05-08}}}';

describe('only a must turns overdue', () => {
  test.each([
    ['must', NOT_DONE, 'overdue', ['overdue'], ['overdue']],
    ['should', NOT_DONE, 'outstanding', ['note'], ['to_do']],
    ['ideally', NOT_DONE, 'outstanding', ['note'], ['to_do']],
    ['must', '', 'past_due_unrecorded', ['past_due'], ['past_due']],
    ['should', '', 'unknown', ['undecided'], ['find_out']],
    ['should', 'records: {letter: {value: yes, date: 2026-05-06}}', 'met', [], []],
  ])('%s, %s: %s', (strength, records, state, levels, ranks) => {
    expect(finding(packOf(`, strength: ${strength}`), '2026-06-01', records)).toMatchObject({ state, levels, ranks });
  });

  test('what is recommended reads so', () => {
    expect(finding(packOf(', strength: should'), '2026-05-05', NOT_DONE).says).toBe('Recommended: Send the letter.');
    expect(finding(packOf(', strength: ideally'), '2026-05-05', NOT_DONE).says).toBe('Ideally: Send the letter.');
  });
});

describe('a departure that is approved', () => {
  const pack = packOf(', variation: {who: [team_manager]}');

  test.each([
    ['by the role that may', VARIED, 'varied'],
    ['by another role', VARIED.replace('team_manager', 'social_worker'), 'overdue'],
    ['not', 'checklists: {letter: {variation: no}}', 'overdue'],
    ['not known to be', '', 'overdue'],
    ['for a day that has not come', VARIED.replace('2026-05-08', '2026-07-08'), 'overdue'],
  ])('%s: %s', (_, checklists, state) => {
    expect(finding(pack, '2026-06-01', `${NOT_DONE}\n${checklists}`).state).toBe(state);
  });

  test('asks nothing more of anybody, and `check` notes it', () => {
    expect(finding(pack, '2026-06-01', `${NOT_DONE}\n${VARIED}`)).toMatchObject({ levels: ['note'], ranks: [] });
  });
});

describe('another way than an approval', () => {
  const pack = compiled(
    broken(
      [
        'in_play: {asked_for: yes}\n',
        'in_play: {asked_for: yes}\n    decided_by: [{who: [panel_chair, social_worker], needs: all, clauses: [SD-2]}]\n',
      ],
      [
        'evidence: {panel_view: agrees}',
        'evidence: {panel_view: agrees}\n    refused: {panel_view: objects}\n    variation: {who: [team_manager]}',
      ],
    ),
  );
  const one = compiled(
    broken(
      [
        'in_play: {asked_for: yes}\n',
        'in_play: {asked_for: yes}\n    decided_by: [{who: [panel_chair], clauses: [SD-2]}]\n',
      ],
      [
        'evidence: {panel_view: agrees}',
        'evidence: {panel_view: agrees}\n    variation: {who: [team_manager, social_worker]}',
      ],
    ),
  );
  const APPROVED = 'checklists: {panel_agrees: {variation: {value: yes, by: team_manager, date: 2026-05-06}}}\n';
  const entry = (by: string): string =>
    `decisions: [{question: further, by: ${by}, date: 2026-05-06, outcome: panel, agrees: yes}]\n`;
  const at = (by: typeof pack, more: string) => {
    const { file, diagnostics } = readCase(
      `version: 1\ncase: EX-0001\npacks: [sound]\nanswers: {asked_for: yes, earlier_plans: 1, months_since_last_plan: 2 to 2, ground: other}\n${more}`,
    );
    if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
    const assessment = assess(file, join([by]), '2026-06-01');
    return {
      finding: assessment.findings.find(({ rule }) => rule === 'panel_agrees'),
      standing: [...assessment.standings.values()][0],
      decisions: decisionConcerns(assessment).map(({ rule }) => rule),
      concerns: concerns(file, assessment)
        .filter(({ rule }) => rule === 'panel_agrees')
        .map(({ level, says }) => [level, says]),
      done: doneBy(assessment, (role) => role),
    };
  };

  test('a refusal stands although another way is recorded as approved, and both are told', () => {
    const { finding, concerns: told } = at(pack, `records: {panel_view: objects}\n${APPROVED}`);
    expect(finding?.state).toBe('declined');
    expect(told).toEqual([
      ['note', expect.stringContaining('refused, and another way is recorded as approved too; the refusal counts')],
    ]);
  });

  test('whoever approved it stands in for the one who was to agree: one of several decisions', () => {
    expect(at(pack, entry('social_worker')).decisions).toEqual(['decision_by_too_few']);
    const { standing, decisions } = at(pack, APPROVED + entry('social_worker'));
    expect(standing?.decided?.together).toEqual(['team_manager', 'social_worker']);
    expect(decisions).toEqual([]);
  });

  test('or the only one, by the approval or by a decision', () => {
    expect(at(one, '').decisions).toEqual(['decision_missing']);
    expect(at(one, APPROVED)).toMatchObject({
      standing: { decided: { how: 'agrees', by: 'team_manager', date: '2026-05-06' } },
      decisions: [],
    });
    expect(at(one, entry('team_manager')).decisions).toEqual(['decision_by_other_role']);
    expect(at(one, APPROVED + entry('team_manager')).decisions).toEqual([]);
    expect(at(one, APPROVED + entry('head_of_service')).decisions).toEqual(['decision_by_other_role']);
  });

  test('who approved it has to be known, where several may', () => {
    expect(at(one, APPROVED.replace('by: team_manager, ', '')).decisions).toEqual(['decision_missing']);
  });

  test('stands among what people did', () => {
    expect(at(one, APPROVED).done).toEqual([
      {
        who: 'The team_manager',
        acts: [
          { says: "approved another way than this: “Obtain the panel's agreement.”, 6 May 2026", clauses: 'SD-2' },
        ],
      },
    ]);
  });
});

describe('a step that is barred until something has happened', () => {
  const pack = packOf(', not_until: {when: {ground: new_harm}, says: new harm is shown}');
  const ground = (value: string): string => `answers: {asked_for: yes, ground: ${value}}`;
  const at = (answers: string, more = NOT_DONE, asAt = '2026-05-05') => {
    const { file } = readCase(
      `version: 1\ncase: EX-0001\npacks: [sound]\n${answers}\ndates: {conference_requested: 2026-05-04}\n${more}`,
    );
    const { findings } = assess(file as NonNullable<typeof file>, join([pack]), asAt);
    return findings.find(({ rule }) => rule === 'letter') as (typeof findings)[number];
  };

  test.each([
    ['it waits while that is not so', ground('old_harm'), NOT_DONE, 'barred'],
    ['it waits while that is not known', 'answers: {asked_for: yes}', NOT_DONE, 'barred'],
    ['it is asked for once it is so', ground('new_harm'), NOT_DONE, 'outstanding'],
    [
      'it is in place where it was done',
      ground('old_harm'),
      'records: {letter: {value: yes, date: 2026-05-05}}',
      'met',
    ],
  ])('%s', (_, answers, records, state) => expect(at(answers, records).state).toBe(state));

  test('what bars it is said, and what has to be found out', () => {
    expect(requirementInWords(at(ground('old_harm')))).toBe('Wait until new harm is shown. Then: Send the letter.');
    expect(at('answers: {asked_for: yes}').hangsOn).toEqual(['ground']);
    expect(at(ground('old_harm'), 'records: {letter: {value: yes, date: 2026-05-05}}').caveat).toContain(
      'had to wait until',
    );
  });

  test('a day that passes meanwhile stays overdue', () => {
    const late = at(ground('old_harm'), NOT_DONE, '2026-06-01');
    expect(late.state).toBe('overdue');
    expect(requirementInWords(late)).toContain('Wait until');
  });

  test('a slip in it is another meaning', () => {
    const other = read(broken(letter(', not_until: {when: {ground: old_harm}, says: new harm is shown}'))).data;
    if (!other) throw new Error('unread');
    const [a, b] = compileTogether([pack, other]);
    expect(a && b && differences(a, b).map(({ what, id }) => `${what} ${id}`)).toEqual(['bar letter', 'bar letter']);
  });
});

test('`policy diff` tells a change, and `policy mutate` makes one', () => {
  const [a, b] = [packOf(', strength: should, variation: {who: [team_manager]}'), packOf(', strength: must')];
  expect(changedTerms(a, b).map(({ part }) => part)).toEqual(['strength', 'variation']);
  const says = [...mutantsOf(a)].filter(({ where }) => where.includes('letter')).map((one) => one.says);
  expect(says).toEqual(
    expect.arrayContaining(['`must` in place of `should`', 'without the departure that can be approved']),
  );
});

test('a role that is not there is refused', () => {
  expect(read(broken(letter(', variation: {who: [team_manger]}'))).diagnostics.map(({ code }) => code)).toEqual([
    'unknown_name',
  ]);
});
