/** What a pack writes as one or as several, as a list. */
export const listOf = (written: string | readonly string[] | undefined): readonly string[] =>
  typeof written === 'string' ? [written] : (written ?? NONE);

const NONE: readonly string[] = [];
