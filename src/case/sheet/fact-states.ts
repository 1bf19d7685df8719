import type { Day, DayRange } from '../../calendar/dates.ts';
import type { Calendar } from '../../calendar/working-days.ts';
import type { DerivationContext } from '../../facts/derivations/context.ts';
import { join, type Knowledge, meet } from '../../facts/knowledge.ts';
import type { CaseRecords } from '../../facts/records/case-records.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';
import { testHolds } from '../../policy/pack/test-holds.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { isNotKnown } from '../file/entry-value.ts';
import { contradicted, runningBackwards } from './at-odds.ts';
import type { FactState, FactStates } from './fact-sheet.ts';
import { recordsOf } from './records.ts';
import type { Derivation, ScopeIndex } from './scope-index.ts';

/** Accounts that people keep side by side are not settled by working the fact out. */
const isDisputed = (state: FactState | undefined): boolean =>
  isNotKnown(state?.entry) && state.entry.unknown === 'disputed';

const NOTHING: FactState = { known: undefined, entry: undefined, path: undefined, derived: false };

/**
 * What a case says of its facts, where those that follow from dates and records are worked out when they are first
 * asked for: the vocabulary has many, and the packs of one case need few.
 */
export class DrawnStates implements FactStates, DerivationContext {
  readonly records: CaseRecords;
  readonly calendar: Calendar;
  /** By the place of each fact: whether it is worked out, or cannot be, so that to try again would give the same. */
  readonly #isSettled: boolean[];
  /** Facts that are being worked out, each for the one before it. */
  readonly #deriving: string[] = [];
  /** Whether what is being worked out has met itself, so that it was not seen whole. */
  #isInCircle = false;

  /**
   * @param states what the file gives, by the place of each fact; what is worked out is added
   * @param diagnostics here goes what does not agree
   */
  constructor(
    file: CaseFile,
    readonly index: ScopeIndex,
    readonly asAt: Day,
    readonly states: (FactState | undefined)[],
    readonly diagnostics: Diagnostic[],
  ) {
    this.records = recordsOf(file, asAt);
    this.calendar = index.scope.calendar;
    this.#isSettled = new Array(states.length);
  }

  get(id: string): FactState | undefined {
    const fact = this.index.facts.get(id);
    if (!fact) return undefined;
    const { place, derivation } = fact;
    if (derivation && !this.#isSettled[place]) this.#workOut(derivation, place);
    return this.states[place];
  }

  #workOut(derivation: Derivation, place: number): void {
    const { id, how, form, options } = derivation;
    const before = this.states[place];
    if (isDisputed(before) || this.#meetsItself(id)) return;
    this.#deriving.push(id);
    const worked = form.workOut(how, this, options);
    this.#deriving.pop();
    this.states[place] = worked ? this.#reconciled(id, worked, before) : this.#leftOpen(derivation, before);
    this.#isSettled[place] = worked !== undefined || !this.#isInCircle;
    if (this.#deriving.length === 0) this.#isInCircle = false;
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
    if (!both) this.diagnostics.push(contradicted(id, { known: said, path }, worked, this.index.scope));
    return { known: both ?? join(said, worked), entry, path, derived: true };
  }

  /** What there is of a fact that cannot be worked out: a time whose dates run backwards, something that was so on a day. */
  #leftOpen({ how, form }: Derivation, before: FactState | undefined): FactState | undefined {
    const time = form.time?.(how);
    const says = time && runningBackwards(time, this, this.index.scope);
    if (says && this.diagnostics.every((one) => one.says !== says.says)) this.diagnostics.push(says);
    const openOn = form.openOn?.(how, this);
    return openOn === undefined ? before : { ...(before ?? NOTHING), openOn };
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
    const test = this.index.testOf(fact, values);
    return test !== undefined && testHolds(test, this.get(fact)?.known) === true;
  };

  /** A date that is worked out from what has happened may exist although it is not known. */
  readonly isOpen = (id: string): boolean => {
    const fact = this.index.facts.get(id);
    if (!fact) return false;
    const { place, derivation } = fact;
    return isNotKnown(this.states[place]?.entry) || (!!derivation && !derivation.form.isToCome?.(derivation.how));
  };

  readonly isAbsent = (id: string): boolean => {
    const derivation = this.index.facts.get(id)?.derivation;
    if (!derivation || this.#meetsItself(id) || this.get(id)?.known) return false;
    this.#deriving.push(id);
    const isAbsent = derivation.form.isAbsent?.(derivation.how, this) ?? false;
    this.#deriving.pop();
    return isAbsent;
  };
}
