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

/** What became of accepted findings in some files, as data. */
export interface Use {
  /** Places in the list of what accepted something. */
  readonly used: Set<number>;
  /** Cases that were looked at and have entries. */
  readonly seen: Set<string>;
  /** Entries in case files that are expired or accept nothing. */
  readonly needless: { readonly entry: Suppression; readonly isUnused: boolean }[];
}

export const noUse = (): Use => ({ used: new Set(), seen: new Set(), needless: [] });

/** Adds what became of them in the files that come next. */
export function addUse(to: Use, later: Use): void {
  for (const index of later.used) to.used.add(index);
  for (const id of later.seen) to.seen.add(id);
  to.needless.push(...later.needless);
}

/** What is accepted. */
export class Suppressions {
  readonly #byCase = new Map<string, number[]>();

  /** @param today the day of the run; what expired before it is not accepted any more */
  constructor(
    readonly all: readonly Suppression[],
    readonly today: Day,
  ) {
    for (const [index, entry] of all.entries()) {
      const list = this.#byCase.get(entry.case);
      if (list) list.push(index);
      else this.#byCase.set(entry.case, [index]);
    }
  }

  /**
   * The concerns of a case that are not accepted. An error never is: the file cannot be relied on.
   * @param use is told what became of the entries
   * @param isListed whether the list can speak of this file; not where another file has the same reference
   */
  sift(
    caseId: string,
    list: readonly Concern[],
    use: Use,
    inline: readonly Suppression[] = [],
    isListed = true,
  ): readonly Concern[] {
    const listed = (isListed && this.#byCase.get(caseId)) || [];
    if (listed.length + inline.length === 0) return list;
    use.seen.add(caseId);
    const entries = [...listed.map((index) => this.all[index] as Suppression), ...inline];
    const used = new Set<Suppression>();
    const kept = list.filter(({ level, rule }) => {
      if (level === 'error') return true;
      const entry = entries.find((one) => one.rule === rule && !this.isExpired(one));
      if (entry) used.add(entry);
      return entry === undefined;
    });
    for (const index of listed) if (used.has(this.all[index] as Suppression)) use.used.add(index);
    for (const entry of inline)
      if (!used.has(entry) || this.isExpired(entry)) use.needless.push({ entry, isUnused: !used.has(entry) });
    return kept;
  }

  isExpired = ({ expires }: Suppression): boolean => expires < this.today;
}

/** What became of all that is accepted, over a whole run. */
export class Accepted {
  readonly use = noUse();

  /**
   * @param whole whether every rule is checked: only then can an entry be said not to be needed
   * @param rules every rule whose findings can be accepted, where that can be told; asked for only where an entry has accepted nothing
   */
  constructor(
    readonly list: Suppressions,
    readonly whole: boolean,
    readonly rules: () => ReadonlySet<string> | undefined,
  ) {}

  /** Entries in case files, then those of the list, that are expired or accept nothing. */
  stale(): StaleEntry[] {
    const inFiles = this.use.needless.flatMap(({ entry, isUnused }) => this.#stale(entry, isUnused));
    return [...inFiles, ...this.staleInList()];
  }

  /** Only of a case that was looked at can it be said that it does not need the entry. */
  staleInList(): StaleEntry[] {
    const { used, seen } = this.use;
    return this.list.all.flatMap((entry, index) => this.#stale(entry, seen.has(entry.case) && !used.has(index)));
  }

  #stale(entry: Suppression, isUnused: boolean): StaleEntry[] {
    const { file, line } = entry;
    const isExpired = this.list.isExpired(entry);
    if (!isUnused && !isExpired) return [];
    const rules = this.rules();
    if (rules?.has(entry.rule) === false) {
      return [{ file, line, why: 'unknown', meant: closest(entry.rule, names(rules)) }];
    }
    const rule = rules ? known(entry.rule) : HIDDEN;
    if (isExpired) return [{ file, line, rule, why: 'expired' }];
    return this.whole ? [{ file, line, rule, why: 'unused' }] : [];
  }
}
