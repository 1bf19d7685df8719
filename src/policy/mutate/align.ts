import type { Fact } from '../../facts/vocabulary-schema.ts';
import type { Condition, Test } from '../pack/condition.ts';
import { conditionsOf, withCondition } from '../pack/conditions.ts';
import type { ReadPack } from '../pack/read-pack.ts';

/** Two packs with the same facts, ready to be compiled together; or the facts that stand in the way. */
export type Aligned = { readonly packs: readonly [ReadPack, ReadPack] } | { readonly clash: readonly string[] };

/**
 * Gives two packs the same facts: a choice that has more options in one of them has all of them in both.
 * A fact that is of another type in the other pack cannot be compared.
 */
export function align(a: ReadPack, b: ReadPack): Aligned {
  const shared = [...a.facts].flatMap(([id, fact]): [string, Fact, Fact][] => {
    const other = b.facts.get(id);
    return other ? [[id, fact, other]] : [];
  });
  const clash = shared.filter(([, fact, other]) => fact.type !== other.type).map(([id]) => id);
  if (clash.length > 0) return { clash };
  const joined = new Map(shared.map(([id, fact, other]) => [id, { ...other, ...optionsOfBoth(fact, other) }]));
  return { packs: [withFacts(a, joined), withFacts(b, joined)] };
}

const optionsOfBoth = (a: Fact, b: Fact): Pick<Fact, 'options'> =>
  a.options || b.options ? { options: { ...a.options, ...b.options } } : {};

function withFacts(read: ReadPack, joined: ReadonlyMap<string, Fact>): ReadPack {
  const moved = (test: Test, fact: string): Test => {
    const [before, after] = [read.facts.get(fact)?.options, joined.get(fact)?.options];
    if (!('options' in test) || !before || !after) return test;
    const [from, to] = [Object.keys(before), Object.keys(after)];
    return { options: test.options.map((place) => to.indexOf(from[place] as string)) };
  };
  const walk = (condition: Condition): Condition => {
    if (condition.kind === 'test') return { ...condition, test: moved(condition.test, condition.fact) };
    if (condition.kind === 'not') return { kind: 'not', of: walk(condition.of) };
    return condition.kind === 'all' || condition.kind === 'any'
      ? { ...condition, of: condition.of.map(walk) }
      : condition;
  };
  const pack = [...conditionsOf(read.pack)].reduce((all, at) => withCondition(all, at, walk(at.condition)), read.pack);
  return { ...read, facts: new Map([...read.facts, ...joined]), pack };
}
