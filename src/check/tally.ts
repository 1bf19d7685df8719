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

/** Counts a run as it goes; holds a few figures, however many files there are. */
export class Tally {
  readonly #counts = none();
  readonly #clauses = new Map<string, Record<Level, number>>();
  readonly #next: Spot[] = [];
  #checked = 0;
  #unread = 0;
  #accepted = 0;
  #sharing = 0;
  readonly #today = new Map<string, number>();
  #casesToday = 0;
  #due = 0;
  #oldest: Spot | undefined;
  #oldestPast: Spot | undefined;

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
    this.#unread++;
    for (const { level } of items) this.#counts[level]++;
  }

  /** Counts a case. */
  checked(file: { readonly path: string; readonly case: string }, list: readonly Concern[], locate: Locate): void {
    this.#checked++;
    if (list.some(isForToday)) this.#casesToday++;
    for (const concern of list) {
      if (isForToday(concern)) this.#today.set(concern.who ?? '', (this.#today.get(concern.who ?? '') ?? 0) + 1);
      this.#counts[concern.level]++;
      if (concern.level !== 'note') for (const clause of concern.clauses) this.#clause(clause)[concern.level]++;
      if (concern.days !== undefined) this.#deadline(concern.level, concern.days, () => spotOf(file, concern, locate));
    }
  }

  /** Counts what is said beside the case itself: about a note, or a comment that accepts a finding. */
  beside(list: readonly { readonly level: Level }[]): void {
    for (const { level } of list) this.#counts[level]++;
  }

  accepted(count: number): void {
    this.#accepted += count;
  }

  /** Counts a file with the reference of another. */
  shares(): void {
    this.#sharing++;
  }

  /** How many files have been looked at. */
  get seen(): number {
    return this.#checked + this.#unread;
  }

  #clause(id: string): Record<Level, number> {
    let counts = this.#clauses.get(id);
    if (!counts) this.#clauses.set(id, (counts = none()));
    return counts;
  }

  #deadline(level: Level, days: number, spot: () => Spot): void {
    if (level === 'overdue') {
      if (days < (this.#oldest?.days ?? 0)) this.#oldest = spot();
    } else if (level === 'past_due') {
      if (days < (this.#oldestPast?.days ?? 0)) this.#oldestPast = spot();
    } else if (days >= 0 && days <= (this.within ?? -1)) {
      this.#due++;
      this.#keep(days, spot);
    }
  }

  /** Keeps the nearest few; of two on the same day the one found first. */
  #keep(days: number, spot: () => Spot): void {
    const last = this.#next.at(-1);
    if (this.#next.length === NAMED && last && last.days <= days) return;
    const place = this.#next.findIndex((other) => other.days > days);
    this.#next.splice(place < 0 ? this.#next.length : place, 0, spot());
    this.#next.length = Math.min(this.#next.length, NAMED);
  }

  summary({ others, stale, stoppedOf }: Ending): RunSummary {
    const failing = LEVELS.filter((level) => reaches(level, this.failOn)).reduce((sum, l) => sum + this.#counts[l], 0);
    return {
      checked: this.#checked,
      unread: this.#unread,
      others,
      counts: this.#counts,
      accepted: this.#accepted,
      sharing: this.#sharing,
      clauses: [...this.#clauses].map(([clause, counts]) => ({ clause, counts })).sort(mostFirst),
      oldest: this.#oldest,
      oldestPast: this.#oldestPast,
      today: {
        cases: this.#casesToday,
        people: [...this.#today].map(([who, count]) => ({ who, count })).sort(byCount),
      },
      due: this.within === undefined ? undefined : { within: this.within, count: this.#due, next: this.#next },
      stale,
      fails: failing > this.max,
      stoppedOf,
    };
  }
}

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
