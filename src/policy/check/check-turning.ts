import { factsTaken, formOf, inputsOf } from '../../facts/derivations/table.ts';
import type { Diagnostic, Path } from '../../messages/diagnostic.ts';
import { anchorsOf } from '../pack/anchors.ts';
import { warning } from './check-names.ts';
import type { Draft } from './draft.ts';

/**
 * What turns by itself: a fact that is worked out from the next meeting, or a deadline that is counted from it. On the
 * day after that meeting, with the same records, it is about another meeting, or about none. A length to the day of the
 * assessment only grows, and whether a meeting is planned is about the day itself: neither turns.
 */
export function checkTurning({ pack, names: { facts } }: Draft): Diagnostic[] {
  const isToCome = (id: string): boolean => {
    const how = facts.get(id)?.derive;
    return how !== undefined && formOf(how).isToCome?.(how) === true;
  };
  const turning = Object.entries(pack.facts ?? {}).flatMap(([id, { derive: how, turns }]) => {
    if (!how || turns || formOf(how).isOfTheDay) return [];
    const taken = [...factsTaken(how), ...inputsOf(how).otherDates].filter(isToCome);
    return taken.slice(0, 1).map((date) => turningBy(`\`${id}\``, date, ['facts', id]));
  });
  const due = Object.values(pack.requirements).flatMap(({ id, path, due: how }) =>
    how?.every
      ? []
      : anchorsOf(how)
          .filter(isToCome)
          .slice(0, 1)
          .map((date) => turningBy(`The deadline of \`${id}\``, date, [...path, 'due'])),
  );
  const deciders = Object.values(pack.questions).flatMap(({ id, decided_by: all = [] }) =>
    all.flatMap(({ before, path }) =>
      before !== undefined && isToCome(before)
        ? [turningBy(`The day for the decision on \`${id}\``, before, [...path, 'before'])]
        : [],
    ),
  );
  return [...turning, ...due, ...deciders];
}

const turningBy = (what: string, date: string, path: Path): Diagnostic =>
  warning(
    'turns_by_itself',
    `${what} rests on the next meeting (\`${date}\`). The day after that meeting it means something else. For the meeting that was next after some date, write \`pick: first\` with \`after\`. If it is meant to change, write \`turns: yes\` on the fact, or \`every: yes\` on the deadline.`,
    path,
  );
