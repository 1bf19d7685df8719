import type { Day, DayRange } from '../../calendar/dates.ts';
import type { Calendar } from '../../calendar/working-days.ts';
import type { DerivationContext } from '../../facts/derivations/context.ts';
import type { FactScope } from '../../facts/fact-scope.ts';
import { join, type Knowledge, meet } from '../../facts/knowledge.ts';
import type { CaseRecords } from '../../facts/records/case-records.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';
import { testHolds } from '../../policy/pack/test-holds.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { isNotKnown } from '../file/entry-value.ts';
import { contradicted, runningBackwards } from './at-odds.ts';
import type { FactState } from './fact-sheet.ts';
import { recordsOf } from './records.ts';
import { type Derivation, type ScopeIndex, scopeIndexOf } from './scope-index.ts';

/** Accounts that people keep side by side are not settled by working the fact out. */
const isDisputed = (state: FactState | undefined): boolean =>
  isNotKnown(state?.entry) && state.entry.unknown === 'disputed';

const NOTHING: FactState = { known: undefined, entry: undefined, path: undefined, derived: false };

/**
 * What a case says of its facts, where those that follow from dates and records are worked out when they are first
 * asked for: the vocabulary has many, and the packs of one case need few.
 */
export class DerivedStates implements ReadonlyMap<string, FactState>, DerivationContext {
  readonly records: CaseRecords;
  readonly calendar: Calendar;
  readonly #index: ScopeIndex;
  /** Facts that are being worked out, each for the one before it. */
  readonly #deriving: string[] = [];
  /** Facts that cannot be worked out, or not fully: to try again would give the same. */
  readonly #tried = new Set<string>();
  /** Whether what is being worked out has met itself, so that it was not seen whole. */
  #isInCircle = false;

  /** @param given what the file gives; facts that are worked out are added. @param diagnostics here goes what does not agree */
  constructor(
    file: CaseFile,
    readonly scope: FactScope,
    readonly asAt: Day,
    readonly given: Map<string, FactState>,
    readonly diagnostics: Diagnostic[],
  ) {
    this.records = recordsOf(file, asAt);
    this.calendar = scope.calendar;
    this.#index = scopeIndexOf(scope);
  }

  get(id: string): FactState | undefined {
    const found = this.given.get(id);
    if (found?.derived) return found;
    const derivation = this.#index.derived.get(id);
    return derivation ? this.#worked(derivation, found) : found;
  }

  #worked(derivation: Derivation, before: FactState | undefined): FactState | undefined {
    const { id, how, form, options } = derivation;
    if (this.#tried.has(id) || isDisputed(before) || this.#meetsItself(id)) return before;
    this.#deriving.push(id);
    const worked = form.workOut(how, this, options);
    this.#deriving.pop();
    const state = worked ? this.#reconciled(id, worked, before) : this.#leftOpen(derivation, before);
    if (state && state !== before) this.given.set(id, state);
    if (this.#deriving.length === 0) this.#isInCircle = false;
    return state;
  }

  #meetsItself(id: string): boolean {
    const isInCircle = this.#deriving.includes(id);
    if (isInCircle) this.#isInCircle = true;
    return isInCircle;
  }

  /** An answer that the records contradict settles nothing: both stay possible until a person corrects one. */
  #reconciled(id: string, worked: Knowledge, before: FactState | undefined): FactState {
    const { known: said, entry, path } = before ?? NOTHING;
    if (!said) return { known: worked, entry, path, derived: true };
    const both = meet(said, worked);
    if (!both) this.diagnostics.push(contradicted(id, { known: said, path }, worked, this.scope));
    return { known: both ?? join(said, worked), entry, path, derived: true };
  }

  /** What there is of a fact that cannot be worked out: a time whose dates run backwards, something that was so on a day. */
  #leftOpen({ id, how, form }: Derivation, before: FactState | undefined): FactState | undefined {
    const time = form.time?.(how);
    const says = time && runningBackwards(time, this);
    if (says && this.diagnostics.every((one) => one.says !== says.says)) this.diagnostics.push(says);
    if (!this.#isInCircle) this.#tried.add(id);
    const openOn = form.openOn?.(how, this);
    return openOn === undefined ? before : { ...before, known: before?.known, openOn };
  }

  readonly daysOf = (fact: string): DayRange | undefined => {
    const known = this.get(fact)?.known;
    return known?.kind === 'days' ? known.days : undefined;
  };

  readonly maskOf = (fact: string): number | undefined => {
    const known = this.get(fact)?.known;
    return known?.kind === 'options' ? known.mask : undefined;
  };

  readonly shows = (fact: string, values: readonly string[]): boolean => {
    const test = this.#index.testOf(fact, values);
    return test !== undefined && testHolds(test, this.get(fact)?.known) === true;
  };

  /** A date that is worked out from what has happened may exist although it is not known. */
  readonly isOpen = (fact: string): boolean => {
    if (isNotKnown(this.given.get(fact)?.entry)) return true;
    const derivation = this.#index.derived.get(fact);
    return derivation !== undefined && !derivation.form.isToCome?.(derivation.how);
  };

  readonly isAbsent = (fact: string): boolean => {
    const derivation = this.#index.derived.get(fact);
    if (!derivation || this.#meetsItself(fact) || this.get(fact)?.known) return false;
    this.#deriving.push(fact);
    const isAbsent = derivation.form.isAbsent?.(derivation.how, this) ?? false;
    this.#deriving.pop();
    return isAbsent;
  };

  #all(): Map<string, FactState> {
    for (const id of this.#index.derived.keys()) this.get(id);
    return this.given;
  }

  get size(): number {
    return this.#all().size;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  keys(): MapIterator<string> {
    return this.#all().keys();
  }

  values(): MapIterator<FactState> {
    return this.#all().values();
  }

  entries(): MapIterator<[string, FactState]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, FactState]> {
    return this.entries();
  }

  forEach(act: (state: FactState, id: string, map: ReadonlyMap<string, FactState>) => void): void {
    this.#all().forEach(act);
  }
}
