import type { Assessment } from '../../assess/case/assessment.ts';
import { firstSentence, labelOf } from '../case/headline.ts';
import { capital } from '../words/titles.ts';
import { bandOf, categoryOf, GAPS, LENGTHS, numberOf, quarterOf } from './bands.ts';
import type { CaseRow } from './case-row.ts';

/** What a figure is called, and the clauses it is from. */
export interface FigureName {
  readonly label: string;
  readonly clauses: ReadonlySet<string>;
}

/** What was counted of cases, as data. */
export type CountedCases = Pick<CohortCounts, 'figures' | 'names' | 'outcomes' | 'quarters'>;

/** Counts cases as they come: it holds a few figures, however many cases there are. */
export class CohortCounts {
  /** Every figure by its key; one that never came is 0. */
  readonly figures = new Map<string, number>();
  /** What is called by the words of the packs. */
  readonly names = new Map<string, { readonly label: string; readonly clauses: Set<string> }>();
  readonly quarters = new Set<string>();
  /** The outcomes of each question that came: a case has one of them at most. */
  readonly outcomes = new Map<string, Set<string>>();
  unread = 0;

  /** Counts a case by its row; the assessment gives the words. */
  add(row: CaseRow, assessment: Assessment): void {
    this.#count('cases', `on_plan.${row.on_plan}`);
    if (row.on_plan === 'yes') this.#count(`dual.${row.dual_status}`, `time.${bandOf(LENGTHS, row.months_on_plan)}`);
    if (isPlan(row)) this.#plan(row);
    this.#outcomes(row, assessment);
    for (const fact of row.missing) this.#named(`missing.${fact}`, () => factLabel(fact, assessment), []);
    for (const clause of row.overdue_clauses) this.#named(`overdue.${clause}`, () => clause, [clause]);
    for (const clause of row.past_due_clauses) this.#named(`past_due.${clause}`, () => clause, [clause]);
  }

  /** Adds what was counted of the cases that come next. */
  include({ figures, names, outcomes, quarters }: CountedCases): void {
    for (const [key, count] of figures) this.figures.set(key, (this.figures.get(key) ?? 0) + count);
    for (const [key, { label, clauses }] of names) this.#name(key, () => label, clauses);
    for (const quarter of quarters) this.quarters.add(quarter);
    for (const [question, keys] of outcomes) for (const key of keys) this.#outcome(question, key);
  }

  #plan(row: CaseRow): void {
    const number = numberOf(row.plan_number);
    const quarter = quarterOf(row.plan_began ?? row.conference_requested);
    this.quarters.add(quarter);
    const isMore = number !== 'first' && number !== 'unknown';
    this.#count('plans', `number.${number}`, `quarter.${quarter}`, `quarter.${quarter}.${isMore ? 'more' : number}`);
    if (!isMore) return;
    const [gap, category] = [bandOf(GAPS, row.months_between_plans), categoryOf(row)];
    this.#count('more', `gap.${gap}`, `category.${category}`, `length.${bandOf(LENGTHS, row.last_plan_months)}`);
    this.#count(`quarter.${quarter}.${gap === 'under_12' ? 'soon' : 'not_soon'}`);
    this.#count(`quarter.${quarter}.${category === 'same' ? 'same' : 'not_same'}`);
  }

  #outcomes(row: CaseRow, { questions }: Assessment): void {
    for (const question of questions) {
      const { state, outcome, pack, id, compiled, clauses } = question;
      if (state !== 'settled' || outcome === undefined) continue;
      const { short, title } = compiled.question;
      const label = (): string => `${capital(short ?? title)}: ${firstSentence(labelOf(question, outcome))}`;
      const key = `${pack.pack.pack}.${id}.${outcome}`;
      const one = `${pack.pack.pack}.${id}`;
      this.#outcome(one, key);
      for (const kind of ['outcome', row.dual_status === 'yes' ? 'with_both' : 'without_both'])
        this.#named(`${kind}.${key}`, label, clauses);
    }
  }

  #outcome(question: string, key: string): void {
    this.outcomes.set(question, (this.outcomes.get(question) ?? new Set()).add(key));
  }

  #count(...keys: readonly string[]): void {
    for (const key of keys) this.figures.set(key, (this.figures.get(key) ?? 0) + 1);
  }

  /** The words are looked up the first time alone. */
  #named(key: string, label: () => string, clauses: readonly string[]): void {
    this.#count(key);
    this.#name(key, label, clauses);
  }

  #name(key: string, label: () => string, clauses: Iterable<string>): void {
    const known = this.names.get(key) ?? { label: label(), clauses: new Set() };
    for (const clause of clauses) known.clauses.add(clause);
    this.names.set(key, known);
  }
}

/** Whether a case is counted among the plans: the child is on one, or one is asked for. */
const isPlan = ({ on_plan, plan_number }: CaseRow): boolean => on_plan === 'yes' || plan_number.min !== null;

const factLabel = (fact: string, { unknown }: Assessment): string =>
  capital(unknown.find((one) => one.fact === fact)?.label ?? fact);
