import { describe, expect, it } from 'vitest';
import { settle } from '../../../src/interview/flow/conflict.ts';
import { inTurn } from '../../../src/interview/prompters/in-turn.ts';
import type { Prompter } from '../../../src/interview/prompters/prompter.ts';
import { AS_AT, askOne, caseText, fileFrom, hold, sceneFor } from '../kit.ts';
import { not, type Says, worker } from '../worker.ts';

const PLAN = `current_plan: none
previous_plans: {complete: yes, plans: [{authority: Exampleshire, began: 2024-01-10, ended: 2025-01-15, category: NEG}]}
`;
const SOUGHT = 'dates: {conference_requested: 2026-11-02}\n';
const READY = caseText(`${PLAN}${SOUGHT}answers:\n  present_category: NEG\n`);

type Replies = (readonly [string, Says])[];

describe('a sitting', () => {
  it('says first that protective action never waits, and nothing of what is recommended', async () => {
    const { prompter, said } = worker([['point_1.text', 'leaves']]);
    const { ended } = await hold(READY, prompter);
    expect(ended).toBe('stopped');
    expect(said()).toMatch(/^If a child is in danger now, act now\./);
    expect(said()).not.toMatch(/recommend|may go forward|second plan/i);
  });

  it('saves after every answer, and keeps a half-written text where the worker leaves', async () => {
    const { prompter } = worker([
      ['previous_plans', 'add'],
      ['authority', 'Exampleshire'],
      ['began', '10/1/24'],
      ['ended', 'Jan 2025'],
      ['category', not('not_known')],
      ['previous_plans.more.1', 'leaves'],
    ]);
    const { text, saved } = await hold(caseText(''), prompter);
    expect(saved).toHaveLength(4);
    expect(fileFrom(text).previous_plans?.plans).toEqual([
      { authority: 'Exampleshire', began: '2024-01-10', ended: '2025-01' },
    ]);
  });

  it('says where the answers are, and how to go on', async () => {
    const { prompter, said } = worker([['point_1.text', 'leaves']]);
    await hold(READY, prompter);
    expect(said()).toContain('Every answer up to here is saved in case.yaml. To go on: cpplan screen case.yaml');
  });

  it('says that it goes on with a case, and asks first what was left open', async () => {
    const text = caseText(`${PLAN}${SOUGHT}answers: {step_down: {unknown: not_known, who: team_manager}}\n`);
    const { prompter, said } = worker([['step_down', 'leaves']]);
    await hold(text, prompter);
    expect(said()).toContain('Going on with EX-0900: 4 answers are there already');
    expect(said()).toContain('1 of them was left as not yet known; that comes first.');
  });

  it('asks who finds out, and by when, where something is not yet known', async () => {
    const { prompter } = worker([
      ['step_down', not('not_known')],
      ['step_down.who', 'team_manager'],
      ['step_down.chase_by', '1/12/26'],
      ['point_1.text', 'leaves'],
    ]);
    const { text } = await hold(
      caseText(`${PLAN}${SOUGHT}answers: {present_category: NEG, step_down: {unknown: not_known}}\n`),
      prompter,
    );
    expect(fileFrom(text).answers?.step_down).toEqual({
      unknown: 'not_known',
      who: 'team_manager',
      chase_by: '2026-12-01',
    });
  });

  it('keeps accounts that differ side by side', async () => {
    const { prompter } = worker([
      ['answers.step_down', not('disputed')],
      ['step_down.accounts', ['not_early', 'the_reason']],
      ['step_down.note', 'The core group and the school.'],
      ['point_1.text', 'leaves'],
    ]);
    const { text } = await hold(
      caseText(`${PLAN}${SOUGHT}answers: {present_category: NEG, step_down: {unknown: not_known}}\n`),
      prompter,
    );
    expect(fileFrom(text).answers?.step_down).toEqual({
      unknown: 'disputed',
      accounts: [{ value: 'not_early' }, { value: 'the_reason' }],
      note: 'The core group and the school.',
    });
  });

  it('explains why something is asked, without saying which answer leads where', async () => {
    const { prompter, said } = worker([
      ['risks_significantly_different', not('why')],
      ['risks_significantly_different', 'leaves'],
    ]);
    const count = 'previous_plans: {complete: no, count: 2}\n';
    await hold(caseText(`${count}${SOUGHT}answers: {risks_significantly_different: {unknown: not_known}}\n`), prompter);
    expect(said()).toContain('One of the two grounds on which a third or later plan may be considered.');
    expect(said()).toContain('RP-6.2');
    expect(said()).not.toContain('the answer helps to decide between');
  });
});

