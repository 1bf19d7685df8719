import { describe, expect, test } from 'vitest';
import { afterPress, type FormPress, type FormState } from '../../../src/interview/prompters/form-state.ts';
import type { Row } from '../../../src/interview/prompters/prompter.ts';

const yesNo: Row = {
  key: 'answers.a',
  question: 'Is it so?',
  asides: ['not_known'],
  options: [
    { value: 'yes', name: 'yes', letter: 'y' },
    { value: 'no', name: 'no', letter: 'n' },
  ],
  take: () => undefined,
};
const date: Row = {
  key: 'dates.b',
  question: 'When was it?',
  asides: ['not_known'],
  read: (typed) => (/^\d+$/.test(typed) ? { value: typed } : { problem: 'Type a date.' }),
  take: () => undefined,
};
const rows = [yesNo, date, yesNo];

const press = (state: Partial<FormState>, name: FormPress['name'], line = '', more: readonly Row[] = rows) =>
  afterPress({ at: 0, ...state }, { name, line }, more, { asides: ['why', 'back', 'list'] });

describe('a question that one key answers', () => {
  test.each([
    ['y', { value: 'yes' }],
    ['N', { value: 'no' }],
    ['u', { aside: 'not_known' }],
  ])('%s answers it', (key, take) => {
    expect(press({}, 'other', key)).toMatchObject({ take });
  });

  test.each([' ', 'x', '1', 'under review by duty'])('"%s" answers nothing', (key) => {
    expect(press({}, 'other', key)).toEqual({ to: { at: 0 }, clear: true });
  });

  test('Backspace takes an answer back, and does nothing where there is none', () => {
    expect(press({}, 'backspace', '', [{ ...yesNo, now: 'yes' }])).toMatchObject({ take: { aside: 'skip' } });
    expect(press({}, 'backspace')).toEqual({ to: { at: 0 } });
  });

  test.each([
    ['enter', 1],
    ['down', 1],
    ['up', 0],
  ] as const)('%s answers nothing and moves', (name, at) => {
    expect(press({}, name)).toEqual({ to: { at }, clear: true });
  });
});

describe('a question that is answered by typing', () => {
  test.each(['enter', 'up', 'down'] as const)('is left as it was by %s on an empty line', (name) => {
    expect(press({ at: 1 }, name)).toEqual({ to: { at: name === 'up' ? 0 : 2 }, clear: true });
  });

  test('what cannot be read is said once, and given up with the next arrow', () => {
    const first = press({ at: 1 }, 'up', 'words');
    expect(first).toEqual({ to: { at: 1, problem: 'Type a date.' } });
    expect(press({ at: 1, problem: 'Type a date.' }, 'up', 'words')).toEqual({ to: { at: 0 }, clear: true });
  });

  test('an answer that is emptied is taken back', () => {
    const answered = [yesNo, { ...date, now: '5', typed: '5' }];
    expect(press({ at: 1 }, 'enter', '', answered)).toMatchObject({ take: { aside: 'skip' } });
    expect(press({ at: 1 }, 'enter', '5', answered)).toEqual({ to: { at: 2 }, clear: true });
  });

  test.each([
    ['<', { leave: 'back' }],
    ['12/9<', { leave: 'back' }],
    ['>', { leave: 'list' }],
    ['12?', { to: { at: 1, isWhy: true }, clear: true }],
  ])('the keys that the screen names never go into it: %s', (line, step) => {
    expect(press({ at: 1 }, 'other', line)).toEqual(step);
  });
});

test('a form with a question that needs an answer is not left without it', () => {
  const needed = [{ ...date, isNeeded: true }];
  expect(press({ at: 1 }, 'enter', '', needed)).toMatchObject({ to: { at: 0, problem: 'This one is needed.' } });
  expect(press({ at: 1 }, 'enter', '', [{ ...date, isNeeded: true, now: '5' }])).toEqual({ leave: 'done' });
});
