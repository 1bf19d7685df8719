import type { Entry, GivenEntry, NotKnownEntry } from './entry.ts';

/** The value of an entry, where it has one. */
export const entryValue = (entry: Entry): string | number | boolean | undefined =>
  typeof entry === 'object' ? (entry as Partial<GivenEntry>).value : entry;

/** A date of the child, without where it is from. */
export const childDate = (
  date: string | number | { readonly value: string | number } | undefined,
): string | number | undefined => (typeof date === 'object' ? date.value : date);

export const isNotKnown = (entry: Entry | undefined): entry is NotKnownEntry =>
  typeof entry === 'object' && (entry as Partial<NotKnownEntry>).unknown !== undefined;

const NOWHERE: Partial<GivenEntry> = {};

/** Where an entry is from, if it says. */
export const provenanceOf = (entry: Entry | undefined): Partial<GivenEntry> =>
  typeof entry === 'object' && !isNotKnown(entry) ? entry : NOWHERE;
