import { expect, test } from 'vitest';
import { rebased } from '../../../src/interview/flow/rebase.ts';
import type { Edit } from '../../../src/yaml/write.ts';

const A = { began: '2020-01-01' };
const B = { began: '2021-01-01', ended: '2021-06-01' };
const C = { began: '2022-01-01' };
const plans = (...list: object[]) => ({ previous_plans: { complete: true, plans: list } });
const at = (i: number, ...rest: string[]) => ['previous_plans', 'plans', i, ...rest];
const ended = (i: number): Edit => ({ path: at(i, 'ended'), value: '2022-02-02' });
const text = (words: string) => ({ analysis: { point_1: { text: words, covers: ['a', 'b'] } } });
const write = (words: string): Edit => ({ path: ['analysis', 'point_1', 'text'], value: words });

test.each<[string, object, object, Edit, Partial<Edit> | undefined, object]>([
  ['an answer nobody else gave stays as it is', {}, { family: 'F' }, { path: ['answers', 'x'], value: 'yes' }, {}, {}],
  [
    'an entry is found where it stands now',
    plans(A, C),
    plans(C),
    ended(1),
    { path: at(0, 'ended') },
    { isMoved: true },
  ],
  [
    'an entry before which another was put',
    plans(A, C),
    plans(B, A, C),
    ended(1),
    { path: at(2, 'ended') },
    { isMoved: true },
  ],
  ['an entry that was taken away is not answered about', plans(A, C), plans(A), ended(1), undefined, { isLost: true }],
  [
    'another field of the same entry was filled meanwhile',
    plans(A, C),
    plans(A, { ...C, category: 'NEG' }),
    ended(1),
    {},
    {},
  ],
  [
    'the same field of the entry was filled meanwhile',
    plans(A, C),
    plans(A, { ...C, ended: '2023' }),
    ended(1),
    undefined,
    { isLost: true },
  ],
  ['a new entry comes last', plans(A), plans(A, B), { path: at(1), value: C }, { path: at(2) }, { isMoved: true }],
  [
    'of two alike the same one is meant',
    plans(A, A, C),
    plans(B, A, A, C),
    ended(1),
    { path: at(2, 'ended') },
    { isMoved: true },
  ],
  [
    'an entry that is to go is the one that was seen',
    plans(A, C),
    plans(C),
    { path: at(0), value: undefined },
    undefined,
    { isLost: true },
  ],
  [
    'that a list is whole is said of the list that was seen',
    plans(A),
    plans(A, B),
    { path: ['previous_plans', 'complete'], value: 'yes' },
    undefined,
    { isLost: true },
  ],
  [
    'the same answer of two people is one',
    { answers: {} },
    { answers: { x: 'yes' } },
    { path: ['answers', 'x'], value: 'yes' },
    {},
    {},
  ],
  [
    'two answers to one question: theirs stands',
    { answers: {} },
    { answers: { x: 'no' } },
    { path: ['answers', 'x'], value: 'yes' },
    undefined,
    { isLost: true },
  ],
  [
    'none is not said over entries of somebody else',
    {},
    { current_plan: { began: '2026' } },
    { path: ['current_plan'], value: 'none' },
    undefined,
    { isLost: true },
  ],
  [
    'nothing is put into a group that somebody closed',
    {},
    { looked_after: 'none' },
    { path: ['looked_after', 'episodes', 0], value: {} },
    undefined,
    { isLost: true },
  ],
  [
    'two texts are both kept',
    text('Old.'),
    text('Theirs.'),
    write('Mine.'),
    { value: 'Theirs.\n\nMine.' },
    { isMerged: true },
  ],
  [
    'a text that goes on from theirs is not doubled',
    text('Old.'),
    text('Theirs.'),
    write('Theirs. And mine.'),
    { value: 'Theirs. And mine.' },
    { isMerged: true },
  ],
  [
    'the ticks of two people are joined',
    text(''),
    { analysis: { point_1: { text: '', covers: ['a', 'b', 'c'] } } },
    { path: ['analysis', 'point_1', 'covers'], value: ['b', 'd'] },
    { value: ['b', 'c', 'd'] },
    { isMerged: true },
  ],
])('%s', (_, base, theirs, edit, now, how) => {
  const found = rebased([edit], { base, theirs });
  expect(found).toEqual({
    edits: now === undefined ? [] : [{ ...edit, ...now }],
    isLost: false,
    isMoved: false,
    isMerged: false,
    ...how,
  });
});
