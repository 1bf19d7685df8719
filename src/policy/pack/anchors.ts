import { LENGTHS } from '../../calendar/lengths.ts';
import type { Due } from './pack-schema.ts';

/** The date facts from which, or before which, something is due; the first that is known counts. */
export const anchorsOf = (due: Due | undefined): readonly string[] => [due?.before ?? due?.after ?? []].flat();

/** Whether a deadline has a length of time: it always has after a date, and may have before one. */
export const isMeasured = (due: Due): boolean => LENGTHS.some((unit) => due[unit] !== undefined);
