import { LENGTHS } from '../../calendar/lengths.ts';
import type { Due } from './pack-schema.ts';

const anchors = new WeakMap<Due, readonly string[]>();

/** The date facts from which, or before which, something is due; the first that is known counts. */
export function anchorsOf(due: Due | undefined): readonly string[] {
  if (!due) return [];
  let found = anchors.get(due);
  if (!found) anchors.set(due, (found = [due.before ?? due.after ?? []].flat()));
  return found;
}

/** Whether a deadline has a length of time: it always has after a date, and may have before one. */
export const isMeasured = (due: Due): boolean => LENGTHS.some((unit) => due[unit] !== undefined);
