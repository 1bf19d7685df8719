import type { Day, DayRange } from '../../../calendar/dates.ts';
import { type Knowledge, NO, YES } from '../../knowledge.ts';
import { isShortBreak } from '../../records/care.ts';
import type { CaseRecords } from '../../records/case-records.ts';
import { form } from '../form.ts';

export const onPlanOn = form({
  key: 'on_plan_on',
  says: 'Whether the child was on a plan at a date, the first and the last day of a plan among them.',
  schema: ({ z, Id }) => z.strictObject({ on_plan_on: Id }),
  examples: [{ on_plan_on: 'conference_requested' }],
  inputs: ({ on_plan_on: date }) => ({ dates: [date], lists: ['current_plan', 'previous_plans'] }),
  gives: () => ({ types: ['yes_no'] }),
  isOver: ({ on_plan_on: date }, { hasCome }) => hasCome(date),
  workOut: ({ on_plan_on: date }, { records, daysOf }) => within(daysOf(date), plansIn(records)),
});

export const lookedAfterOn = form({
  key: 'looked_after_on',
  says: 'Whether the child was looked after at a date, the first and the last day among them. Short breaks do not count.',
  schema: ({ z, Id }) => z.strictObject({ looked_after_on: Id }),
  examples: [{ looked_after_on: 'initial_conference' }],
  inputs: ({ looked_after_on: date }) => ({ dates: [date], lists: ['looked_after'] }),
  gives: () => ({ types: ['yes_no'] }),
  isOver: ({ looked_after_on: date }, { hasCome }) => hasCome(date),
  workOut: ({ looked_after_on: date }, { records: { lookedAfter: care }, daysOf }) =>
    within(daysOf(date), {
      complete: care?.complete ?? false,
      list: (care?.episodes ?? []).filter((episode) => !isShortBreak(episode)).map(stretch),
    }),
});

/** A time with as much as is known of its ends; `isOpen` where it goes on, `openOn` where it did on that day. */
interface Stretch {
  readonly began: DayRange | undefined;
  readonly ended: DayRange | undefined;
  readonly isOpen: boolean;
  readonly openOn?: Day | undefined;
}

interface Stretches {
  /** Whether every one of them is in the list. */
  readonly complete: boolean;
  readonly list: readonly Stretch[];
}

const stretch = ({ began, ended, openOn }: Omit<Stretch, 'isOpen'>): Stretch => {
  return { began, ended, isOpen: ended === undefined && openOn === undefined, openOn };
};

function plansIn({ currentPlan: plan, previousPlans: previous }: CaseRecords): Stretches {
  const earlier = (previous?.plans ?? []).map(({ began, ended, isOpen = false }) => ({ began, ended, isOpen }));
  const present = plan === undefined || plan === 'none' ? [] : [stretch({ ...plan, ended: undefined })];
  return { complete: plan !== undefined && (previous?.complete ?? false), list: [...earlier, ...present] };
}

/** Yes where one of the stretches holds the date whatever the exact days are, no where none of all can. */
function within(date: DayRange | undefined, { complete, list }: Stretches): Knowledge | undefined {
  if (list.length === 0) return complete ? NO : undefined;
  if (!date) return undefined;
  const holds = ({ began, ended, isOpen, openOn }: Stretch): boolean =>
    began !== undefined && began.to <= date.from && (isOpen || (ended?.from ?? openOn ?? '') >= date.to);
  const misses = ({ began, ended }: Stretch): boolean =>
    (began !== undefined && began.from > date.to) || (ended !== undefined && ended.to < date.from);
  if (list.some(holds)) return YES;
  return complete && list.every(misses) ? NO : undefined;
}