describe('going back', () => {
  const ANSWERS: Replies = [
    ['previous_plans', 'none'],
    ['conference_requested', not('not_yet')],
    ['conference_sought', 'no'],
    ['review', not('back')],
    ['conference_sought', not('back')],
    ['previous_plans', 'count'],
    ['previous_plans.count', '1'],
  ];

  it('any number of steps, and nothing later is lost', async () => {
    const { prompter } = worker([...ANSWERS, ['review', 'done']]);
    const { text, ended } = await hold(caseText(''), prompter);
    expect(ended).toBe('complete');
    expect(fileFrom(text)).toMatchObject({ previous_plans: { count: 1 }, answers: { conference_sought: 'no' } });
  });

  it('from the check of the answers, to any of them', async () => {
    const { prompter, said } = worker([
      ...ANSWERS,
      ['review', 'change'],
      ['review.change', 'Earlier plans'],
      ['previous_plans', 'none'],
      ['review', 'done'],
    ]);
    const { text } = await hold(caseText(''), prompter);
    expect(fileFrom(text).previous_plans?.plans).toEqual([]);
    expect(said()).toContain('- An initial conference is sought: no');
  });

  it('names answers that change nothing any more, and keeps them', async () => {
    const { prompter, said } = worker([
      ['previous_plans', 'none'],
      ['conference_requested', not('not_yet')],
      ['conference_sought', 'no'],
      ['review', 'done'],
    ]);
    const { text } = await hold(caseText('answers: {risks_compared: same}\n'), prompter);
    expect(said()).toMatch(/The risks compared with the last plan: the same risks \(kept; changes nothing/);
    expect(fileFrom(text).answers?.risks_compared).toBe('same');
  });
});

describe('on one screen', () => {
  it('an answer that was left as not known, and taken back, asks nobody to find out', async () => {
    const { prompter, asked } = worker([['point_1.text', 'leaves']]);
    const undone: Prompter = {
      ...prompter,
      form: (form) =>
        inTurn(form, async (row) => {
          if (row.key !== 'answers.present_category') return 'next';
          row.take({ aside: 'not_known' });
          return { aside: 'skip' };
        }),
    };
    const { text } = await hold(caseText(`${PLAN}${SOUGHT}`), undone);
    expect(fileFrom(text).answers?.present_category).toBeUndefined();
    expect(asked.some((key) => key.endsWith('.who'))).toBe(false);
  });

  it('a plan is taken away only once it has been confirmed', async () => {
    for (const [reply, left] of [
      ['no', 1],
      ['yes', 0],
    ] as const) {
      const { prompter, said } = worker([
        ['previous_plans.more.1', 'remove'],
        ['previous_plans.remove.0', reply],
      ]);
      const text = PLAN.replace('complete: yes, ', '');
      const { session, context } = sceneFor(caseText(`${text}${SOUGHT}`), prompter);
      const item = context.items.get('previous_plans');
      if (item) await askOne(item, context);
      expect(said()).toContain('Take away plan 1 (Exampleshire; began 10 January 2024');
      expect(session.file.previous_plans?.plans).toHaveLength(left);
    }
  });

  it('a section of which something was left for later is not done, and is asked again', async () => {
    const left = [
      ['point_1.text', not('later')],
      ['point_2.text', not('list')],
    ] as const;
    const first = worker([...left, ['sections', 'on'], ['point_2.text', 'leaves']]);
    await hold(READY, first.prompter);
    const section = /Further plan: \d+ to answer/.exec(first.said())?.[0] ?? '';
    expect(section).not.toBe('');
    const again = worker([...left, ['sections', section], ['point_1.text', 'leaves']]);
    await hold(READY, again.prompter);
    expect(again.left).toEqual([]);
  });
});

describe('an answer that does not fit the record', () => {
  const VAGUE = `current_plan: none\nprevious_plans: {complete: yes, plans: [{began: 2023-01-10, ended: 2025-11}]}\n${SOUGHT}`;
  const ASKED: Replies = [
    ['previous_plans.more.1', 'all'],
    ['months_since_last_plan', 'at least 24'],
  ];

  it('is shown with both sides, and can be corrected', async () => {
    const { prompter, said } = worker([
      ...ASKED,
      ['conflict.answer_contradicts_record', 'Correct: The time since the last plan ended'],
      ['months_since_last_plan', '12'],
      ['point_1.text', 'leaves'],
    ]);
    const { text } = await hold(caseText(VAGUE), prompter);
    expect(said()).toContain('The answer: at least 24 months.');
    expect(said()).toMatch(/The dates and records: over 11 and under 13 months/);
    expect(fileFrom(text).answers?.months_since_last_plan).toBe(12);
  });

  it('or the record is corrected', async () => {
    const { prompter } = worker([
      ...ASKED,
      ['conflict.answer_contradicts_record', 'Correct: Earlier plans'],
      ['plans.0.began', '10/1/23'],
      ['plans.0.ended', 'Oct 2023'],
      ['previous_plans.more.1', 'all'],
      ['point_1.text', 'leaves'],
    ]);
    const { text } = await hold(caseText(VAGUE), prompter);
    expect(fileFrom(text).previous_plans?.plans?.[0]?.ended).toBe('2023-10');
  });

  it('or both are kept, as accounts that differ, with the reason', async () => {
    const { prompter } = worker([
      ...ASKED,
      ['conflict.answer_contradicts_record', 'keep'],
      ['reason', 'The transfer summary gives another year.'],
      ['point_1.text', 'leaves'],
    ]);
    const { text } = await hold(caseText(VAGUE), prompter);
    expect(fileFrom(text).answers?.months_since_last_plan).toMatchObject({
      unknown: 'disputed',
      note: 'The transfer summary gives another year.',
      accounts: [{ value: 'at least 24' }, {}],
    });
  });

  it('by a pack of its own offers every side for correction', async () => {
    const { prompter, said } = worker([['conflict.decided_without_meeting', 'keep']]);
    const text = caseText('records: {lpm_held: no, lpm_decision: issue_proceedings}\n', '[legal-planning]');
    const { session, context } = sceneFor(text, prompter);
    for (const diagnostic of session.diagnostics) await settle(diagnostic, [], context);
    expect(said()).toContain('Correct: What the chair of the Legal Planning Meeting decided');
    expect(said()).toContain('Correct: The Legal Planning Meeting was held');
  });

  it('the same risks under another category are brought up at once', async () => {
    const { prompter, said } = worker([
      ['risks_compared', 'same'],
      ['conflict.same_risks_other_category', 'keep'],
      ['point_1.text', 'leaves'],
    ]);
    const text = caseText(`${PLAN}${SOUGHT}answers: {present_category: PHY, risks_compared: {unknown: not_known}}\n`);
    await hold(text, prompter);
    expect(said()).toContain('The risks compared with the last plan: the same risks.');
    expect(said()).toContain('This does not fit together');
  });

  it('a plan that ends before it begins is brought up as soon as the list is closed', async () => {
    const { prompter, said } = worker([
      ['previous_plans', 'add'],
      ['authority', 'Exampleshire'],
      ['began', '10/1/25'],
      ['ended', '10/1/24'],
      ['category', not('not_known')],
      ['previous_plans.more.1', 'all'],
      ['conflict.plan_ends_before_start', 'Correct: Earlier plans'],
      ['previous_plans.more.1', 'leaves'],
    ]);
    await hold(caseText(''), prompter);
    expect(said()).toContain('This plan ends before it begins');
  });
});

describe('a text of analysis', () => {
  const LONG = 'Change lasted while the grandmother lived there and went when she left.';

  it.each([
    ['n/a', 'This stands in for a text'],
    ['As above.', 'This stands in for a text'],
    ['All went well.', 'This is very short: 3 words.'],
    ['', 'Nothing is written.'],
    [
      'What does the time since the last plan tell you, and why has the threshold been reached again?',
      'This repeats the question.',
    ],
  ])('"%s" is questioned', async (written, doubt) => {
    const { prompter, said } = worker([
      ['point_1.text', written],
      ['point_1.doubt', 'change'],
      ['point_1.text', LONG],
      ['point_1.covers.time_since_last_plan', 'yes'],
      ['point_1.by', 'social_worker'],
      ['point_1.date', 't'],
      ['point_2.text', 'leaves'],
    ]);
    const { text } = await hold(READY, prompter);
    expect(said()).toContain(doubt);
    expect(fileFrom(text).analysis?.point_1).toEqual({
      text: LONG,
      covers: ['time_since_last_plan'],
      by: 'social_worker',
      date: AS_AT,
    });
  });

  it('the same text under two points is questioned, and may stay', async () => {
    const { prompter, said } = worker([
      ['point_1.text', LONG],
      ['point_1.date', '3/11/2026'],
      ['point_2.text', LONG.toUpperCase()],
      ['point_2.doubt', 'keep'],
      ['point_2.covers.length_of_last_plan', 'yes'],
      ['risks_compared', 'leaves'],
    ]);
    const { text } = await hold(READY, prompter);
    expect(said()).toContain('The same text stands under another point.');
    expect(Object.values(fileFrom(text).analysis ?? {}).map(({ by, date }) => [by, date])).toEqual([
      [undefined, '2026-11-03'],
      [undefined, '2026-11-03'],
    ]);
  });

  it('shows what it is to cover, and only that which applies or may apply', async () => {
    const { prompter, said } = worker([['point_1.text', 'leaves']]);
    await hold(READY, prompter);
    expect(said()).toContain('- Say why the threshold of significant harm is reached again.');
    expect(said()).not.toContain('Less than a year has passed');
  });
});

it('a change by another hand is kept, and the answer added to it', async () => {
  const other = caseText(`${PLAN}family: FAM-1\n`);
  const { prompter, said } = worker([
    ['conference_requested', '2/11/26'],
    ['present_category', 'leaves'],
  ]);
  let first = true;
  const { interview } = await import('../../../src/interview/flow/interview.ts');
  const { basisOf } = await import('../kit.ts');
  const text = caseText(PLAN);
  const sat = await interview({
    basis: basisOf(text),
    text,
    prompter,
    save: () => {
      if (!first) return undefined;
      first = false;
      return { changedTo: other };
    },
  });
  expect(fileFrom(sat.text)).toMatchObject({ family: 'FAM-1', dates: { conference_requested: '2026-11-02' } });
  expect(said()).toContain('changed by another hand');
});

describe('lists that no question asks for', () => {
  const STOKE = `version: 1
case: EX-0903
authority: stoke-on-trent
child: {born: 2015-03-04}
`;

  it('can be added to, corrected and removed from the check of the answers', async () => {
    const { prompter, said } = worker([
      ['meetings', 'add'],
      ['meetings.list.0.kind', 'core_group'],
      ['meetings.list.0.date', '3/11/26'],
      ['meetings.list.0.held', 'yes'],
      ['meetings.list.0.quorate', not('skip')],
      ['meetings.list.0.decided', not('skip')],
      ['meetings.list.0.minutes_sent', not('skip')],
      ['meetings', 'add'],
      ['meetings.list.1.kind', 'review_conference'],
      ['meetings.list.1.date', 'Dec 2026'],
      ['meetings.list.1.held', not('skip')],
      ['meetings.list.1.quorate', not('skip')],
      ['meetings.list.1.decided', not('skip')],
      ['meetings.list.1.minutes_sent', not('skip')],
      ['meetings', 'correct 0'],
      ['meetings.list.0.kind', not('skip')],
      ['meetings.list.0.date', '4/11/26'],
      ['meetings.list.0.held', not('skip')],
      ['meetings.list.0.quorate', not('skip')],
      ['meetings.list.0.decided', not('skip')],
      ['meetings.list.0.minutes_sent', not('skip')],
      ['meetings', 'remove 1'],
      ['meetings', 'all'],
    ]);
    const { session, context } = sceneFor(STOKE, prompter);
    const item = context.items.get('meetings');
    expect(item && (await askOne(item, context))).toBe('answered');
    expect(session.file.meetings).toEqual({
      complete: true,
      list: [{ kind: 'core_group', date: '2026-11-04', held: true }],
    });
    expect(said()).toContain('1. Core group; date 3 November 2026; held Yes');
  });

  it('times in care are kept as episodes', async () => {
    const { prompter } = worker([
      ['looked_after', 'add'],
      ['episodes.0.began', '1 Oct 2026'],
      ['episodes.0.ended', not('skip')],
      ['episodes.0.legal_status', 'V2'],
      ['episodes.0.placement', not('skip')],
      ['looked_after', 'more'],
    ]);
    const { session, context } = sceneFor(STOKE, prompter);
    const item = context.items.get('looked_after');
    expect(item && (await askOne(item, context))).toBe('answered');
    expect(session.file.looked_after).toEqual({
      complete: false,
      episodes: [{ began: '2026-10-01', legal_status: 'V2' }],
    });
  });
});
