import type { Day } from '../../calendar/dates.ts';

/** The returns from which values can be imported, by the names that a `source` has for them. */
export const RETURN_NAMES = [
  'CIN census',
  'SSDA903',
  'Annex A',
  'Standard Safeguarding Dataset',
  'DfE daily data',
] as const;

/** A return, and the day of its data. */
export interface ImportedFrom {
  readonly name: (typeof RETURN_NAMES)[number];
  readonly day: Day;
}

/** The source of a record of a return in which a person has changed something: it is theirs, and no import changes it. */
export const changedByHand = (source: string | undefined): string | undefined =>
  source !== undefined && importedFrom(source) ? `${source}; changed by hand` : source;

/** The return that a `source` names, such as `CIN census to 2026-03-31`; undefined where a person wrote it, or nobody did. */
export function importedFrom(source: string | undefined): ImportedFrom | undefined {
  const [, written, day] = /^(.+) to (\d{4}-\d{2}-\d{2})$/.exec(source ?? '') ?? [];
  const name = RETURN_NAMES.find((one) => one === written);
  return name && day !== undefined ? { name, day } : undefined;
}
