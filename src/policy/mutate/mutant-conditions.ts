import { grainOf, optionsOf } from '../../facts/fact.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { MOST, type Span } from '../../logic/span.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { ALWAYS, type Condition, isEmpty, type Test } from '../pack/condition.ts';
import { replaceWithin, subconditionsOf } from '../pack/subconditions.ts';
import { conditionInWords, type Speech } from '../pack/words.ts';

/** A condition that differs from another in one place, and how, in words. */
export interface ChangedCondition {
  readonly path: Path;
  readonly condition: Condition;
  readonly says: string;
}

/** Every slip of the hand in a condition: a part left out or turned round, and for or, a threshold moved by the least. */
export function* slipsOf(whole: Condition, speech: Speech): Generator<ChangedCondition> {
  for (const { path, condition } of subconditionsOf(whole)) {
    const words = `[${conditionInWords(condition, speech)}]`;
    const with_ = (by: Condition, says: string): ChangedCondition => ({
      path,
      condition: replaceWithin(whole, path, by),
      says,
    });
    if (isEmpty(condition)) continue;
    if (path.length === 0) yield with_(ALWAYS, `always, without ${words}`);
    if (condition.kind === 'not') yield with_(condition.of, `${words} turned round`);
    if (condition.kind === 'all' || condition.kind === 'any') {
      yield* omissions(whole, path, condition, speech);
      const other = condition.kind === 'all' ? 'any' : 'all';
      if (condition.of.length > 1)
        yield with_({ ...condition, kind: other }, `\`${other}\` in place of \`${condition.kind}\` in ${words}`);
      continue;
    }
    if (condition.kind !== 'not') yield with_({ kind: 'not', of: condition }, `${words} turned round`);
    if (condition.kind === 'test') {
      for (const test of neighbours(condition.test, speech.facts.get(condition.fact))) {
        const moved: Condition = { ...condition, test };
        yield with_(moved, `[${conditionInWords(moved, speech)}] in place of ${words}`);
      }
    }
  }
}

type Group = Extract<Condition, { kind: 'all' | 'any' }>;

function* omissions(whole: Condition, path: Path, group: Group, speech: Speech): Generator<ChangedCondition> {
  for (const [i, part] of group.of.entries()) {
    const fewer: Condition = { ...group, of: group.of.filter((_, other) => other !== i) };
    const says = `without [${conditionInWords(part, speech)}]`;
    yield { path: [...path, group.kind, i], condition: replaceWithin(whole, path, fewer), says };
  }
}

/** The tests that differ least from one: an option more or fewer, an end of a range moved by the least there is. */
function neighbours(test: Test, fact: Fact | undefined): Test[] {
  if (!fact) return [];
  if ('spans' in test) return movedSpans(test.spans, grainOf(fact) === 'whole' ? 2 : 1);
  if (fact.type !== 'choice') return [];
  const all = optionsOf(fact).map((_, place) => place);
  const fewer = test.options.length < 2 ? [] : test.options.map((place) => test.options.filter((p) => p !== place));
  const missing = all.filter((place) => !test.options.includes(place));
  const more = missing.map((place) => [...test.options, place].sort((a, b) => a - b));
  return [...fewer, ...more].map((options) => ({ options }));
}

function movedSpans(spans: readonly Span[], step: number): Test[] {
  return spans.flatMap((span, i) => {
    const moved = [
      ...(span.lo > 0 ? [-step, step].map((by) => ({ lo: span.lo + by, hi: span.hi })) : []),
      ...(span.hi < MOST ? [-step, step].map((by) => ({ lo: span.lo, hi: span.hi + by })) : []),
    ];
    const sound = moved.filter(({ lo, hi }) => lo <= hi && hi >= 0);
    return sound.map((one) => ({ spans: spans.with(i, one) }));
  });
}
