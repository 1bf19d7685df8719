import { describe, expect, test } from 'vitest';
import { clausesOf, findingOf, outcomeOf, under } from '../support/packs/authority.ts';

const stoke = (asAt: string, body: string) => under('stoke-on-trent', asAt, body);

const plan = (began: string, rest: string): string => `current_plan: {began: ${began}}\n${rest}`;

const ending = (ground: string, rest = ''): string =>
  `looked_after: none\nanswers: {ceasing_ground: ${ground}, move: none, other_reason_to_end_early: no}\n${rest}`;

const care = (status: string, placement: string, answers: string): string => `
looked_after: {complete: yes, episodes: [{began: 2026-10-12, legal_status: ${status}, placement: ${placement}}]}
meetings: {complete: yes, list: []}
answers: {${answers}, other_reason_to_end_early: no, move: none}`;

const AWAY = 'contact_with_risk: supervised, return_home: not_planned';

describe('ending a plan in Stoke-on-Trent', () => {
  test('four months in, with the risk reduced and no exception, is too early', () => {
    const case4 = stoke('2026-10-20', plan('2026-06-16', ending('risk_reduced')));
    expect(outcomeOf(case4, 'ceasing')).toBe('too_early');
    expect(clausesOf(case4, 'ceasing')).toEqual(['ST-07.1']);
  });

  test.each([
    ['2026-12-15', 'too_early'],
    ['2026-12-16', 'may_be_considered'],
  ])('looked at on %s, a plan of 16 June 2026 is %s', (asAt, outcome) => {
    const body = plan('2026-06-16', ending('risk_reduced', 'records: {conference_quorum: not_held}'));
    expect(outcomeOf(stoke(asAt, body), 'ceasing')).toBe(outcome);
  });

  test('happens at the 18th birthday two months in, and the six months are no bar', () => {
    const none = 'looked_after: none\nmeetings: {complete: yes, list: []}';
    const body = plan('2026-08-18', `child: {born: 2008-10-18}\n${none}`);
    expect(outcomeOf(stoke('2026-10-20', body), 'ceasing')).toBe('ends_at_18');
    expect(outcomeOf(stoke('2026-10-17', `${body}\nanswers: {ceasing_ground: not_considered}`), 'ceasing')).toBe(
      'not_in_play',
    );
  });

  test('happens on death two months in, and the six months are no bar', () => {
    const body = plan('2026-08-18', 'child: {born: 2020-10-18, died: 2026-10-11}\nlooked_after: none');
    expect(outcomeOf(stoke('2026-10-20', body), 'ceasing')).toBe('ends_on_death');
  });

  test('seven months in cannot be decided by a conference that is not quorate', () => {
    const body = plan('2026-03-10', ending('risk_reduced', 'records: {conference_quorum: not_quorate}'));
    const case7 = stoke('2026-10-20', body);
    expect(outcomeOf(case7, 'ceasing')).toBe('not_quorate');
    expect(clausesOf(case7, 'ceasing')).toEqual(['ST-07.2']);
  });

  test.each(['risk_reduced', 'moved', 'looked_after'])(
    'never happens without a conference on the ground %s',
    (ground) => {
      const body = plan('2025-03-10', `answers: {ceasing_ground: ${ground}}`);
      expect(outcomeOf(stoke('2026-10-20', body), 'ceasing')).not.toBe('plan_ends');
    },
  );
});

describe('a move', () => {
  const moved = (answers: string, dates = 'dates: {notified_of_move: 2026-12-18}'): string =>
    plan('2026-09-08', `looked_after: none\n${dates}\nanswers: {${answers}}`);

  test('for good, notified on 18 December 2026, asks for a transfer conference by 13 January 2027', () => {
    const assessment = stoke(
      '2026-12-21',
      moved('ceasing_ground: moved, move: permanent, transfer_conference_held: no'),
    );
    const transfer = findingOf(assessment, 'transfer_in_time');
    expect(transfer).toMatchObject({ state: 'due', due: { from: '2027-01-13', to: '2027-01-13' } });
    expect(transfer.counted).toBe('15 working days after 18 December 2026; 25, 28 December and 1 January not counted');
    expect(outcomeOf(assessment, 'ceasing')).toBe('transfer_conference_first');
  });

  test.each(['risk_reduced', 'moved'])(
    'for good bars an end on the ground %s until the transfer conference',
    (ground) => {
      const body = moved(
        `ceasing_ground: ${ground}, move: permanent, transfer_conference_held: no, other_reason_to_end_early: yes`,
      );
      expect(outcomeOf(stoke('2027-06-21', body), 'ceasing')).toBe('transfer_conference_first');
    },
  );

  test('for a time asks for notification only', () => {
    const assessment = stoke('2026-12-21', moved('ceasing_ground: not_considered, move: temporary'));
    expect(findingOf(assessment, 'receiving_area_told').state).toBe('met');
    expect(findingOf(assessment, 'transfer_arranged').state).toBe('not_applicable');
    expect(findingOf(assessment, 'transfer_in_time').state).toBe('not_applicable');
  });
});

