import type { PackText } from '../pack/pack-schema.ts';
import { NOT_SET } from './period.ts';

/** What a pack holds and no day is set for: shown, and never applied. */
export function notSetIn({
  requirements = {},
  clauses,
}: PackText): { readonly says: string; readonly clauses: readonly string[] }[] {
  const waiting = Object.entries(clauses).filter(([, clause]) => clause.in_force === NOT_SET);
  const asked = Object.values(requirements).filter(
    ({ in_force, clauses: own }) =>
      in_force === NOT_SET && !own.some((id) => waiting.some(([clause]) => clause === id)),
  );
  return [
    ...waiting.map(([id, { says }]) => ({ says, clauses: [id] })),
    ...asked.map(({ says, clauses: own }) => ({ says, clauses: own })),
  ];
}
