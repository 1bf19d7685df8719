import type { Path } from '../../messages/diagnostic.ts';
import type { Condition } from './condition.ts';

/** A condition within another, and the way to it in the file. */
export interface Part {
  readonly path: Path;
  readonly condition: Condition;
}

/** A condition and everything within it, outermost first; terms and outcomes stay closed. */
export function* partsOf(condition: Condition, path: Path = []): Generator<Part> {
  yield { path, condition };
  if (condition.kind === 'not') yield* partsOf(condition.of, [...path, 'not']);
  if (condition.kind !== 'all' && condition.kind !== 'any') return;
  for (const [i, part] of condition.of.entries()) yield* partsOf(part, [...path, condition.kind, i]);
}

/** The same condition with another in the place of one of its parts. */
export function replacePart(condition: Condition, path: Path, by: Condition): Condition {
  const [step, index, ...rest] = path;
  if (step === undefined) return by;
  if (condition.kind === 'not') return { kind: 'not', of: replacePart(condition.of, path.slice(1), by) };
  if (condition.kind !== 'all' && condition.kind !== 'any') return condition;
  return { ...condition, of: condition.of.map((part, i) => (i === index ? replacePart(part, rest, by) : part)) };
}

/** Never true. */
export const NEVER: Condition = { kind: 'any', of: [] };
