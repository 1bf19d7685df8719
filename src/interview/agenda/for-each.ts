import { daysOf } from '../../assess/case/due.ts';
import { instancesOf } from '../../assess/each/instances.ts';
import type { CompiledRequirement } from '../../policy/compile/compiled.ts';
import { type Open, surelyApplies } from './bearing.ts';
import type { CaseView } from './case-view.ts';

/** A list of a case file of which something is asked for each entry. */
export type EachList = 'meetings' | 'occurrences';

/** The list that a duty comes back for. */
export const listOf = ({ requirement: { for_each: each } }: CompiledRequirement): EachList | undefined =>
  each && (each.meeting === undefined ? 'occurrences' : 'meetings');

/** The lists that surely matter now, and of which not everything is known: what else is on them, or what was done. */
export function eachListsAsked(open: Open, view: CaseView): ReadonlySet<EachList> {
  const asked = [...open].flatMap(([pack, known]) =>
    pack.requirements.filter((one) => listOf(one) && surelyApplies(one, pack, known, view) && isOpen(one, view)),
  );
  return new Set(asked.flatMap((requirement) => listOf(requirement) ?? []));
}

function isOpen({ id, requirement: { for_each: each } }: CompiledRequirement, view: CaseView): boolean {
  if (!each) return false;
  const since = each.since === undefined ? undefined : daysOf(view.sheet, each.since);
  const found = instancesOf({ each, id }, view.file, view.asAt, since);
  return !found?.isWhole || found.list.some(({ isDone }) => isDone === undefined);
}
