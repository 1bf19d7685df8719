import { FactSchema } from '../../facts/vocabulary-schema.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { changeAt } from '../pack/change.ts';
import { conditionsOf, type OwnedCondition, withCondition } from '../pack/conditions.ts';
import { neededFacts } from '../pack/needed-facts.ts';
import { ownFacts } from '../pack/own-facts.ts';
import { type Pack, questionOf, type Rule, rulesOf } from '../pack/pack.ts';
import type { ForEach } from '../pack/pack-schema.ts';
import type { ReadPack } from '../pack/read-pack.ts';
import { slipsOf } from './mutant-conditions.ts';

/** A pack with one slip in it, as an author might make it. */
export interface Mutant {
  readonly id: string;
  /** The rule, requirement, indicator, term or question in which it is. */
  readonly where: string;
  readonly says: string;
  readonly path: Path;
  readonly read: ReadPack;
  /** It changes something that no diagram knows: only a case can tell it from the pack. */
  readonly byCase?: ByCase;
}

/** What can be changed without any condition: a deadline, for which of several, who agrees, strength, another way, a number in a fact. */
export type ByCase = 'deadline' | 'each' | 'needs' | 'strength' | 'variation' | 'derivation';

/** Every pack that differs from this one by one slip. What is taken to be impossible stays as it is. */
export function* mutantsOf(read: ReadPack): Generator<Mutant> {
  yield* ofConditions(read);
  yield* ofRules(read);
  yield* ofDeciders(read);
  yield* ofRequirements(read);
  yield* ofDerivations(read);
  for (const { id, path, what } of [...Object.values(read.pack.indicators), ...Object.values(read.pack.contradictions)])
    yield without(read, path, `${what} \`${id}\``);
}

function* ofConditions(read: ReadPack): Generator<Mutant> {
  for (const at of conditionsOf(read.pack)) {
    const where = whereOf(at);
    if (where === undefined) continue;
    for (const slip of slipsOf(at.condition, read)) {
      const changed = { ...read, pack: withCondition(read.pack, at, slip.condition) };
      yield mutant(changed, [...at.path, ...slip.path], where, slip.says);
    }
  }
}

function* ofRules(read: ReadPack): Generator<Mutant> {
  for (const question of Object.values(read.pack.questions)) {
    const outcomes = Object.keys(question.outcomes);
    for (const rule of rulesOf(question)) {
      const { id, path, outcome, except = [] } = rule;
      const where = `rule \`${id}\``;
      yield mutant({ ...read, pack: withoutRule(read.pack, rule) }, path, where, LEFT_OUT);
      for (const [n, other] of except.entries()) {
        yield changed(read, [...path, 'except', n], undefined, where, `without the exception \`${other}\``);
      }
      const next = outcomes[(outcomes.indexOf(outcome) + 1) % outcomes.length];
      if (next === undefined || next === outcome) continue;
      yield changed(read, [...path, 'outcome'], next, where, `leads to \`${next}\` in place of \`${outcome}\``);
    }
  }
}

/** Slips in what something is asked for each of: without its date, or at another stage. */
function* ofEach(read: ReadPack, path: Path, each: ForEach | undefined, where: string): Generator<Mutant> {
  if (!each) return;
  const { occurrence = '', stage, since } = each;
  const stages = Object.keys(read.pack.occurrences?.[occurrence]?.stages ?? {});
  const other = stage === undefined ? undefined : stages[(stages.indexOf(stage) + 1) % stages.length];
  const slip = (key: string, to: unknown, says: string): Mutant => {
    return { ...changed(read, [...path, 'for_each', key], to, where, says), byCase: 'each' };
  };
  if (since !== undefined) yield slip('since', undefined, `also before \`${since}\``);
  if (stage !== undefined && other !== stage) yield slip('stage', other, `at \`${other}\` in place of \`${stage}\``);
}

/** A rule that is not there is nobody's exception. */
function withoutRule(pack: Pack, { id, path, question }: Rule): Pack {
  const excepting = rulesOf(questionOf(pack, question)).filter((other) => other.except?.includes(id));
  const cleared = excepting.reduce((all, other) => {
    return changeAt(
      all,
      [...other.path, 'except'],
      other.except?.filter((name) => name !== id),
    );
  }, pack);
  return changeAt(cleared, path, undefined);
}

