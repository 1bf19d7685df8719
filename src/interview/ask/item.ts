import type { Ended, InterviewContext } from '../flow/interview-context.ts';
import type { Item } from '../flow/item.ts';
import { askAnalysis } from './analysis.ts';
import { askChecklist } from './checklist.ts';
import { askChild } from './child.ts';
import { askCurrentPlan } from './current-plan.ts';
import { askEntries } from './entries.ts';
import { askFact } from './fact.ts';
import { askPreviousPlans } from './previous-plans.ts';

/** Asks for one thing, as its kind is asked for. */
export function askItem(item: Item, context: InterviewContext): Promise<Ended> {
  switch (item.kind) {
    case 'previous_plans':
      return askPreviousPlans(item, context);
    case 'current_plan':
      return askCurrentPlan(item, context);
    case 'child':
      return askChild(item, context);
    case 'looked_after':
    case 'meetings':
      return askEntries({ ...item, kind: item.kind }, context);
    case 'fact':
      return askFact(item, context);
    case 'analysis':
      return askAnalysis(item, context);
    case 'checklist':
      return askChecklist(item, context);
  }
}
