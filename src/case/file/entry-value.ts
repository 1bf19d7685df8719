import type { Entry, GivenEntry, NotKnownEntry } from './entry.ts';

/** The value of an entry, where it has one. */
export function entryValue(entry: Entry): string | number | boolean | undefined {
  if (typeof entry !== 'object') return entry;
  return 'value' in entry ? entry.value : undefined;
}

/** A date of the child, without where it is from. */
export const childDate = (
  date: string | number | { readonly value: string | number } | undefined,
): string | number | undefined => (typeof date === 'object' ? date.value : date);

export const isNotKnown = (entry: Entry | undefined): entry is NotKnownEntry =>
  typeof entry === 'object' && 'unknown' in entry;

/** Where an entry is from, if it says. */
export const provenanceOf = (entry: Entry | undefined): Partial<GivenEntry> =>
  typeof entry === 'object' && 'value' in entry ? entry : {};
