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
      this.outcomes.set(one, (this.outcomes.get(one) ?? new Set()).add(key));
      for (const kind of ['outcome', row.dual_status === 'yes' ? 'with_both' : 'without_both'])
        this.#named(`${kind}.${key}`, label, clauses);
    }
  }

  #count(...keys: readonly string[]): void {
    for (const key of keys) this.figures.set(key, (this.figures.get(key) ?? 0) + 1);
  }

  /** The words are looked up the first time alone. */
  #named(key: string, label: () => string, clauses: readonly string[]): void {
    this.#count(key);
    const known = this.names.get(key) ?? { label: label(), clauses: new Set() };
    for (const clause of clauses) known.clauses.add(clause);
    this.names.set(key, known);
  }
}

/** Whether a case is counted among the plans: the child is on one, or one is asked for. */
const isPlan = ({ on_plan, plan_number }: CaseRow): boolean => on_plan === 'yes' || plan_number.min !== null;

const factLabel = (fact: string, { unknown }: Assessment): string =>
  capital(unknown.find((one) => one.fact === fact)?.label ?? fact);
