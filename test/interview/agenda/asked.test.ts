import { expect, test } from 'vitest';
import { promptsFor } from '../../../src/interview/agenda/asked.ts';

const item = { prompts: ['What do the parents say?'], ofTheChild: ['What does the child say?'] };

test.each([
  ['a child who is born', { born: '2020-01-05' }, ['What does the child say?', 'What do the parents say?']],
  ['a child of whom neither date is known', undefined, ['What does the child say?', 'What do the parents say?']],
  ['an unborn child', { expected: '2027-02-01' }, ['What do the parents say?']],
  [
    'a child born since',
    { expected: '2027-02-01', born: '2027-01-29' },
    ['What does the child say?', 'What do the parents say?'],
  ],
])('what the child says is asked about %s as it can be', (_, child, prompts) => {
  expect(promptsFor(item, { file: { version: 1, case: 'EX-0001', child } })).toEqual(prompts);
});
