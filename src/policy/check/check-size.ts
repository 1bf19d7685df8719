import type { Diagnostic } from '../../messages/diagnostic.ts';
import type { PackText } from '../pack/pack-schema.ts';
import { error } from './check-names.ts';

/** Most of each thing in one pack. The largest shipped pack has a quarter of it at most; one document asks for no more. */
export const MOST = { facts: 300, questions: 40, rules: 400, requirements: 400, clauses: 1000 } as const;

/** A pack so large that nobody could read it is not worked through either. */
export function checkSize(pack: PackText): Diagnostic[] {
  const stages = Object.values(pack.questions).flatMap(({ stages: own }) => own);
  const sizes: Readonly<Record<keyof typeof MOST, number>> = {
    facts: size(pack.facts),
    questions: size(pack.questions),
    rules: stages.reduce((sum, { rules }) => sum + size(rules), size(pack.terms) + (pack.impossible?.length ?? 0)),
    requirements: size(pack.requirements) + size(pack.indicators),
    clauses: size(pack.clauses),
  };
  return (Object.keys(MOST) as (keyof typeof MOST)[])
    .filter((part) => sizes[part] > MOST[part])
    .map((part) => error('too_large', `${sizes[part]} ${part} in one pack; at most ${MOST[part]}: split it.`, [part]));
}

const size = (group: object | undefined): number => Object.keys(group ?? {}).length;
