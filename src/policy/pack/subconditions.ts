import type { Path } from '../../messages/diagnostic.ts';
import type { Condition } from './condition.ts';

/** A condition within another, and the way to it in the file. */
export interface Subcondition {
  readonly path: Path;
  readonly condition: Condition;
}

/** A condition and everything within it, outermost first; terms and outcomes stay closed. */
export function* subconditionsOf(condition: Condition, path: Path = []): Generator<Subcondition> {
  yield { path, condition };
  if (condition.kind === 'not') yield* subconditionsOf(condition.of, [...path, 'not']);
  if (condition.kind !== 'all' && condition.kind !== 'any') return;
  for (const [i, part] of condition.of.entries()) yield* subconditionsOf(part, [...path, condition.kind, i]);
}

/** The same condition with another in the place of one of its parts. @throws where it has no such part */
export function replaceWithin(condition: Condition, path: Path, by: Condition): Condition {
  const [step, ...below] = path;
  if (step === undefined) return by;
  if (step === 'not' && condition.kind === 'not') return { kind: 'not', of: replaceWithin(condition.of, below, by) };
  if ((condition.kind !== 'all' && condition.kind !== 'any') || condition.kind !== step) {
    throw new Error(`this condition has no part at ${step}`);
  }
  const [index, ...rest] = below;
  const part = condition.of[Number(index)] as Condition;
  return { ...condition, of: condition.of.with(Number(index), replaceWithin(part, rest, by)) };
}
