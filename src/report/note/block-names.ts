/** Parts of a note that are pasted into one box of a case system each. They stand apart so that help need not load the rest. */
export const BLOCKS = ['analysis', 'decision', 'actions', 'unknown'] as const;

export type BlockName = (typeof BLOCKS)[number];
