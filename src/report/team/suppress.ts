import type { Cohort, Sum } from './cohort.ts';

/** Counts from 1 to this many could point at single children. */
export const FEW = 5;

/** A figure that can be told to within so many could as well be shown. */
const TOLD = 1;

/** What somebody can work out of a figure that is not shown. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * The figures of a cohort that can be shared: a count of 1 to 5 is left out, and so is every figure from which one that
 * was left out could be told, or nearly told. What is left out is undefined. Figures that no table shows can be told from
 * others too, and are guarded in the same way.
 */
export function suppressed({ figures, sums, tables }: Cohort): Map<string, number | undefined> {
  const count = (key: string): number => figures.get(key) ?? 0;
  const inTables = new Set(tables.flatMap(({ lines }) => lines.flatMap((line) => line.figures)));
  const every = new Set([...figures.keys(), ...sums.flatMap(({ total, parts }) => [total, ...parts])]);
  const few = [...every].filter((key) => count(key) >= 1 && count(key) <= FEW);
  const open = new Set([...inTables].filter((key) => !few.includes(key)));
  for (;;) {
    const bounds = boundsOf(every, open, inTables, sums, count);
    const told = few.find((key) => isTold(bounds.get(key)));
    const next = told === undefined ? undefined : nextToLeave(told, sums, open, count);
    if (next === undefined) break;
    open.delete(next);
  }
  return new Map([...figures].map(([key, value]) => [key, open.has(key) ? value : undefined]));
}

const isTold = (bounds: Bounds | undefined): boolean => bounds !== undefined && bounds.most - bounds.least <= TOLD;

/** The smallest figure in a sum with one that could be told, else its total; where all of these are left out, one tied to them. */
function nextToLeave(
  told: string,
  sums: readonly Sum[],
  open: ReadonlySet<string>,
  count: (key: string) => number,
): string | undefined {
  const reached = new Set([told]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    const tied = sums.filter(({ total, parts }) => [total, ...parts].some((key) => reached.has(key)));
    // From a 0 nobody can be told, and it stays
    const isToLeave = (key: string): boolean => open.has(key) && count(key) > 0;
    const parts = [...new Set(tied.flatMap((sum) => sum.parts))].filter(isToLeave);
    const [smallest] = parts.sort((a, b) => count(a) - count(b) || (a < b ? -1 : 1));
    const next = smallest ?? tied.map(({ total }) => total).find(isToLeave);
    if (next !== undefined) return next;
    for (const { total, parts: all } of tied) for (const key of [total, ...all]) if (!open.has(key)) reached.add(key);
  }
  return undefined;
}

/** How exactly each figure that is not shown can be told from those that are. One that is left out of a table is no 0. */
function boundsOf(
  every: ReadonlySet<string>,
  open: ReadonlySet<string>,
  inTables: ReadonlySet<string>,
  sums: readonly Sum[],
  count: (key: string) => number,
): Map<string, Bounds> {
  const closed = [...every].filter((key) => !open.has(key));
  const bounds = new Map<string, Bounds>(
    closed.map((key) => [key, { least: inTables.has(key) ? 1 : 0, most: Number.POSITIVE_INFINITY }]),
  );
  const of = (key: string): Bounds => bounds.get(key) ?? { least: count(key), most: count(key) };
  const narrow = (key: string, { least, most }: Bounds): boolean => {
    const was = bounds.get(key);
    if (!was || (least <= was.least && most >= was.most)) return false;
    bounds.set(key, { least: Math.max(was.least, least), most: Math.min(was.most, most) });
    return true;
  };
  while (sums.filter((sum) => narrowBy(sum, of, narrow)).length > 0);
  return bounds;
}

/** What one sum says of its total and of each part; whether anything was learned. */
function narrowBy(
  { total, parts }: Sum,
  of: (key: string) => Bounds,
  narrow: (key: string, to: Bounds) => boolean,
): boolean {
  const sumOf = (end: 'least' | 'most', without?: string): number =>
    parts.reduce((sum, part) => sum + (part === without ? 0 : of(part)[end]), 0);
  const learned = [narrow(total, { least: sumOf('least'), most: sumOf('most') })];
  for (const part of parts) {
    const whole = of(total);
    learned.push(narrow(part, { least: whole.least - sumOf('most', part), most: whole.most - sumOf('least', part) }));
  }
  return learned.includes(true);
}