describe('a child who becomes looked after in Stoke-on-Trent', () => {
  test('under an interim care order and at home keeps the plan, and the conflict is named', () => {
    const body = plan('2026-06-16', care('C1', 'P1', 'contact_with_risk: supervised, return_home: at_home'));
    const assessment = stoke('2026-10-20', body);
    expect(outcomeOf(assessment, 'becomes_looked_after')).toBe('document_conflicts');
    expect(clausesOf(assessment, 'becomes_looked_after')).toEqual(
      expect.arrayContaining(['ST-03.6', 'ST-07.1', 'ST-08.5']),
    );
    expect(findingOf(assessment, 'resolve_interim_order').who).toEqual(['conference_chair']);
  });

  test('under section 20 within six months keeps the plan, and the conflict is named', () => {
    const assessment = stoke('2026-10-20', plan('2026-06-16', care('V2', 'U6', AWAY)));
    expect(outcomeOf(assessment, 'becomes_looked_after')).toBe('document_conflicts');
    expect(clausesOf(assessment, 'becomes_looked_after')).toEqual(expect.arrayContaining(['ST-03.7', 'ST-07.1']));
  });

  test.each([
    ['C1', 'U1', AWAY, '2026-06-16', 'document_conflicts'],
    ['C1', 'U6', 'contact_with_risk: unsupervised_other, return_home: not_planned', '2026-06-16', 'document_conflicts'],
    ['C1', 'U6', 'contact_with_risk: none, return_home: now', '2026-06-16', 'document_conflicts'],
    ['V2', 'U6', AWAY, '2026-02-10', 'keep_until_conference'],
    ['V2', 'U1', AWAY, '2026-02-10', 'keep_until_conference'],
    ['V2', 'U6', 'contact_with_risk: unsupervised_abuser, return_home: later', '2026-02-10', 'document_conflicts'],
    ['C2', 'U6', AWAY, '2026-02-10', 'conference_considers'],
    ['C2', 'U6', AWAY, '2026-06-16', 'document_conflicts'],
    ['C2', 'P1', 'contact_with_risk: none, return_home: at_home', '2026-02-10', 'document_conflicts'],
    ['V3', 'U6', AWAY, '2026-02-10', 'not_in_play'],
    ['V4', 'U6', AWAY, '2026-02-10', 'not_in_play'],
  ])('%s in %s with %s, on a plan of %s: %s', (status, placement, answers, began, outcome) => {
    expect(outcomeOf(stoke('2026-10-20', plan(began, care(status, placement, answers))), 'becomes_looked_after')).toBe(
      outcome,
    );
  });

  test.each([
    ['not_decided', 'document_conflicts'],
    ['letter', 'end_by_letter'],
    ['conference', 'conference_considers'],
  ])('under an interim order, away from risk, with %s on record is %s', (resolved, outcome) => {
    const body = `${care('C1', 'U6', AWAY)}\nrecords: {letter_or_conference: ${resolved}}`;
    const assessment = stoke('2026-10-20', plan('2026-06-16', body));
    expect(outcomeOf(assessment, 'becomes_looked_after')).toBe(outcome);
    expect(findingOf(assessment, 'letter_to_agencies').state).toBe(
      resolved === 'letter' ? 'unknown' : 'not_applicable',
    );
  });

  test('has the national 20 working days beside every route', () => {
    const assessment = stoke('2026-10-20', plan('2026-06-16', care('C1', 'U6', AWAY)));
    const question = assessment.questions.find(({ id }) => id === 'becomes_looked_after');
    expect(question?.compiled.question.always).toContain('not from this document');
    expect(findingOf(assessment, 'first_review_in_time')).toMatchObject({
      state: 'due',
      due: { from: '2026-11-09', to: '2026-11-09' },
      counted: '20 working days after 12 October 2026',
    });
  });
});

