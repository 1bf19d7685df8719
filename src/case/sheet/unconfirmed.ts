import type { Day } from '../../calendar/dates.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { childDate } from '../file/entry-value.ts';

/** A plan or an episode as far as it tells whether it goes on. */
interface MayGoOn {
  readonly ended?: string | number | undefined;
  readonly open_on?: string | number | undefined;
  readonly confirmed?: string | number | undefined;
}

/** The last day on which a plan or an episode is known to be open; undefined where it is known to go on, or has ended. */
export function openOn({ ended, open_on: day, confirmed }: MayGoOn, asAt: Day): Day | undefined {
  if (day === undefined || ended !== undefined || confirmed !== undefined) return undefined;
  return asAt > String(day) ? String(day) : undefined;
}

/** Whether the file shows that the child has died by a day. */
export function hasDied({ child }: Pick<CaseFile, 'child'>, asAt: Day): boolean {
  const died = childDate(child?.died);
  return died !== undefined && String(died) <= asAt;
}

/** The same of the plan today. Of a child who has died nobody confirms it: it counts as open until its end is recorded. */
export const planOpenOn = (file: Pick<CaseFile, 'child' | 'current_plan'>, asAt: Day): Day | undefined =>
  typeof file.current_plan === 'object' && !hasDied(file, asAt) ? openOn(file.current_plan, asAt) : undefined;

/** A plan or an episode of care that was open on a day, and that nobody has confirmed since. */
export interface Unconfirmed {
  readonly list: 'current_plan' | 'looked_after';
  readonly openOn: Day;
  readonly path: Path;
}

/** What a person has to confirm: the plan today, and the episodes of care that have no end. Of a child who has died, nothing. */
export function unconfirmed(file: CaseFile, asAt: Day): Unconfirmed[] {
  const { looked_after: care } = file;
  const found: Unconfirmed[] = [];
  if (hasDied(file, asAt)) return found;
  const onPlan = planOpenOn(file, asAt);
  if (onPlan !== undefined) found.push({ list: 'current_plan', openOn: onPlan, path: ['current_plan'] });
  const episodes = typeof care === 'object' ? care.episodes : [];
  for (const [i, episode] of episodes.entries()) {
    const inCare = openOn(episode, asAt);
    if (inCare !== undefined)
      found.push({ list: 'looked_after', openOn: inCare, path: ['looked_after', 'episodes', i] });
  }
  return found;
}

/** The case without what was confirmed on a day. */
export function unsaid(file: CaseFile, day: Day): CaseFile {
  const { current_plan: plan, looked_after: care } = file;
  const open = <T extends MayGoOn>(one: T): T =>
    String(one.confirmed) === day ? { ...one, confirmed: undefined } : one;
  return {
    ...file,
    ...(typeof plan === 'object' && { current_plan: open(plan) }),
    ...(typeof care === 'object' && { looked_after: { ...care, episodes: care.episodes.map(open) } }),
  };
}

/** The case as it is if everything goes on that was open on the day of its record. */
export function ifStillOpen(file: CaseFile): CaseFile {
  const { current_plan: plan, looked_after: care } = file;
  const goingOn = <T extends MayGoOn>({ open_on: _, ...rest }: T): Omit<T, 'open_on'> => rest;
  return {
    ...file,
    ...(typeof plan === 'object' && { current_plan: goingOn(plan) }),
    ...(typeof care === 'object' && { looked_after: { ...care, episodes: care.episodes.map(goingOn) } }),
  };
}
