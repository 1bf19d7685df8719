import type { Assessment } from '../../assess/case/assessment.ts';
import { rangeInWords } from '../../calendar/date-words.ts';
import { parseDate } from '../../calendar/dates.ts';

/** When a child died who has died by the day of the assessment: `on 2 October 2026`, or `in October 2026`. */
export function deathOf({ file, asAt }: Pick<Assessment, 'file' | 'asAt'>): string | undefined {
  const died = file.child?.died === undefined ? undefined : parseDate(file.child.died);
  if (!died || died.from > asAt) return undefined;
  const day = rangeInWords(died);
  return day.startsWith('between') ? day : `${died.from === died.to ? 'on' : 'in'} ${day}`;
}
