import type { Due } from './pack-schema.ts';

/** The date facts from which, or before which, something is due; the first that is known counts. */
export const anchorsOf = (due: Due | undefined): readonly string[] => [due?.before ?? due?.after ?? []].flat();
