import { describe, expect, it } from 'vitest';
import { look } from '../../../src/interview/agenda/case-view.ts';
import { interview } from '../../../src/interview/flow/interview.ts';
import type { Prompter } from '../../../src/interview/prompters/prompter.ts';
import { notAskedFor, scriptedPrompter } from '../../../src/interview/prompters/scripted-prompter.ts';
import { sheetOf } from '../../../src/interview/worksheet/sheet.ts';
import { policiesIn } from '../../support/packs/policies.ts';
import { fileFrom } from '../kit.ts';
import { not, type Says, worker } from '../worker.ts';

const library = policiesIn('docs/examples/exampleshire/policies');
const AS_AT = '2026-11-20';

const START = `version: 1
case: EX-0980
packs: [exampleshire-reviews]
current_plan: {authority: exampleshire, began: 2026-01-12, category: NEG}
previous_plans: {complete: yes, plans: []}
child: {born: 2019-02-03}
meetings: {complete: yes, list: []}
looked_after: none
answers: {review_asked_for: yes, plan_is_second: no, made_before_birth: no}
dates: {review_asked_on: 2026-11-01}
`;

const viewOf = (text: string) => look(fileFrom(text), library.bookFor(fileFrom(text)), AS_AT);

async function held(text: string, replies: readonly (readonly [string, Says])[]) {
  const person = worker(replies);
  const file = await heldBy(text, person.prompter);
  return { file, said: person.said(), left: person.left };
}

async function heldBy(text: string, prompter: Prompter) {
  const basis = {
    path: 'case.yaml',
    config: undefined,
    policies: { layers: library.layers, library },
    book: library.bookFor(fileFrom(text)),
    asAt: AS_AT,
  };
  const { text: end } = await interview({ basis, text, prompter, save: () => undefined });
  return fileFrom(end);
}

const KEY = 'checklists.views_gathered.variation';
const NOBODY = `${START}occurrences: {complete: yes, list: []}\n`;

describe('another way than the document asks for', () => {
  it('is asked about once what the document asks for is known not to be done, with who approved it and when', async () => {
    const { file, said, left } = await held(NOBODY, [
      ['records.views_gathered', 'no'],
      [KEY, 'team_manager'],
      [`${KEY}.date`, '4/11/2026'],
    ]);
    expect(left).toEqual([]);
    expect(file.checklists?.views_gathered).toEqual({
      variation: { value: 'yes', by: 'team_manager', date: '2026-11-04' },
    });
    expect(said).toContain(
      'Was another way approved, and is that on record? The procedure says: Gather the views of the family.',
    );
    expect(said).toContain('yes, by the team manager');
    expect(said).toContain('Another way than this: Gather the views of the family: approved by the team manager');
  });

  it('can be no, and not known', async () => {
    const answered = async (says: Says) =>
      (await held(`${NOBODY}records: {views_gathered: no}\n`, [[KEY, says]])).file.checklists?.views_gathered;
    expect(await answered('no')).toEqual({ variation: 'no' });
    expect(await answered(not('not_known'))).toEqual({ variation: { unknown: 'not_known' } });
  });

  it.each([
    ['is done', 'records: {views_gathered: {value: yes, date: 2026-11-03}}'],
    ['may be done', ''],
    ['has been answered', 'records: {views_gathered: no}\nchecklists: {views_gathered: {variation: no}}'],
  ])('is not asked about where that %s', async (_, records) => {
    expect((await held(`${NOBODY}${records}\n`, [])).said).not.toContain('Was another way approved');
  });

  it('stands on the worksheet beside what it departs from, for the one who may approve it', () => {
    const rows = sheetOf(viewOf(NOBODY)).people.flatMap(({ who, blocks }) =>
      blocks.flatMap((block) =>
        block.rows.filter(({ asks }) => asks.includes('another way')).map((row) => ({ who, row })),
      ),
    );
    expect(rows).toMatchObject([
      { who: 'Team manager', row: { options: ['Yes, by the team manager', 'No'], clauses: 'ER-2.1' } },
    ]);
  });
});

const REST =
  'records: {views_gathered: yes, new_day_told: yes, invitations: yes, chair_told: yes, agencies_told: yes}\n';

