import { type Band, GAPS, LENGTHS, quarterInWords } from './bands.ts';
import type { CohortCounts } from './cohort-counts.ts';

/** A line of a table: what is counted, the clauses it is from, and the keys of its figures, one under each heading. */
export interface CohortLine {
  readonly label: string;
  readonly clauses: readonly string[];
  readonly figures: readonly string[];
}

/** Counts of one kind. */
export interface CohortTable {
  readonly id: string;
  readonly title: string;
  /** What the figures of a line are, where there are several. */
  readonly heads: readonly string[];
  readonly lines: readonly CohortLine[];
  /** How many lines are left out at the end. */
  readonly more: number;
}

/** A figure that is the sum of others, shown or not. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** What a whole service looks like, in counts. */
export interface Cohort {
  readonly unread: number;
  readonly tables: readonly CohortTable[];
  readonly figures: ReadonlyMap<string, number>;
  readonly sums: readonly Sum[];
}

/** As many lines as a list has that is ordered by how often something came. */
const MOST = 15;

const line = (label: string, ...figures: readonly string[]): CohortLine => ({ label, clauses: [], figures });

const table = (id: string, title: string, lines: readonly CohortLine[]): CohortTable => ({
  id,
  title,
  heads: [],
  lines,
  more: 0,
});

const inBands = (id: string, title: string, bands: readonly Band[]): CohortTable =>
  table(id, title, [...bands.map((band) => line(band.label, `${id}.${band.id}`)), line('Not known', `${id}.unknown`)]);

/** The counts as tables, in the order of use. Names of national tables stand in quotes. */
export function cohortOf(counts: CohortCounts): Cohort {
  const quarters = [...counts.quarters].sort();
  const tables = [
    table('cases', 'Cases', [
      line('Case files', 'cases'),
      line('On a child protection plan', 'on_plan.yes'),
      line('Not on a plan', 'on_plan.no'),
      line('Not known whether on a plan', 'on_plan.unknown'),
      line('On a plan and looked after', 'dual.yes'),
    ]),
    table('plans', 'Plans in force or asked for, by number', [
      line('All', 'plans'),
      line('First', 'number.first'),
      line('"More than one CPP"', 'more'),
      line('  Second', 'number.second'),
      line('  Third', 'number.third'),
      line('  Fourth or later', 'number.later'),
      line('  Number not known', 'number.more'),
      line('Not known whether the first', 'number.unknown'),
    ]),
    byQuarter(quarters),
    inBands('gap', 'Time from the last plan to a second or later one', GAPS),
    table('category', 'Category of a second or later plan', [
      line('The same as before', 'category.same'),
      line('Different', 'category.different'),
      line('Not known', 'category.unknown'),
    ]),
    inBands('length', 'How long the last plan lasted, before a second or later one', LENGTHS),
    national(inBands('time', 'Time on the plan in force', LENGTHS)),
    named(counts, 'with_both', 'Children on a plan and looked after: what the procedures come to'),
    named(counts, 'outcome', 'All children: what the procedures come to'),
    named(counts, 'overdue', 'Overdue, by clause: cases', MOST),
    named(counts, 'past_due', 'Past its day and not recorded, by clause: cases', MOST),
    named(counts, 'missing', 'What is missing most: cases', MOST),
  ];
  const figures = withNoughts(counts.figures, tables);
  figures.set('dual.else', (figures.get('cases') ?? 0) - (figures.get('dual.yes') ?? 0));
  return {
    unread: counts.unread,
    tables: tables.filter(({ lines }) => lines.length > 0),
    figures,
    sums: [...sumsOf(quarters, figures), ...within(counts, figures)],
  };
}

/** The longest band has a name in the national tables. */
const national = (of: CohortTable): CohortTable => ({
  ...of,
  lines: of.lines.map((one) =>
    one.figures[0] === 'time.from_24' ? { ...one, label: `${one.label}, "CPP 2 years or more"` } : one,
  ),
});

const QUARTER = ['', '.first', '.more', '.soon', '.same', '.unknown'];

function byQuarter(quarters: readonly string[]): CohortTable {
  return {
    id: 'quarter',
    title: 'By the quarter in which the plan began, or was asked for',
    heads: [
      'Plans',
      'First',
      'Second or later',
      'Of these within a year of the last',
      'Of these in the same category',
      'Not known',
    ],
    lines: quarters.map((q) => line(quarterInWords(q), ...QUARTER.map((part) => `quarter.${q}${part}`))),
    more: 0,
  };
}

