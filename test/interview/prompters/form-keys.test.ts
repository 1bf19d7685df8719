import { expect, it } from 'vitest';
import { replyTo } from '../../../src/interview/prompters/form-keys.ts';
import type { Row } from '../../../src/interview/prompters/prompter.ts';

const ROLES = [
  'Social worker',
  'Team manager',
  'Service Manager',
  'Head of Service',
  'Health visitor',
  'School',
  'Police',
];
const OTHERS = ['Lead worker', 'Foster carer', 'School nurse', 'IRO'];

const row: Row = {
  key: 'x.who',
  question: 'Who finds out?',
  options: [...ROLES, ...OTHERS].map((name) => ({ value: name, name })),
  named: 5,
  hint: 'Type the name of a role.',
  asides: ['why'],
  take: () => undefined,
};

it.each([
  ['police', 'Police'],
  ['Health', 'Health visitor'],
  ['school', 'School'],
  ['school n', 'School nurse'],
  ['7', 'Police'],
])('of many options %s means %s', (typed, value) => {
  expect(replyTo(row, typed)).toEqual({ value });
});

it.each([
  ['the neighbour', /not in the list. Type the name of a role/],
  ['99', /not in the list. Type the name of a role/],
  ['s', /Several begin like that: Social worker, Service Manager, School, School nurse/],
])('of many options %s is refused with what is expected', (typed, says) => {
  expect(replyTo(row, typed)).toEqual({ problem: expect.stringMatching(says) });
});

it('a question of a few options takes no beginning of a word', () => {
  const few = { ...row, options: row.options?.slice(0, 3) ?? [] };
  expect(replyTo(few, 'soc')).toEqual({ problem: 'Type 1, 2, 3, or Enter to leave it for now.' });
});
