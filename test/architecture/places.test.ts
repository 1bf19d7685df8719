import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesBelow } from './imports.ts';

/** The place of a part of a pack, or of one of its conditions, as one text. */
const GLUED =
  /`[^`]*\b(?:questions|stages|rules|requirements|indicators|terms|impossible)\.\$\{[^`]*`|`[^`]*\}\.(?:when|means|in_play|evidence)\b[^`]*`/;

const HOLE = ['$', '{id}'].join('');

test.each([`questions.${HOLE}.in_play`, `impossible.${HOLE}.when`, `${HOLE}.rules.${HOLE}.when`, `x.${HOLE}.evidence`])(
  'the place `%s` is seen to be glued together',
  (text) => expect(`\`${text}\``).toMatch(GLUED),
);

test('no source glues the place of a condition together: a place is a list of steps, and a condition stands in its part', () => {
  expect(filesBelow('src').filter((file) => GLUED.test(readFileSync(file, 'utf8')))).toEqual([]);
});
