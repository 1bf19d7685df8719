import { type Diagnostic, error, note, type Path } from '../../messages/diagnostic.ts';
import { onDay, safe } from '../../messages/safe.ts';
import { range } from '../sheet/records.ts';
import { unconfirmed } from '../sheet/unconfirmed.ts';
import type { Listed } from './listed.ts';
import { isAfter } from './order.ts';

/** Code of what is said of something that was open on the day of a record. */
export const NOT_CONFIRMED = safe`not_confirmed`;

/** What was open on the day of a record and is still to be confirmed, and days that cannot be right: it goes to `found`. */
export function openOnConsistency({ file, today, episodes }: Listed, found: Diagnostic[]): void {
  for (const { list, openOn, path } of unconfirmed(file, today.to)) {
    const what = list === 'current_plan' ? safe`On a plan` : safe`Looked after`;
    const says = safe`${what} on ${onDay(openOn)}: confirm. Is it still so? Until somebody says, what it asks for stays in view.`;
    found.push(note(NOT_CONFIRMED, says, path));
  }
  if (typeof file.current_plan === 'object') days(file.current_plan, ['current_plan'], found);
  for (const { episode, path } of episodes) days(episode, path, found);
}

interface Dated {
  readonly began?: string | number | undefined;
  readonly open_on?: string | number | undefined;
  readonly confirmed?: string | number | undefined;
}

function days(dated: Dated, path: Path, found: Diagnostic[]): void {
  const began = range(dated.began);
  if (isAfter(began, range(dated.open_on))) found.push(error('open_before_start', EARLY, [...path, 'open_on']));
  if (isAfter(began, range(dated.confirmed))) found.push(error('open_before_start', EARLY, [...path, 'confirmed']));
}

const EARLY = safe`This day is before the start: correct one of the two dates.`;