describe('what can happen more than once', () => {
  it('is listed one by one, with its stage and what was done', async () => {
    const { file, said, left } = await held(`${START}${REST}`, [
      ['occurrences', 'add'],
      ['kind', 'challenge'],
      ['date', '2/11/2026'],
      ['stage', 'manager'],
      ['stage_since', '9/11/2026'],
      ['closed', not('skip')],
      ['done.managers_settle', '11/11/2026'],
      ['occurrences', 'add'],
      ['kind', 'change_of_worker'],
      ['date', '5/11/2026'],
      ['done.worker_introduced', 'no'],
      ['occurrences', 'all'],
    ]);
    expect(left).toEqual([]);
    expect(file.occurrences).toEqual({
      complete: true,
      list: [
        {
          kind: 'challenge',
          date: '2026-11-02',
          stage: 'manager',
          stage_since: '2026-11-09',
          done: { managers_settle: '2026-11-11' },
        },
        { kind: 'change_of_worker', date: '2026-11-05', done: { worker_introduced: 'no' } },
      ],
    });
    expect(said).toContain('A challenge A change of worker');
    expect(said).toContain(
      'A change of worker; date 5 November 2026; visited the child with the worker who was there before no',
    );
  });

  it('is not asked of again where all of it is known, and is where something done is not', async () => {
    const listed = (more: string): string =>
      `${START}${REST}occurrences: {complete: yes, list: [{kind: change_of_worker, date: 2026-11-05${more}}]}\n`;
    const question = 'Which of these happened?';
    expect((await held(listed(', done: {worker_introduced: no}'), [])).said).not.toContain(question);
    expect((await held(listed(''), [['occurrences', 'leaves']])).said).toContain(question);
  });

  it('has a table on the worksheet', () => {
    const tables = sheetOf(viewOf(START)).people.flatMap(({ blocks }) => blocks.flatMap((block) => block.tables));
    expect(tables.map(({ title }) => title)).toContain('What can happen more than once: each time');
  });
});

it('the reviews are listed where something is asked for each of them', async () => {
  const open = `${NOBODY}${REST}`.replace('meetings: {complete: yes, list: []}\n', '');
  const { file } = await held(open, [
    ['meetings', 'add'],
    ['kind', 'review_conference'],
    ['date', '2/11/2026'],
    ['held', not('skip')],
    ['quorate', not('skip')],
    ['decided', not('skip')],
    ['minutes_sent', '6/11/2026'],
    ['meetings', 'all'],
  ]);
  expect(file.meetings?.list).toEqual([{ kind: 'review_conference', date: '2026-11-02', minutes_sent: '2026-11-06' }]);
});

it('the worksheet asks when the minutes of each went out', () => {
  const open = START.replace('meetings: {complete: yes, list: []}\n', '');
  const tables = sheetOf(viewOf(open)).people.flatMap(({ blocks }) => blocks.flatMap((block) => block.tables));
  expect(tables.find(({ title }) => title === 'Meetings')?.columns).toContain('Minutes went out');
});

it('answers that were collected elsewhere bring all of it', async () => {
  const answers = fileFrom(`${START.replace(/meetings.*\n/, '')}records: {views_gathered: no}
checklists: {views_gathered: {variation: {value: yes, by: team_manager, date: 2026-11-04}}}
meetings: {complete: yes, list: [{kind: review_conference, date: 2026-11-02, minutes_sent: 2026-11-06}]}
occurrences:
  complete: yes
  list:
    - {kind: challenge, date: 2026-11-02, stage: manager, stage_since: 2026-11-09, done: {managers_settle: no}}
    - {kind: change_of_worker, date: 2026-11-05, done: {worker_introduced: 2026-11-06}}
`);
  const prompter = scriptedPrompter(answers);
  const { checklists, meetings, occurrences } = await heldBy(START.replace(/meetings.*\n/, ''), prompter);
  expect({ checklists, meetings, occurrences }).toEqual({
    checklists: answers.checklists,
    meetings: answers.meetings,
    occurrences: answers.occurrences,
  });
  expect(notAskedFor(answers, prompter.asked)).not.toContain('occurrences');
});
