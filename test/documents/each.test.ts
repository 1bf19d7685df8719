import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/case/assess.ts';
import { readCase } from '../../src/case/file/read-case.ts';
import { documentFields } from '../../src/documents/fields.ts';
import { offersFor } from '../../src/documents/offer.ts';
import type { Documents } from '../../src/documents/schema.ts';
import { policiesIn } from '../support/packs/policies.ts';

// A letter about what is asked for after each review: it says each, and is due while one of them is open.

const library = policiesIn('docs/examples/exampleshire/policies');
const list = {
  documents: {
    minutes: {
      title: 'Letter with the minutes',
      pack: 'exampleshire-reviews',
      clauses: ['ER-4.1'],
      template: 'documents/minutes.md',
      by: 'conference_chair',
      to: 'the parents',
      for: 'conference',
      due: { requirement: 'minutes_of_each_review' },
      needs: [{ requirement: 'managers_settle' }],
    },
  },
} as unknown as Documents;

function lettersFor(reviews: readonly string[], challenges: readonly string[] = []) {
  const { file, diagnostics } = readCase(
    `version: 1\ncase: EX-0001\npacks: [exampleshire-reviews]\ncurrent_plan: {began: 2026-01-12, category: NEG}\nanswers: {review_asked_for: yes}\nmeetings: {complete: yes, list: [${reviews.map((one) => `{kind: review_conference, ${one}}`).join(', ')}]}\noccurrences: {complete: yes, list: [${challenges.map((one) => `{kind: challenge, stage: manager, ${one}}`).join(', ')}]}\n`,
  );
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  const assessment = assess(file, library.bookFor(file), '2026-10-20');
  const [offer] = offersFor(list, assessment);
  if (!offer) throw new Error('no letter');
  const { findings } = documentFields(offer, assessment, (role) => role) as { findings: Record<string, object> };
  return { offer, minutes: findings.minutes_of_each_review };
}

const SENT = 'date: 2026-09-28, minutes_sent: 2026-10-01';
const OPEN = 'date: 2026-10-19';

describe('what is asked for after each review', () => {
  test('is told with each of them', () => {
    const { minutes } = lettersFor([SENT, OPEN]);
    expect(minutes).toMatchObject({
      state: 'due',
      due: '8 October 2026 (review child protection conference of 28 September 2026); 29 October 2026 (review child protection conference of 19 October 2026)',
      done: '1 October 2026 (review child protection conference of 28 September 2026); not known (review child protection conference of 19 October 2026)',
      label:
        'in place (review child protection conference of 28 September 2026); due (review child protection conference of 19 October 2026)',
      each: [
        { of: 'review child protection conference of 28 September 2026', state: 'met', done: '1 October 2026' },
        { of: 'review child protection conference of 19 October 2026', state: 'due', done: null },
      ],
    });
  });

  test('of one alone needs no name', () => {
    expect(lettersFor([SENT]).minutes).toMatchObject({
      due: '8 October 2026',
      done: '1 October 2026',
      label: 'in place',
    });
  });

  test('of none has an empty list', () => {
    expect(lettersFor([]).minutes).toMatchObject({ state: 'not_applicable', due: null, each: [] });
  });
});

test.each([
  ['every one is done', [SENT, SENT], [], 'written'],
  ['the last is open', [SENT, OPEN], [], 'due'],
  ['only the first is open', ['date: 2026-10-05', 'date: 2026-10-12, minutes_sent: 2026-10-13'], [], 'due'],
  [
    'what it needs is done for the first of two only',
    [OPEN],
    ['date: 2026-10-01, closed: 2026-10-02', 'date: 2026-10-19'],
    'not_yet',
  ],
] as const)('the letter is looked at over all of them: %s', (_, reviews, challenges, state) => {
  expect(lettersFor(reviews, challenges).offer.state).toBe(state);
});
