import { type Diagram, TooManyNodes } from '../../logic/diagram.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { partWith, recompiling } from '../compile/compile.ts';
import type { CompiledPack, CompiledPart } from '../compile/compiled.ts';
import { isNever, meaningOf, meaningOfPart, real, speaks } from '../compile/space.ts';
import { changeAt } from '../pack/change.ts';
import { ALWAYS, type Condition, isEmpty, NEVER } from '../pack/condition.ts';
import { conditionsOf, type OwnedCondition, type Owner, withCondition } from '../pack/conditions.ts';
import type { Pack } from '../pack/pack.ts';
import { replaceWithin, subconditionsOf } from '../pack/subconditions.ts';
import { conditionInWords } from '../pack/words.ts';
import type { Fault } from './fault.ts';

/** Parts of conditions times conditions: the whole pack is compiled again without each part. */
const MOST_WORK = 500_000;

/** Conditions, or parts of them, that could be left out or taken as never true, and the pack would mean the same. */
export function idleConditions(pack: CompiledPack): Fault[] {
  const conditions = [...conditionsOf(pack.pack)].filter(({ condition }) => !isEmpty(condition));
  const parts = conditions.flatMap(({ condition }) => [...subconditionsOf(condition)]);
  if (parts.length * conditions.length > MOST_WORK) throw new TooManyNodes(MOST_WORK, 'steps');
  const meaning = meaningOf(pack);
  const silent = silentOwners(pack);
  const idleOnes = conditions
    .filter(({ owner }) => !silent.has(owner))
    .flatMap((at) => idleParts(at, pack, sameWith(pack, at, meaning)));
  return [...idleOnes, ...idleExceptions(pack, meaning)];
}

const sameAs = (some: readonly Diagram[], others: readonly Diagram[]): boolean =>
  some.every((part, i) => part === others[i]);

/** Whether a pack in other words means the same; the first part that means something else is the last one looked at. */
function meansSame(pack: CompiledPack, other: Pack, [possible, ...meaning]: readonly Diagram[]): boolean {
  const changed = recompiling(pack, other);
  if (changed.possible !== possible) return false;
  const over = { diagrams: pack.diagrams, occurring: changed.occurring };
  let at = 0;
  for (const part of changed.parts) {
    const own = meaningOfPart(over, part);
    if (own.some((diagram, i) => diagram !== meaning[at + i])) return false;
    at += own.length;
  }
  return true;
}

/** Whether a pack means the same with another condition in the place of one of its own. */
type SameWith = (other: Condition) => boolean;

/** The part in which the condition stands nearly always means something else, and that is quick to see. */
function sameWith(pack: CompiledPack, at: OwnedCondition, meaning: readonly Diagram[]): SameWith {
  const now = partWith(pack, pack.pack, at.owner);
  const sameAsNow = (part: CompiledPart | undefined): boolean =>
    !now || !part || sameAs(meaningOfPart(pack, now), meaningOfPart(pack, part));
  return (other) => {
    const changed = withCondition(pack.pack, at, other);
    return sameAsNow(partWith(pack, changed, at.owner)) && meansSame(pack, changed, meaning);
  };
}

/** Exceptions that take no case away. */
function idleExceptions(pack: CompiledPack, meaning: readonly Diagram[]): Fault[] {
  return pack.questions.flatMap(({ rules }) =>
    rules.flatMap(({ id, rule }) =>
      (rule.except ?? []).flatMap((other, i) => {
        const path = [...rule.path, 'except', i];
        if (!meansSame(pack, changeAt(pack.pack, path, undefined), meaning)) return [];
        const says = `The exception \`${other}\` of rule \`${id}\` can be left out, and the pack means the same.`;
        const about = `${id}.except.${other}`;
        return [{ code: 'never_matters', about, severity: 'note' as const, says, clauses: rule.clauses, path }];
      }),
    ),
  );
}

/** Rules that never speak, and what never applies: they are reported as such. */
function silentOwners(pack: CompiledPack): ReadonlySet<Owner> {
  const never = ({ applies }: { readonly applies: Diagram }): boolean => isNever(real(pack, applies));
  return new Set<Owner>([
    ...pack.questions.flatMap((question) =>
      question.rules.filter((rule) => isNever(speaks(pack, question, rule))).map(({ rule }) => rule),
    ),
    ...pack.requirements.filter(never).map(({ requirement }) => requirement),
    ...pack.indicators.filter(never).map(({ indicator }) => indicator),
    ...pack.contradictions.filter(never).map(({ contradiction }) => contradiction),
  ]);
}

function idleParts({ condition: whole, path }: OwnedCondition, pack: CompiledPack, same: SameWith): Fault[] {
  const found: Fault[] = [];
  const covered = (part: Path): boolean =>
    found.some(({ path: idle }) => idle.every((step, i) => [...path, ...part][i] === step));
  for (const part of subconditionsOf(whole)) {
    if (isEmpty(part.condition) || covered(part.path)) continue;
    const needless = same(replaceWithin(whole, part.path, ALWAYS));
    if (needless || same(replaceWithin(whole, part.path, NEVER))) {
      found.push(idle(pack, [...path, ...part.path], part.condition, needless));
    }
  }
  return found;
}

function idle(pack: CompiledPack, path: Path, condition: Condition, needless: boolean): Fault {
  const words = conditionInWords(condition, pack);
  const says = needless
    ? `This part of a condition can be left out, and the pack means the same: ${words}.`
    : `Whether this part of a condition holds makes no difference: ${words}.`;
  return { code: 'never_matters', about: shortPath(path), severity: 'note', says, clauses: [], path };
}

/** The path without the steps that do not tell conditions apart. */
const shortPath = (path: Path): string =>
  path.filter((step) => !['questions', 'stages', 'rules', 'when', 'means'].includes(String(step))).join('.');
