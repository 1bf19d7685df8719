import { expect, test } from 'vitest';
import { ALWAYS } from '../../../src/policy/pack/condition.ts';
import { NEVER } from '../../../src/policy/pack/parts.ts';
import { conditionInWords, regionInWords } from '../../../src/policy/pack/words.ts';
import { compiled, SOUND } from '../../support/broken-packs.ts';

const pack = compiled(SOUND);
const STAGES = 'questions.further.stages';

const ROWS: readonly (readonly [path: string, words: string])[] = [
  ['questions.further.in_play', 'a further plan is asked for: yes'],
  ['terms.again.means', 'the number of earlier plans: at least 1'],
  ['requirements.weigh_history.when', 'there was a plan before'],
  ['requirements.panel_agrees.when', 'Further plan ends in “panel”'],
  [`${STAGES}.1.rules.soon_again.when`, 'the time since the last plan: under 10 months'],
  [
    `${STAGES}.1.rules.long_ago.when`,
    'the ground: “old harm” or “another ground”; and the time since the last plan: at least 10 months',
  ],
  ['indicators.short_gap.when', 'there was a plan before; and the time since the last plan: at most 3 months'],
];

test.each(ROWS)('%s reads: %s', (path, words) => {
  expect(conditionInWords(pack.conditions.get(path) ?? ALWAYS, pack)).toBe(words);
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