describe('no reading of the document ends protection', () => {
  const statuses = ['C1', 'C2', 'V2', 'E1', 'L1', 'L2', 'J1'];
  const contacts = ['none', 'supervised', 'unsupervised_other', 'unsupervised_abuser'];
  const homes = ['not_planned', 'later', 'now', 'at_home'];
  const ENDING = ['end_by_letter', 'ended_by_conference'];

  test.each(statuses)('%s at home never leads to an end, however contact and time stand', (status) => {
    for (const contact of contacts) {
      for (const home of homes) {
        for (const began of ['2026-09-16', '2025-02-10']) {
          const placed = care(status, 'P1', `contact_with_risk: ${contact}, return_home: ${home}`);
          const outcome = outcomeOf(stoke('2026-10-20', plan(began, placed)), 'becomes_looked_after');
          expect([status, contact, home, began, outcome]).toEqual([status, contact, home, began, 'document_conflicts']);
        }
      }
    }
  });

  test('section 20 within six months never leads to an end', () => {
    for (const placement of ['U1', 'U6', 'K2']) {
      for (const contact of contacts) {
        for (const home of homes) {
          const placed = care('V2', placement, `contact_with_risk: ${contact}, return_home: ${home}`);
          const outcome = outcomeOf(stoke('2026-10-20', plan('2026-06-16', placed)), 'becomes_looked_after');
          expect([placement, contact, home, outcome]).toEqual([placement, contact, home, 'document_conflicts']);
        }
      }
    }
  });

  test('an end by letter needs every protective condition to be known, and the manager to have said so', () => {
    const whole = ['contact_with_risk: supervised', 'return_home: not_planned', 'letter_or_conference: letter'];
    for (const left of whole) {
      const answers = whole.slice(0, 2).filter((part) => part !== left);
      const records = `records: {${left === whole[2] ? '' : whole[2]}}`;
      const placed = `${care('C1', 'U6', answers.join(', '))}\n${records}`;
      const assessment = stoke('2026-10-20', plan('2026-06-16', placed));
      expect(ENDING).not.toContain(outcomeOf(assessment, 'becomes_looked_after'));
    }
  });
});

describe('how the plan is carried out', () => {
  test('counts the first core group over Christmas', () => {
    const body = plan('2026-12-14', 'dates: {initial_conference: 2026-12-14}\nmeetings: {complete: yes, list: []}');
    expect(findingOf(stoke('2026-12-18', body), 'first_core_group_in_time')).toMatchObject({
      state: 'due',
      due: { from: '2026-12-30', to: '2026-12-30' },
      counted: '10 working days after 14 December 2026; 25 and 28 December not counted',
    });
  });

  test.each([
    ['2026-10-20', 'due'],
    ['2026-10-24', 'due'],
    ['2026-10-25', 'overdue'],
  ])('asks for a core group within a month of the last: on %s it is %s', (asAt, state) => {
    const meetings =
      'meetings: {complete: yes, list: [{kind: core_group, date: 2026-08-27}, {kind: core_group, date: 2026-09-24}]}';
    const body = plan('2026-08-18', `${meetings}\nanswers: {core_group_interval: monthly}`);
    expect(findingOf(stoke(asAt, body), 'core_group_monthly')).toMatchObject({ state, due: { to: '2026-10-24' } });
  });

  test('cannot tell whether the last core group is too long ago from a list that is not complete', () => {
    const meetings = 'meetings: {list: [{kind: core_group, date: 2026-08-27}]}';
    const body = plan('2026-08-18', `${meetings}\nanswers: {core_group_interval: monthly}`);
    expect(findingOf(stoke('2026-10-20', body), 'core_group_monthly')).toMatchObject({
      state: 'unknown',
      unsure: 'when',
    });
  });

  test.each([
    ['2026-09-29', 'due'],
    ['2026-09-30', 'past_due_unrecorded'],
  ])('asks again 28 working days after the child was last seen alone: on %s it is %s', (asAt, state) => {
    const body = plan('2026-08-18', 'child: {born: 2017-01-30}\ndates: {seen_alone_on: 2026-08-19}');
    expect(findingOf(stoke(asAt, body), 'child_seen_alone')).toMatchObject({ state, due: { to: '2026-09-29' } });
  });

  test('cannot tell when the child must first be seen alone without a stated start', () => {
    const body = plan('2026-08-18', 'child: {born: 2017-01-30}');
    expect(findingOf(stoke('2026-10-20', body), 'child_seen_alone')).toMatchObject({
      state: 'unknown',
      unsure: 'when',
      hangsOn: ['seen_alone_on', 'seen_alone_from'],
    });
  });

  test('does not ask that an unborn child is seen', () => {
    const body = plan('2026-10-06', 'child: {expected: 2026-12-14}');
    expect(findingOf(stoke('2026-10-20', body), 'child_seen_alone').state).toBe('not_applicable');
  });
});
