/** Codes of the category of abuse in the children-in-need census. */
export const CATEGORIES = {
  NEG: 'neglect',
  PHY: 'physical',
  SAB: 'sexual',
  EMO: 'emotional',
  MUL: 'multiple',
} as const;
