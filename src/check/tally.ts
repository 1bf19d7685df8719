import { type Concern, itemOf, LEVELS, type Level, reaches } from '../assess/case/concern.ts';
import type { Locate } from '../messages/diagnostic.ts';
import type { CheckedFile, Counts, RunSummary, Spot, StaleEntry } from './checked.ts';

const none = (): Record<Level, number> =>
  Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;

/** How many deadlines are named one by one in a summary. */
const NAMED = 10;

/** How a run ended. */
export interface Ending {
  readonly others: number;
  readonly stale: readonly StaleEntry[];
  readonly stoppedOf?: number | undefined;
}

/** What was counted so far, as data. */
export interface Counted {
  readonly counts: Record<Level, number>;
  readonly clauses: Map<string, Record<Level, number>>;
  /** What is past its day, by whose it is; and in how many cases. */
  readonly today: Map<string, number>;
  casesToday: number;
  checked: number;
  unread: number;
  accepted: number;
  sharing: number;
  due: number;
  next: readonly Spot[];
  readonly oldest?: Spot | undefined;
  readonly oldestPast?: Spot | undefined;
}

/** A deadline that may be named in the end: where it stands is looked up only then. */
interface Candidate {
  readonly days: number;
  readonly spot: () => Spot;
}

const nothing = (): Omit<Counted, 'oldest' | 'oldestPast'> => ({
  ...{ counts: none(), clauses: new Map(), today: new Map(), next: [] },
  ...{ casesToday: 0, checked: 0, unread: 0, accepted: 0, sharing: 0, due: 0 },
});

/** Counts a run, or a part of one, as it goes; holds a few figures, however many files there are. */
export class Tally {
  readonly #counted = nothing();
  #oldest: Candidate | undefined;
  #oldestPast: Candidate | undefined;

  /**
   * @param failOn the least level that makes the run fail
   * @param max how many items at that level or above are let pass
   * @param within deadlines of so many days ahead are counted, if any
   */
  constructor(
    readonly failOn: Level,
    readonly max: number,
    readonly within: number | undefined,
  ) {}

  /** Counts a file that could not be assessed. */
  unread({ items }: CheckedFile): void {
    this.#counted.unread++;
    this.beside(items);
  }

  /** Counts a case. */
  checked(file: { readonly path: string; readonly case: string }, list: readonly Concern[], locate: Locate): void {
    const counted = this.#counted;
    counted.checked++;
    if (list.some(isForToday)) counted.casesToday++;
    for (const concern of list) {
      if (isForToday(concern)) this.#today(concern.who ?? '', 1);
      counted.counts[concern.level]++;
      if (concern.level !== 'note') for (const clause of concern.clauses) this.#clause(clause)[concern.level]++;
      if (concern.days !== undefined) this.#deadline(concern.level, concern.days, () => spotOf(file, concern, locate));
    }
  }

  /** Counts what is said beside the case itself: about a note, or a comment that accepts a finding. */
  beside(list: readonly { readonly level: Level }[]): void {
    for (const { level } of list) this.#counted.counts[level]++;
  }

  accepted(count: number): void {
    this.#counted.accepted += count;
  }

  /** Counts a file with the reference of another. */
  shares(): void {
    this.#counted.sharing++;
  }

  /** Adds what was counted over the files that come next. */
  add(later: Counted): void {
    const counted = this.#counted;
    addTo(counted.counts, later.counts);
    for (const [clause, counts] of later.clauses) addTo(this.#clause(clause), counts);
    for (const [who, count] of later.today) this.#today(who, count);
    for (const figure of FIGURES) counted[figure] += later[figure];
    for (const spot of later.next) this.#keep(spot.days, () => spot);
    this.#oldest = older(this.#oldest, later.oldest && placed(later.oldest));
    this.#oldestPast = older(this.#oldestPast, later.oldestPast && placed(later.oldestPast));
  }

  get counted(): Counted {
    return { ...this.#counted, oldest: this.#oldest?.spot(), oldestPast: this.#oldestPast?.spot() };
  }

  /** How many files have been looked at. */
  get seen(): number {
    return this.#counted.checked + this.#counted.unread;
  }

  #today(who: string, count: number): void {
    const { today } = this.#counted;
    today.set(who, (today.get(who) ?? 0) + count);
  }

  #clause(id: string): Record<Level, number> {
    const { clauses } = this.#counted;
    let counts = clauses.get(id);
    if (!counts) clauses.set(id, (counts = none()));
    return counts;
  }

