import { CATEGORIES } from '../categories.ts';
import { days, type Knowledge, options } from '../knowledge.ts';
import type { Plan } from './case-records.ts';

const CODES = Object.keys(CATEGORIES);

/** The start or the category of a plan, as far as it is recorded. */
export function planDetail({ began, category }: Plan, field: 'began' | 'category'): Knowledge | undefined {
  if (field === 'began') return began && days(began);
  return category === undefined ? undefined : options(1 << CODES.indexOf(category));
}
