import type { Day } from '../../calendar/dates.ts';
import type { CaseRow, Range } from './case-row.ts';

/** Full months from `from` on and below `below`, with the words of the band. */
export interface Band {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly below: number;
}

/** Bands between some numbers of months. */
const bands = (...edges: readonly number[]): Band[] =>
  edges.map((from, i) => {
    const below = edges[i + 1] ?? Number.POSITIVE_INFINITY;
    if (from === 0) return { id: `under_${below}`, label: `Under ${below} months`, from, below };
    if (below === Number.POSITIVE_INFINITY) return { id: `from_${from}`, label: `${from} months or more`, from, below };
    return { id: `from_${from}`, label: `${from} months, and under ${below}`, from, below };
  });

/** How long plans last; 15, 18 and 21 months are days at which procedures ask for legal planning, and 24 is a national figure. */
export const LENGTHS: readonly Band[] = bands(0, 3, 6, 12, 15, 18, 21, 24);

/** How long after the last plan the next one comes. */
export const GAPS: readonly Band[] = bands(0, 12, 24, 60);

/** The band in which a length lies; `unknown` where it may lie in several. */
export function bandOf(list: readonly Band[], { min, max }: Range): string {
  if (min === null) return 'unknown';
  const band = list.find(({ from, below }) => min >= from && min < below);
  return band && (max ?? Number.POSITIVE_INFINITY) < band.below
    ? band.id
    : isOpenEnd(band, max)
      ? (band?.id ?? 'unknown')
      : 'unknown';
}

const isOpenEnd = (band: Band | undefined, max: number | null): boolean =>
  max === null && band?.below === Number.POSITIVE_INFINITY;

/** Which plan it is: the first, a later one by its number, `more` where it is at least the second, or `unknown`. */
export function numberOf({ min, max }: Range): 'first' | 'second' | 'third' | 'later' | 'more' | 'unknown' {
  if (min === null) return 'unknown';
  if (min >= 4) return 'later';
  if (min !== max) return min >= 2 ? 'more' : 'unknown';
  return ([undefined, 'first', 'second', 'third'] as const)[min] ?? 'unknown';
}

/** Whether a plan is of the same category as the last one. */
export function categoryOf({ category_now: now, category_before: before }: CaseRow): 'same' | 'different' | 'unknown' {
  if (now === null || before === null) return 'unknown';
  return now === before ? 'same' : 'different';
}

const QUARTERS = ['January to March', 'April to June', 'July to September', 'October to December'];

/** The quarter of a day: an id that sorts, such as `2026-2`. */
export const quarterOf = (day: Day | null): string =>
  day === null ? 'unknown' : `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** `April to June 2026`. */
export function quarterInWords(quarter: string): string {
  const [year, part] = quarter.split('-');
  return part === undefined ? 'Day not known' : `${QUARTERS[Number(part) - 1]} ${year}`;
}
