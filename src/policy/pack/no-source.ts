import type { Source } from '../../yaml/read.ts';

/** Stands for the text of what was not read from one. */
export const NO_SOURCE: Source = {
  text: '',
  value: undefined,
  locate: () => ({ line: 1, column: 1 }),
  diagnostics: [],
};