/** Figures that have the names of the packs, the most frequent first. */
function named(
  { names, figures }: CohortCounts,
  id: string,
  title: string,
  most = Number.POSITIVE_INFINITY,
): CohortTable {
  const keys = [...names.keys()].filter((key) => key.startsWith(`${id}.`));
  const often = (key: string): number => figures.get(key) ?? 0;
  const sorted = keys.sort((a, b) => often(b) - often(a) || (a < b ? -1 : 1));
  const lines = sorted.slice(0, most).map((key) => {
    const { label = key, clauses = new Set<string>() } = names.get(key) ?? {};
    return { label, clauses: label === [...clauses][0] ? [] : [...clauses].sort(), figures: [key] };
  });
  return { id, title, heads: [], lines, more: Math.max(0, sorted.length - most) };
}

/** What never came is told as 0. */
const withNoughts = (figures: ReadonlyMap<string, number>, tables: readonly CohortTable[]): Map<string, number> =>
  new Map([
    ...tables.flatMap(({ lines }) => lines.flatMap((one) => one.figures.map((key): [string, number] => [key, 0]))),
    ...figures,
  ]);

/** Which figures add up to which. */
function sumsOf(quarters: readonly string[], figures: ReadonlyMap<string, number>): Sum[] {
  const over = (total: string, prefix: string, ids: readonly string[]): Sum => ({
    total,
    parts: ids.map((id) => prefix + id),
  });
  const columns = ['', '.first', '.more', '.unknown'] as const;
  const totals = { '': 'plans', '.first': 'number.first', '.more': 'more', '.unknown': 'number.unknown' };
  const each = (part: string): string[] => quarters.map((q) => `quarter.${q}${part}`);
  const outcomes = [...figures.keys()]
    .filter((key) => key.startsWith('outcome.'))
    .map((key) => key.slice('outcome.'.length));
  return [
    over('cases', 'on_plan.', ['yes', 'no', 'unknown']),
    over('on_plan.yes', 'dual.', ['yes', 'no', 'unknown']),
    over('on_plan.yes', 'time.', [...LENGTHS.map(({ id }) => id), 'unknown']),
    { total: 'plans', parts: ['number.first', 'more', 'number.unknown'] },
    over('more', 'number.', ['second', 'third', 'later', 'more']),
    over('more', 'gap.', [...GAPS.map(({ id }) => id), 'unknown']),
    over('more', 'category.', ['same', 'different', 'unknown']),
    over('more', 'length.', [...LENGTHS.map(({ id }) => id), 'unknown']),
    ...columns.map((column) => ({ total: totals[column], parts: each(column) })),
    { total: 'gap.under_12', parts: each('.soon') },
    { total: 'category.same', parts: each('.same') },
    ...quarters.flatMap((q) => [
      over(`quarter.${q}`, `quarter.${q}`, ['.first', '.more', '.unknown']),
      over(`quarter.${q}.more`, `quarter.${q}`, ['.soon', '.not_soon']),
      over(`quarter.${q}.more`, `quarter.${q}`, ['.same', '.not_same']),
    ]),
    ...outcomes.map((id) => ({ total: `outcome.${id}`, parts: [`with_both.${id}`, `without_both.${id}`] })),
  ];
}

/** Of what a case has once at most, all together cannot be more than the cases: the rest is a figure that no table shows. */
function within(counts: CohortCounts, figures: Map<string, number>): Sum[] {
  const count = (key: string): number => figures.get(key) ?? 0;
  const sums: Sum[] = [];
  const add = (total: string, parts: readonly string[]): void => {
    const rest = `rest.${parts[0]}`;
    figures.set(rest, count(total) - parts.reduce((sum, key) => sum + count(key), 0));
    sums.push({ total, parts: [...parts, rest] });
  };
  for (const outcomes of counts.outcomes.values())
    for (const [kind, total] of Object.entries(WHERE))
      add(
        total,
        [...outcomes].map((id) => `${kind}.${id}`),
      );
  for (const key of counts.names.keys()) if (/^(?:missing|overdue|past_due)\./.test(key)) add('cases', [key]);
  return [...sums, { total: 'cases', parts: ['dual.yes', 'dual.else'] }];
}

/** Among which cases the outcomes of a kind are counted. */
const WHERE = { outcome: 'cases', with_both: 'dual.yes', without_both: 'dual.else' } as const;
