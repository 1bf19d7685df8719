import type { Day } from '../../calendar/dates.ts';
import type { DerivationContext } from '../../facts/derivations/context.ts';
import type { CountedTime } from '../../facts/derivations/form.ts';
import { sectionOf } from '../../facts/fact.ts';
import type { FactScope } from '../../facts/fact-scope.ts';
import { join, type Knowledge, meet } from '../../facts/knowledge.ts';
import { knowledgeInWords } from '../../facts/knowledge-words.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { type Diagnostic, error, type Path, warning } from '../../messages/diagnostic.ts';
import { known, names, type Safe, safe } from '../../messages/safe.ts';
import { didYouMean, quoted } from '../../messages/suggest.ts';
import { parseTest, type Test } from '../../policy/pack/condition.ts';
import { testHolds } from '../../policy/pack/test-holds.ts';
import type { CaseFile } from '../file/case-schema.ts';
import type { Entry } from '../file/entry.ts';
import { isNotKnown, provenanceOf } from '../file/entry-value.ts';
import { DerivedStates } from './derived-states.ts';
import type { FactSheet, FactState } from './fact-sheet.ts';
import { knowledgeOf } from './fact-values.ts';
import { range, recordsOf } from './records.ts';
import { type Derivation, type ScopeIndex, scopeIndexOf } from './scope-index.ts';
import { unknownNames } from './unknown-names.ts';
import { writtenState } from './written.ts';

/** Draws the facts from a case file. */
export function readFacts(file: CaseFile, scope: FactScope, asAt: Day): FactSheet {
  return new Reader(file, scope, asAt).read();
}

/** Accounts that people keep side by side are not settled by working the fact out. */
const isDisputed = (state: FactState | undefined): boolean =>
  isNotKnown(state?.entry) && state.entry.unknown === 'disputed';

const tests = new WeakMap<Fact, WeakMap<readonly string[], Test | undefined>>();

/** The test of a fact that some values stand for, as a pack writes them: read once. */
function testFor(fact: Fact, values: readonly string[]): Test | undefined {
  let ofFact = tests.get(fact);
  if (!ofFact) tests.set(fact, (ofFact = new WeakMap()));
  if (!ofFact.has(values)) {
    const test = parseTest(fact, values);
    ofFact.set(values, 'wrong' in test ? undefined : test);
  }
  return ofFact.get(values);
}

const SECTIONS = ['dates', 'answers', 'records'] as const;

class Reader {
  readonly #states = new Map<string, FactState>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #deriving = new Set<string>();
  /** Facts that cannot be worked out, or not fully: to try again would give the same. */
  readonly #tried = new Set<string>();
  /** Whether what is being worked out has met itself, so that it was not seen whole. */
  #isInCircle = false;
  readonly #index: ScopeIndex;
  #context: DerivationContext | undefined;

  constructor(
    readonly file: CaseFile,
    readonly scope: FactScope,
    readonly asAt: Day,
  ) {
    this.#index = scopeIndexOf(scope);
  }

