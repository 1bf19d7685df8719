import type { Concern } from '../assess/case/concern.ts';
import type { Day } from '../calendar/dates.ts';
import { HIDDEN, known, names } from '../messages/safe.ts';
import { closest } from '../messages/suggest.ts';
import type { StaleEntry } from './checked.ts';

/** A finding that is accepted for a time. */
export interface Suppression {
  readonly rule: string;
  readonly case: string;
  readonly expires: Day;
  /** Where it is written. */
  readonly file: string;
  readonly line: number;
}

/** What is accepted, and what became of it in a run. */
export class Suppressions {
  readonly #byCase = new Map<string, Suppression[]>();
  readonly #used = new Set<Suppression>();
  readonly #seen = new Set<string>();
  readonly #staleInline: StaleEntry[] = [];

  /**
   * @param today the day of the run; what expired before it is not accepted any more
   * @param whole whether every rule is checked: only then can an entry be said not to be needed
   * @param rules every rule whose findings can be accepted, where that can be told; asked for only where an entry has accepted nothing
   */
  constructor(
    readonly all: readonly Suppression[],
    readonly today: Day,
    readonly whole: boolean,
    readonly rules: () => ReadonlySet<string> | undefined,
  ) {
    for (const entry of all) {
      const list = this.#byCase.get(entry.case);
      if (list) list.push(entry);
      else this.#byCase.set(entry.case, [entry]);
    }
  }

  /**
   * The concerns of a case that are not accepted. An error never is: the file cannot be relied on.
   * @param isListed whether the list can speak of this file; not where another file has the same reference
   */
  sift(
    caseId: string,
    list: readonly Concern[],
    inline: readonly Suppression[] = [],
    isListed = true,
  ): readonly Concern[] {
    const entries = [...((isListed && this.#byCase.get(caseId)) || []), ...inline];
    if (entries.length === 0) return list;
    this.#seen.add(caseId);
    const kept = list.filter(({ level, rule }) => {
      if (level === 'error') return true;
      const entry = entries.find((one) => one.rule === rule && one.expires >= this.today);
      if (entry) this.#used.add(entry);
      return entry === undefined;
    });
    this.#staleInline.push(...inline.flatMap((entry) => this.#stale(entry)));
    return kept;
  }

  /** Entries in case files, then those of the list, that are expired or accept nothing. */
  stale(): StaleEntry[] {
    return [...this.#staleInline, ...this.staleInList()];
  }

  staleInList(): StaleEntry[] {
    return this.all.flatMap((entry) => this.#stale(entry));
  }

  /** Only of a case that was looked at can it be said that it does not need the entry. */
  #stale(entry: Suppression): StaleEntry[] {
    const { file, line } = entry;
    const unused = this.#seen.has(entry.case) && !this.#used.has(entry);
    const expired = entry.expires < this.today;
    if (!unused && !expired) return [];
    const rules = this.rules();
    if (rules?.has(entry.rule) === false) {
      return [{ file, line, why: 'unknown', meant: closest(entry.rule, names(rules)) }];
    }
    const rule = rules ? known(entry.rule) : HIDDEN;
    if (expired) return [{ file, line, rule, why: 'expired' }];
    return this.whole ? [{ file, line, rule, why: 'unused' }] : [];
  }
}
