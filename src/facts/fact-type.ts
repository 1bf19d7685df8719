/** Types of fact. */
export const FACT_TYPES = ['yes_no', 'choice', 'number', 'months', 'date'] as const;

export type FactType = (typeof FACT_TYPES)[number];
