import type { Item } from '../flow/item.ts';
import type { Ended, Scene } from '../flow/scene.ts';
import { askAnalysis } from './analysis.ts';
import { askChecklist } from './checklist.ts';
import { askChild } from './child.ts';
import { askCurrentPlan } from './current-plan.ts';
import { askEntries } from './entries.ts';
import { askFact } from './fact.ts';
import { askPreviousPlans } from './previous-plans.ts';

/** Asks for one thing, as its kind is asked for. */
export function askItem(item: Item, scene: Scene): Promise<Ended> {
  switch (item.kind) {
    case 'previous_plans':
      return askPreviousPlans(item, scene);
    case 'current_plan':
      return askCurrentPlan(item, scene);
    case 'child':
      return askChild(item, scene);
    case 'looked_after':
    case 'meetings':
      return askEntries({ ...item, kind: item.kind }, scene);
    case 'fact':
      return askFact(item, scene);
    case 'analysis':
      return askAnalysis(item, scene);
    case 'checklist':
      return askChecklist(item, scene);
  }
}
