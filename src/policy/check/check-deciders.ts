import type { Diagnostic, Path } from '../../messages/diagnostic.ts';
import { type Decider, rulesOf } from '../pack/pack.ts';
import { error, unlessKnown } from './check-names.ts';
import type { Draft } from './draft.ts';

/** Deciders of questions, and decisions that rules show, that name a role, an outcome or a date that is not there. */
export function checkDeciders({ pack, vocabulary, names }: Draft): Diagnostic[] {
  const roles = [...Object.keys(vocabulary.roles), ...Object.keys(pack.roles ?? {})];
  const dates = [...names.facts].filter(([, { type }]) => type === 'date').map(([id]) => id);
  const shown = Object.values(pack.questions)
    .flatMap(rulesOf)
    .flatMap(({ path, decided }) => {
      if (!decided) return [];
      const { by, on } = decided;
      return [
        ...unlessKnown(by, { what: 'a role of the vocabulary or', names: roles }, [...path, 'decided', 'by']),
        ...(on === undefined ? [] : unlessKnown(on, { what: 'a date', names: dates }, [...path, 'decided', 'on'])),
      ];
    });
  const named = Object.values(pack.questions).flatMap(({ id, outcomes, decided_by: deciders = [] }) =>
    deciders.flatMap((decider, i) => {
      const { who, outcomes: ends = [], before, path: at } = decider;
      const known = { what: `an outcome of \`${id}\``, names: Object.keys(outcomes) };
      return [
        ...who.flatMap((role, n) =>
          unlessKnown(role, { what: 'a role of the vocabulary or', names: roles }, [...at, 'who', n]),
        ),
        ...ends.flatMap((end, n) => unlessKnown(end, known, [...at, 'outcomes', n])),
        ...(before === undefined ? [] : unlessKnown(before, { what: 'a date', names: dates }, [...at, 'before'])),
        ...twice(decider, deciders.slice(0, i), at),
        ...tooMany(decider),
      ];
    }),
  );
  return [...named, ...shown];
}

/** As many must agree as there are roles, at most. */
function tooMany({ who, needs, path }: Decider<unknown>): Diagnostic[] {
  const roles = new Set(who).size;
  if (needs === undefined || (needs === 'all' ? roles > 1 : roles >= needs)) return [];
  const says = `${needs === 'all' ? 'All of one role' : `At least ${needs} of ${roles} roles`} cannot decide together: name more roles under \`who\`, or fewer under \`needs\`.`;
  return [error('too_few_deciders', says, [...path, 'needs'])];
}

/** For one outcome one decider: two would leave open whose word counts. */
function twice(
  { outcomes: ends = [] }: Pick<Decider<unknown>, 'outcomes'>,
  earlier: readonly Decider<unknown>[],
  at: Path,
): Diagnostic[] {
  return ends
    .filter((end) => earlier.some((other) => !Object.hasOwn(other, 'when') && (other.outcomes?.includes(end) ?? true)))
    .map((end) => error('duplicate_decider', `Who decides on \`${end}\` is said above already.`, at));
}
