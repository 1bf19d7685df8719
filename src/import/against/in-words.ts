import { storedInWords } from '../../calendar/typed-date.ts';
import { CATEGORIES } from '../../facts/categories.ts';
import { LEGAL_STATUSES, PLACEMENTS, placementInWords } from '../../facts/records/codes.ts';

/** What one side says, for a person: dates written out, codes with their words. */
export function inWords(said: unknown): string {
  const text = String(said);
  const words = codeInWords(text);
  return words ?? text.replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, (date) => storedInWords(date));
}

function codeInWords(text: string): string | undefined {
  if (Object.hasOwn(CATEGORIES, text)) return `${CATEGORIES[text as keyof typeof CATEGORIES]} (${text})`;
  if (Object.hasOwn(LEGAL_STATUSES, text)) return `${text}: ${LEGAL_STATUSES[text as keyof typeof LEGAL_STATUSES]}`;
  const placement = PLACEMENTS.find((code) => code === text);
  return placement && placementInWords(placement);
}
