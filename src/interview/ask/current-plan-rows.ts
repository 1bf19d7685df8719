import { hasDied } from '../../case/sheet/unconfirmed.ts';
import { PLAN_AT_DEATH } from '../../report/words/after-death.ts';
import type { ListItem } from '../agenda/item.ts';
import type { Row } from '../prompters/prompter.ts';
import type { PageContext } from './page-context.ts';
import { planRows } from './plan-rows.ts';
import { markOf, why, yesNo } from './row-parts.ts';

/** The plan that the child is on today. */
export function currentPlanRows(item: ListItem, context: PageContext): Row[] {
  const { session } = context;
  const { current_plan: plan } = session.file;
  const isOn = plan !== undefined && plan !== 'none';
  const now = plan === undefined ? undefined : isOn ? 'yes' : 'no';
  const main: Row = {
    key: 'current_plan',
    question: hasDied(session.file, session.asAt) ? PLAN_AT_DEATH : 'Is the child on a child protection plan today?',
    beside: ['A plan that is open, in any authority.'],
    options: yesNo('yes', 'none'),
    asides: ['not_known'],
    why: why(item, context),
    now,
    mark: markOf(now),
    take: (reply) => {
      if (!('value' in reply)) return;
      if (reply.value === 'none') session.accept([{ path: ['current_plan'], value: 'none' }]);
      else if (!isOn) session.accept([{ path: ['current_plan'], value: {} }]);
    },
  };
  return isOn ? [main, ...planRows(['current_plan'], context, false)] : [main];
}
