import type { DayRange } from '../calendar/dates.ts';
import { meet as meetSpans, type Span } from '../logic/span.ts';

/** What is known of a fact: which options it may be, which span or which days it lies in. */
export type Knowledge =
  | { readonly kind: 'options'; readonly mask: number }
  | { readonly kind: 'span'; readonly span: Span }
  | { readonly kind: 'days'; readonly days: DayRange };

export const options = (mask: number): Knowledge => ({ kind: 'options', mask });
export const span = (lo: number, hi: number): Knowledge => ({ kind: 'span', span: { lo, hi } });
export const days = (range: DayRange): Knowledge => ({ kind: 'days', days: range });

/** Places of the two options of a yes/no fact, as masks. */
export const YES: Knowledge = options(0b01);
export const NO: Knowledge = options(0b10);

/** What two sources allow together; undefined where they contradict one another. */
export function meet(a: Knowledge, b: Knowledge): Knowledge | undefined {
  if (a.kind === 'options' && b.kind === 'options') return a.mask & b.mask ? options(a.mask & b.mask) : undefined;
  if (a.kind === 'span' && b.kind === 'span') {
    const both = meetSpans(a.span, b.span);
    return both && { kind: 'span', span: both };
  }
  if (a.kind === 'days' && b.kind === 'days') {
    const from = a.days.from > b.days.from ? a.days.from : b.days.from;
    const to = a.days.to < b.days.to ? a.days.to : b.days.to;
    return from <= to ? days({ from, to }) : undefined;
  }
  return undefined;
}

/** The least that holds whichever of two sources is right. */
export function join(a: Knowledge, b: Knowledge): Knowledge {
  if (a.kind === 'options' && b.kind === 'options') return options(a.mask | b.mask);
  if (a.kind === 'span' && b.kind === 'span') {
    return span(Math.min(a.span.lo, b.span.lo), Math.max(a.span.hi, b.span.hi));
  }
  if (a.kind === 'days' && b.kind === 'days') {
    const from = a.days.from < b.days.from ? a.days.from : b.days.from;
    return days({ from, to: a.days.to > b.days.to ? a.days.to : b.days.to });
  }
  return a;
}
