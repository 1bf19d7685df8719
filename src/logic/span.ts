/**
 * Numbers and durations live on a grid of halves, doubled to stay whole: `2n` is exactly `n`, `2n + 1`
 * lies between `n` and `n + 1`. A count never falls between; a duration of three months and a day does.
 */
export interface Span {
  readonly lo: number;
  readonly hi: number;
}

/** Whether the values in between exist: they do for durations, not for counts. */
export type Grain = 'whole' | 'between';

/** Stands for "no upper limit". */
export const MOST = 20_000;

const FORMS: readonly [RegExp, (n: number, m: number) => Span][] = [
  [/^under (\d{1,4})$/, (n) => ({ lo: 0, hi: 2 * n - 1 })],
  [/^at most (\d{1,4})$/, (n) => ({ lo: 0, hi: 2 * n })],
  [/^over (\d{1,4})$/, (n) => ({ lo: 2 * n + 1, hi: MOST })],
  [/^at least (\d{1,4})$/, (n) => ({ lo: 2 * n, hi: MOST })],
  [/^between (\d{1,4}) and (\d{1,4})$/, (n, m) => ({ lo: 2 * n + 1, hi: 2 * m - 1 })],
  [/^over (\d{1,4}) and under (\d{1,4})$/, (n, m) => ({ lo: 2 * n + 1, hi: 2 * m - 1 })],
  [/^over (\d{1,4}) and at most (\d{1,4})$/, (n, m) => ({ lo: 2 * n + 1, hi: 2 * m })],
  [/^at least (\d{1,4}) and under (\d{1,4})$/, (n, m) => ({ lo: 2 * n, hi: 2 * m - 1 })],
  [/^at least (\d{1,4}) and at most (\d{1,4})$/, (n, m) => ({ lo: 2 * n, hi: 2 * m })],
  [/^(\d{1,4}) to (\d{1,4})$/, (n, m) => ({ lo: 2 * n, hi: 2 * m })],
  [/^(\d{1,4})$/, (n) => ({ lo: 2 * n, hi: 2 * n + 1 })],
];

/** How a number test may be written. */
export const SPAN_FORMS =
  '`3`, `under 12`, `at most 3`, `over 2`, `at least 18`, `3 to 17`, `at least 12 and under 18`';

/** Reads a test such as `under 12` or `at least 18`; undefined where it is none, or is empty (`under 0`). */
export function parseSpan(value: string | number, grain: Grain): Span | undefined {
  const text = String(value).trim().replace(/\s+/g, ' ');
  for (const [form, span] of FORMS) {
    const match = form.exec(text);
    if (match) return onGrid(span(Number(match[1]), Number(match[2])), grain);
  }
  return undefined;
}

function onGrid({ lo, hi }: Span, grain: Grain): Span | undefined {
  const span = grain === 'between' ? { lo, hi } : { lo: 2 * Math.ceil(lo / 2), hi: 2 * Math.floor(hi / 2) };
  return span.lo <= span.hi && span.lo < MOST ? span : undefined;
}

/** Cuts the whole grid at the ends of the spans, so that each span is a union of the pieces. */
export function cut(spans: readonly Span[], grain: Grain): Span[] {
  const step = grain === 'whole' ? 2 : 1;
  const starts = new Set([0, ...spans.map((s) => s.lo), ...spans.map((s) => s.hi + step)]);
  const sorted = [...starts].filter((lo) => lo <= MOST).sort((a, b) => a - b);
  return sorted.map((lo, i) => ({ lo, hi: (sorted[i + 1] ?? MOST + step) - step }));
}

export const overlaps = (a: Span, b: Span): boolean => a.lo <= b.hi && b.lo <= a.hi;

/** What both allow; undefined where they exclude one another. */
export function meet(a: Span, b: Span): Span | undefined {
  return overlaps(a, b) ? { lo: Math.max(a.lo, b.lo), hi: Math.min(a.hi, b.hi) } : undefined;
}

const exactEnd = (doubled: number): number => Math.floor(doubled / 2);

/** The span in the words in which it would be written. */
export function spanInWords({ lo, hi }: Span): string {
  const [even, upTo] = [lo % 2 === 0, exactEnd(hi)];
  if (hi >= MOST - 1) {
    if (lo === 0) return 'any number';
    return even ? `at least ${lo / 2}` : `over ${exactEnd(lo)}`;
  }
  if (lo === 0 && hi > 1) return hi % 2 ? `under ${upTo + 1}` : `at most ${upTo}`;
  if (exactEnd(lo) === upTo) return even ? `${upTo}` : `between ${upTo} and ${upTo + 1}`;
  const ends = hi % 2 ? `under ${upTo + 1}` : `at most ${upTo}`;
  return `${even ? `at least ${lo / 2}` : `over ${exactEnd(lo)}`} and ${ends}`;
}