  #deadline(level: Level, days: number, spot: () => Spot): void {
    if (level === 'overdue') {
      if (days < (this.#oldest?.days ?? 0)) this.#oldest = { days, spot };
    } else if (level === 'past_due') {
      if (days < (this.#oldestPast?.days ?? 0)) this.#oldestPast = { days, spot };
    } else if (days >= 0 && days <= (this.within ?? -1)) {
      this.#counted.due++;
      this.#keep(days, spot);
    }
  }

  /** Keeps the nearest few; of two on the same day the one found first. */
  #keep(days: number, spot: () => Spot): void {
    const { next } = this.#counted;
    const last = next.at(-1);
    if (next.length === NAMED && last && last.days <= days) return;
    const place = next.findIndex((other) => other.days > days);
    this.#counted.next = next.toSpliced(place < 0 ? next.length : place, 0, spot()).slice(0, NAMED);
  }

  summary({ others, stale, stoppedOf }: Ending): RunSummary {
    const { counts, clauses, today, next, checked, unread, accepted, sharing, oldest, oldestPast } = this.counted;
    return {
      ...{ checked, unread, others, counts, accepted, sharing, oldest, oldestPast, stale, stoppedOf },
      clauses: [...clauses].map(([clause, own]) => ({ clause, counts: own })).sort(mostFirst),
      today: {
        cases: this.#counted.casesToday,
        people: [...today].map(([who, count]) => ({ who, count })).sort(byCount),
      },
      due: this.within === undefined ? undefined : { within: this.within, count: this.#counted.due, next },
      fails: this.fails(),
    };
  }

  /** Whether the run fails. @param accepted how many of the items that count are accepted from now on */
  fails(accepted = 0): boolean {
    const { counts } = this.#counted;
    const failing = LEVELS.filter((level) => reaches(level, this.failOn)).reduce((sum, l) => sum + counts[l], 0);
    return failing - accepted > this.max;
  }
}

const FIGURES = ['casesToday', 'checked', 'unread', 'accepted', 'sharing', 'due'] as const;

function addTo(counts: Record<Level, number>, more: Counts): void {
  for (const level of LEVELS) counts[level] += more[level];
}

/** Of two that are equally old, the one found first. */
const older = (first: Candidate | undefined, then: Candidate | undefined): Candidate | undefined =>
  first && then ? (then.days < first.days ? then : first) : (first ?? then);

const placed = (spot: Spot): Candidate => ({ days: spot.days, spot: () => spot });

function spotOf(file: { path: string; case: string }, concern: Concern, locate: Locate): Spot {
  const { line, rule, clauses } = itemOf(concern, locate(concern.path, concern.at));
  return { file: file.path, case: file.case, line, rule, clauses, days: concern.days ?? 0 };
}

/** How much there is to do about a clause: what is overdue, past its day or outstanding. */
export const toDo = (counts: Counts): number => counts.error + counts.overdue + counts.past_due + counts.outstanding;

/** Whether the day for something has passed, and nobody has recorded it as done. */
const isForToday = ({ level }: Concern): boolean => level === 'overdue' || level === 'past_due';

type ByPerson = RunSummary['today']['people'][number];

const byCount = (a: ByPerson, b: ByPerson): number => b.count - a.count || (a.who < b.who ? -1 : 1);

type ByClause = RunSummary['clauses'][number];

const mostFirst = (a: ByClause, b: ByClause): number =>
  toDo(b.counts) - toDo(a.counts) || b.counts.undecided - a.counts.undecided || (a.clause < b.clause ? -1 : 1);