  read(): FactSheet {
    for (const section of SECTIONS) {
      const entries = this.file[section];
      for (const id in entries) this.given(id, entries[id] as Entry, [section, id]);
    }
    for (const [list, items] of Object.entries(this.file.checklists ?? {})) {
      for (const [item, entry] of Object.entries(items))
        this.given(`${list}.${item}`, entry, ['checklists', list, item]);
    }
    this.analyses();
    this.#diagnostics.push(...unknownNames(this.file, this.scope));
    const { derived } = this.#index;
    for (const id of [...this.#states.keys()]) if (derived.has(id)) this.state(id);
    return {
      states: new DerivedStates(this.#states, derived, (id) => this.state(id)),
      isAbsent: (id) => this.isAbsent(id),
      diagnostics: this.#diagnostics,
    };
  }

  given(id: string, entry: Entry, path: Path): void {
    const fact = this.scope.facts.get(id);
    if (!fact) {
      this.unknownFact(id, path);
      return;
    }
    const section = id.includes('.') ? 'checklists' : sectionOf(fact);
    if (path[0] !== section) {
      const says = safe`\`${known(id)}\` belongs under \`${known(section)}\`.`;
      this.#diagnostics.push(error('wrong_section', says, path, { at: 'key' }));
    }
    const says = knowledgeOf(fact, entry, path, this.#diagnostics);
    this.#states.set(id, { known: this.isStillToCome(entry, section) ? undefined : says, entry, path });
  }

  /** What is recorded for a day that has not come is not done yet: until the date is corrected, it counts as not known. */
  isStillToCome(entry: Entry, section: string): boolean {
    const { date } = provenanceOf(entry);
    const on = section === 'records' || section === 'checklists' ? range(date) : undefined;
    return on !== undefined && on.from > this.asAt;
  }

  unknownFact(id: string, path: Path): void {
    const hint = didYouMean(id, names(this.scope.facts.keys()));
    const says = safe`This is not a fact that the packs of this case know.${hint}`;
    this.#diagnostics.push(error('unknown_fact', says, path, { at: 'key', shown: quoted(id) }));
  }

  /** The case file is the place for analysis: what is not in it has not been written. */
  analyses(): void {
    for (const { id, scope, facts, open } of this.#index.analyses) {
      const written = this.file.analysis?.[id];
      const covered = written && writtenState(id, written, this.file, scope, this.#diagnostics);
      for (let i = 0; i < facts.length; i++) {
        const isCovered = covered && written.covers?.includes(scope.matters[i] as string);
        this.#states.set(facts[i] as string, isCovered ? covered : open);
      }
    }
  }

  derived(id: string, { how, form, options }: Derivation): FactState | undefined {
    const before = this.#states.get(id);
    if (before?.derived || this.#tried.has(id) || isDisputed(before)) return before;
    if (this.#deriving.has(id)) {
      this.#isInCircle = true;
      return before;
    }
    this.#deriving.add(id);
    const worked = form.workOut(how, this.context(), options);
    this.#deriving.delete(id);
    if (!worked) this.backwards(form.time?.(how));
    const openOn = worked ? undefined : form.openOn?.(how, this.context());
    if (openOn !== undefined) this.#states.set(id, { ...before, known: before?.known, openOn });
    if (worked) this.#states.set(id, this.reconcile(id, worked, before));
    else if (!this.#isInCircle) this.#tried.add(id);
    if (this.#deriving.size === 0) this.#isInCircle = false;
    return this.#states.get(id);
  }

  context(): DerivationContext {
    return (this.#context ??= {
      records: recordsOf(this.file, this.asAt),
      asAt: this.asAt,
      calendar: this.scope.calendar,
      daysOf: (other) => {
        const known = this.state(other)?.known;
        return known?.kind === 'days' ? known.days : undefined;
      },
      maskOf: (other) => {
        const known = this.state(other)?.known;
        return known?.kind === 'options' ? known.mask : undefined;
      },
      shows: (other, values) => this.shows(other, values),
      isOpen: (other) => isNotKnown(this.#states.get(other)?.entry) || this.isPast(other),
      isAbsent: (other) => this.isAbsent(other),
    });
  }

  isAbsent(id: string): boolean {
    const derivation = this.#index.derived.get(id);
    if (!derivation) return false;
    if (this.#deriving.has(id)) {
      this.#isInCircle = true;
      return false;
    }
    if (this.state(id)?.known) return false;
    this.#deriving.add(id);
    const absent = derivation.form.isAbsent?.(derivation.how, this.context()) ?? false;
    this.#deriving.delete(id);
    return absent;
  }

  /** A time that ends before it begins is not known, and one of its two dates is wrong. */
  backwards(time: CountedTime | undefined): void {
    const { daysOf } = this.context();
    const last = time?.to.find((date) => daysOf(date) !== undefined);
    const [start, end] = [time && daysOf(time.from), last && daysOf(last)];
    if (!time || !last || !start || !end || end.to >= start.from) return;
    const label = (id: string): Safe => this.scope.facts.get(id)?.label ?? known(id);
    const says = safe`By these dates, ${label(last)} comes before ${label(time.from)}. So the time between them counts as not known. Check both dates.`;
    if (this.#diagnostics.some((before) => before.says === says)) return;
    const path = this.#states.get(last)?.path ?? this.#states.get(time.from)?.path ?? ['dates'];
    this.#diagnostics.push(warning('dates_run_backwards', says, path));
  }

  shows(id: string, values: readonly string[]): boolean {
    const fact = this.scope.facts.get(id);
    const test = fact && testFor(fact, values);
    return test !== undefined && testHolds(test, this.state(id)?.known) === true;
  }

  /** Whether a date is worked out from what has happened, so that it may exist although it is not known. */
  isPast(id: string): boolean {
    const derivation = this.#index.derived.get(id);
    return derivation !== undefined && !derivation.form.isToCome?.(derivation.how);
  }

  /** What the answer says, and what the dates and lists do. */
  sides(id: string, given: Knowledge, worked: Knowledge): string {
    const fact = this.scope.facts.get(id);
    const words = (one: Knowledge): string => (fact ? `“${knowledgeInWords(fact, one)}”` : '');
    return `${words(given)}; by the dates and lists it is ${words(worked)}.`;
  }

  state(id: string): FactState | undefined {
    const derivation = this.#index.derived.get(id);
    return derivation ? this.derived(id, derivation) : this.#states.get(id);
  }

  /** An answer that the records contradict settles nothing: both stay possible until a person corrects one. */
  reconcile(id: string, worked: Knowledge, before: FactState | undefined): FactState {
    if (!before?.known) return { ...before, known: worked, derived: true };
    const both = meet(before.known, worked);
    if (both) return { ...before, known: both, derived: true };
    const label = this.scope.facts.get(id)?.label ?? known(id);
    const says = safe`The answer on ${label} does not agree with the dates and records in this file. Correct one of them; until then it counts as not known.`;
    this.#diagnostics.push(
      error('answer_contradicts_record', says, before.path ?? [], { shown: this.sides(id, before.known, worked) }),
    );
    return { ...before, known: join(before.known, worked), derived: true };
  }
}