const whoDecides = (question: string): string => `who decides \`${question}\``;

/** Slips in how many have to agree, which no diagram knows. */
function* ofDeciders(read: ReadPack): Generator<Mutant> {
  for (const { id, decided_by: deciders = [] } of Object.values(read.pack.questions)) {
    for (const { path, needs, who } of deciders) {
      if (needs === undefined) continue;
      const others = needs === 'all' ? [who.length - 1] : [needs - 1, needs + 1];
      for (const other of others.filter((n) => n > 0 && n <= who.length)) {
        const says = `${other} of ${who.length} roles in place of ${needs}`;
        yield { ...changed(read, [...path, 'needs'], other, whoDecides(id), says), byCase: 'needs' };
      }
    }
  }
}

function* ofRequirements(read: ReadPack): Generator<Mutant> {
  for (const { id, path, due, strength, variation, for_each: each } of Object.values(read.pack.requirements)) {
    const where = `requirement \`${id}\``;
    yield without(read, path, where);
    const slip = (byCase: ByCase, below: Path, to: unknown, says: string): Mutant => {
      return { ...changed(read, [...path, ...below], to, where, says), byCase };
    };
    const other = strength === 'must' ? 'should' : 'must';
    // Without a day, a case comes to the same state however strongly it is asked for
    if (strength && due) yield slip('strength', ['strength'], other, `\`${other}\` in place of \`${strength}\``);
    if (variation) yield slip('variation', ['variation'], undefined, 'without the departure that can be approved');
    yield* ofEach(read, path, each, where);
    if (!due) continue;
    yield slip('deadline', ['due'], undefined, 'without its deadline');
    for (const [unit, amount] of Object.entries(due)) {
      if (typeof amount !== 'number') continue;
      for (const next of [amount - 1, amount + 1].filter((n) => n > 0 || (n === 0 && unit === 'days'))) {
        yield slip('deadline', ['due', unit], next, `${next} ${unit.replaceAll('_', ' ')} in place of ${amount}`);
      }
    }
  }
}

/**
 * A number in how a fact is worked out that is one more or less: a length of time, a count, a week, the nth meeting. What
 * only a letter names no case can tell.
 */
function* ofDerivations(read: ReadPack): Generator<Mutant> {
  const needed = neededFacts(read.pack, read.facts);
  for (const [id, fact] of Object.entries(read.pack.facts ?? {})) {
    if (!needed.has(id)) continue;
    for (const [below, amount] of numbersIn(fact.derive)) {
      for (const other of [amount - 1, amount + 1]) {
        const path = ['facts', id, 'derive', ...below];
        if (!FactSchema.safeParse(changeAt(fact, path.slice(2), other)).success) continue;
        const says = `${other} in place of ${amount} (\`${below.filter((step) => typeof step === 'string').join('.')}\`)`;
        yield { ...changed(read, path, other, `how \`${id}\` is worked out`, says), byCase: 'derivation' };
      }
    }
  }
}

function* numbersIn(value: unknown, path: Path = []): Generator<[Path, number]> {
  if (typeof value === 'number') yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* numbersIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

const LEFT_OUT = 'left out altogether';

const without = (read: ReadPack, path: Path, where: string): Mutant => changed(read, path, undefined, where, LEFT_OUT);

function changed(read: ReadPack, path: Path, to: unknown, where: string, says: string): Mutant {
  const pack = changeAt(read.pack, path, to);
  return mutant({ ...read, pack, facts: new Map([...read.facts, ...ownFacts(pack)]) }, path, where, says);
}

const mutant = (read: ReadPack, path: Path, where: string, says: string): Mutant => ({
  id: `${where.replaceAll('`', '')}: ${says}`,
  where,
  says,
  path,
  read,
});

/** Where a slip in a condition is; undefined for what is taken to be impossible, which stays as it is. */
function whereOf({ owner, key }: OwnedCondition): string | undefined {
  if (owner.what === 'assumption') return undefined;
  if (owner.what === 'decider') return whoDecides(owner.question);
  if (owner.what === 'question') return `when \`${owner.id}\` arises`;
  if (key === 'not_until') return `what bars \`${owner.id}\``;
  return key === 'evidence' || key === 'refused' ? `${key} of \`${owner.id}\`` : `${owner.what} \`${owner.id}\``;
}
