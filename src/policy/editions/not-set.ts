import type { Clause, PackText } from '../pack/pack-schema.ts';
import { NOT_SET } from './period.ts';

/** Something that a pack shows and does not apply. */
export interface Waiting {
  readonly says: string;
  readonly clauses: readonly string[];
}

/** What a pack holds and no day is set for. @param pack with its texts of every time */
export function notSetIn({ requirements = {}, clauses }: PackText): Waiting[] {
  const waiting = clausesThat(clauses, ({ in_force }) => in_force === NOT_SET);
  const ids = waiting.flatMap((one) => one.clauses);
  const asked = Object.values(requirements).filter(
    ({ in_force, clauses: own }) => in_force === NOT_SET && !own.some((id) => ids.includes(id)),
  );
  return [...waiting, ...asked.map(({ says, clauses: own }) => ({ says, clauses: own }))];
}

/** What was not verified in the text of a pack that applies. */
export const notVerifiedIn = ({ clauses }: Pick<PackText, 'clauses'>): Waiting[] =>
  clausesThat(clauses, ({ not_verified: open }) => open !== undefined);

const clausesThat = (clauses: PackText['clauses'], wanted: (clause: Clause) => boolean): Waiting[] =>
  Object.entries(clauses)
    .filter(([, clause]) => wanted(clause))
    .map(([id, { says }]) => ({ says, clauses: [id] }));
