import type { Assessment } from '../../assess/case/assessment.ts';
import { rangeInWords } from '../../calendar/date-words.ts';
import { range } from '../../case/sheet/records.ts';

/** When a child died who has died by the day of the assessment: `on 2 October 2026`, or `in October 2026`. */
export function deathOf({ file, asAt }: Pick<Assessment, 'file' | 'asAt'>): string | undefined {
  const died = range(file.child?.died);
  if (!died || died.from > asAt) return undefined;
  const day = rangeInWords(died);
  return day.startsWith('between') ? day : `${died.from === died.to ? 'on' : 'in'} ${day}`;
}
