import { dayInWords } from '../../calendar/date-words.ts';
import { type Day, type DayRange, isExact } from '../../calendar/dates.ts';
import { LENGTHS, laterRange } from '../../calendar/lengths.ts';
import { type Calendar, plusWorkingDays, yearsInWords } from '../../calendar/working-days.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { anchorsOf } from '../../policy/pack/anchors.ts';
import type { Due } from '../../policy/pack/pack-schema.ts';

/** The last day for a requirement, and how it was counted. */
export interface DueDate {
  /** Absent where it cannot be counted: `counted` then says why. */
  readonly range: DayRange | undefined;
  readonly counted: () => string | undefined;
}

/** What a fact of type date is known to be. */
export function daysOf(sheet: FactSheet, fact: string): DayRange | undefined {
  const known = sheet.states.get(fact)?.known;
  return known?.kind === 'days' ? known.days : undefined;
}

/** The last day for a requirement, as well as it is known; undefined where the date it is counted from is not. */
export function dueDate(due: Due | undefined, sheet: FactSheet, calendar: Calendar): DueDate | undefined {
  if (!due) return undefined;
  const anchor = anchorsOf(due)
    .map((fact) => daysOf(sheet, fact))
    .find((range) => range !== undefined);
  if (!anchor || due.before) return anchor && { range: anchor, counted: () => undefined };
  return { range: laterRange(anchor, due, calendar), counted: () => inWords(due, anchor, calendar) };
}

/** `10 working days after 14 December 2026; 25 and 28 December not counted`. */
function inWords(due: Due, anchor: DayRange, calendar: Calendar): string | undefined {
  if (!isExact(anchor)) return undefined;
  const unit = LENGTHS.find((name) => due[name] !== undefined);
  const n = unit && due[unit];
  if (!unit || n === undefined) return undefined;
  const name = unit.replace('_', ' ');
  const start = `${n} ${n === 1 ? name.slice(0, -1) : name} after ${dayInWords(anchor.from)}`;
  return unit === 'working_days' ? `${start}${passedOver(anchor.from, n, calendar)}` : start;
}

function passedOver(from: Day, n: number, calendar: Calendar): string {
  const count = plusWorkingDays(from, n, calendar);
  if (!count) {
    return ` cannot be counted: bank holidays are known for ${yearsInWords(calendar)} only. Count it by hand`;
  }
  return count.notCounted.length === 0 ? '' : `; ${daysInWords(count.notCounted)} not counted`;
}

/** `25 and 28 December`, `29 December and 1 January`. */
function daysInWords(days: readonly Day[]): string {
  const parts = days.map((day) => {
    const [date = '', month = ''] = dayInWords(day).split(' ');
    return { date, month };
  });
  const shown = parts.map(({ date, month }, i) => (parts[i + 1]?.month === month ? date : `${date} ${month}`));
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
