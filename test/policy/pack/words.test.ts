import { expect, test } from 'vitest';
import { ALWAYS, type Condition, NEVER } from '../../../src/policy/pack/condition.ts';
import { indicatorOf, questionOf, requirementOf, ruleOf, type Stage, termOf } from '../../../src/policy/pack/pack.ts';
import { conditionInWords, regionInWords } from '../../../src/policy/pack/words.ts';
import { compiled, SOUND } from '../../support/packs/broken-packs.ts';

const pack = compiled(SOUND);
const further = questionOf(pack.pack, 'further');
const rule = (id: string): Condition => ruleOf(further.stages[1] as Stage, id).when;

const ROWS: readonly (readonly [whose: string, condition: Condition, words: string])[] = [
  ['a question', further.in_play, 'a further plan is asked for: yes'],
  ['a term', termOf(pack.pack, 'again').means, 'the number of earlier plans: at least 1'],
  ['a requirement', requirementOf(pack.pack, 'weigh_history').when, 'there was a plan before'],
  [
    'what hangs on an outcome',
    requirementOf(pack.pack, 'panel_agrees').when,
    'Further plan ends in “The panel is asked”',
  ],
  ['a rule', rule('soon_again'), 'the time since the last plan: under 10 months'],
  [
    'a rule of two parts',
    rule('long_ago'),
    'the ground: “old harm” or “another ground”; and the time since the last plan: at least 10 months',
  ],
  [
    'an indicator',
    indicatorOf(pack.pack, 'short_gap').when,
    'there was a plan before; and the time since the last plan: at most 3 months',
  ],
];

test.each(ROWS)('the condition of %s', (_, condition, words) => {
  expect(conditionInWords(condition, pack)).toBe(words);
});

test('brackets show what belongs together', () => {
  const yes = { kind: 'test', fact: 'asked_for', test: { options: [0] } } as const;
  const again = { kind: 'term', term: 'again' } as const;
  const nested = { kind: 'any', of: [{ kind: 'all', of: [yes, { kind: 'not', of: again }] }, again] } as const;
  expect(conditionInWords(nested, pack)).toBe(
    '(a further plan is asked for: yes; and not (there was a plan before)); or there was a plan before',
  );
});

test('no condition at all reads as always, and an empty choice as never', () => {
  expect(conditionInWords(ALWAYS, pack)).toBe('always');
  expect(conditionInWords(NEVER, pack)).toBe('never');
});

test('every piece of a fact has words', () => {
  const words = pack.variables.flatMap((v) => Array.from({ length: v.regions }, (_, r) => regionInWords(v, r, pack)));
  expect(words).toContain('the time since the last plan: at least 6 and under 10 months');
  expect(words).toContain("the panel's view: “it agrees”");
  expect(words.every((text) => text.includes(': '))).toBe(true);
});
