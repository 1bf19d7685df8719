import type { Derive } from '../vocabulary-schema.ts';

/** Lists of a case file from which facts are worked out, and which can be asked for as a whole. */
export const LISTS: readonly string[] = ['child', 'previous_plans', 'current_plan', 'looked_after', 'meetings'];

/** What a way of working a fact out takes. */
export interface Inputs {
  readonly dates: readonly string[];
  readonly choices: readonly string[];
  /** Whether every one of them is needed; else any of them can be enough. */
  readonly every: boolean;
  /** Lists of the case file. */
  readonly lists: readonly string[];
}

const none: Inputs = { dates: [], choices: [], every: true, lists: [] };

const between = ({ from, to }: { readonly from: string; readonly to: readonly string[] }): Inputs => ({
  ...none,
  dates: [from, ...to],
});

/** The facts and lists that a way of working a fact out takes. */
export function inputsOfDerive(derive: Derive): Inputs {
  if ('count' in derive || 'last_plan' in derive) return { ...none, lists: ['previous_plans'] };
  if ('current_plan' in derive) return { ...none, lists: ['current_plan'] };
  if ('care' in derive) return { ...none, lists: ['looked_after'] };
  if ('child' in derive || 'birthday' in derive) return { ...none, lists: ['child'] };
  if ('months' in derive) return between(derive.months);
  if ('days' in derive) return between(derive.days);
  if ('working_days' in derive) return between(derive.working_days);
  if ('differ' in derive) return { ...none, choices: derive.differ };
  if ('earlier' in derive) return { ...none, dates: derive.earlier };
  if ('later' in derive) return { ...none, dates: [derive.later.than] };
  if ('earliest' in derive) return { ...none, dates: derive.earliest };
  if ('latest' in derive) return { ...none, dates: derive.latest };
  if ('by_dates' in derive) return { ...none, dates: Object.values(derive.by_dates), every: false };
  if ('recorded' in derive) return { ...none, dates: derive.recorded, every: false };
  const since = derive.since === undefined ? [] : [derive.since];
  if ('pick' in derive) return { ...none, dates: since, lists: ['meetings'] };
  const lists = derive.meeting === undefined ? [] : ['meetings'];
  return { ...none, dates: [...derive.happened, ...since], every: false, lists };
}
