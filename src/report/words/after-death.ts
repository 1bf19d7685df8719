import { inputsOf } from '../../facts/derivations/table.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';

/** What is asked of a child who has died in the place of whether there is a plan today. */
export const PLAN_AT_DEATH = 'Was the child on a child protection plan at the time of death?';

/** Said where the file shows that the child has died. */
export const ONLY_WHAT_REMAINS = 'Only what remains after a death is asked.';

/** Whether a fact is that the child is on a plan now: yes or no by the plan of today alone. */
export const isPlanNow = ({ type, derive }: Fact): boolean =>
  type === 'yes_no' && derive !== undefined && inputsOf(derive).lists.join() === 'current_plan';

/** The question for a fact, in the words that fit a child who is alive, or who has died. */
export const asksOf = (fact: Fact, hasDied: boolean): string | undefined =>
  hasDied && isPlanNow(fact) ? PLAN_AT_DEATH : fact.asks;
