import { isYes } from '../../facts/fact.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { Edit } from '../../yaml/write.ts';
import { isUnborn } from '../agenda/case-view.ts';
import type { ListItem } from '../agenda/item.ts';
import type { Row } from '../prompters/prompter.ts';
import type { PageContext } from './page-context.ts';
import { planInWords, planRows } from './plan-rows.ts';
import { markOf, why, yesNo } from './row-parts.ts';

const SCOPE = 'Every earlier plan of this child alone, in any authority. Not the plan in force now.';
const UNBORN = 'A child who is not yet born can only have had one in this pregnancy.';

const LIST: Path = ['previous_plans', 'plans'];
/** That a plan is to be entered which the file does not hold yet, that only their number is known, and that one is to go. */
const [ADDING, COUNTING, REMOVING] = ['previous_plans.add', 'previous_plans.count', 'previous_plans.remove'];
/** Takes back that the list was whole. */
const REOPENED: Edit = { path: ['previous_plans', 'complete'], value: undefined };

/** The earlier plans as a small table, and whether these are all. */
export function previousPlansRows(item: ListItem, context: PageContext): Row[] {
  const { session, memory } = context;
  const listed = session.file.previous_plans?.plans?.length ?? 0;
  const places = Array.from({ length: listed + (memory.opened.has(`${ADDING}.${listed}`) ? 1 : 0) }, (_, i) => i);
  const plans = places.flatMap((i) => planRows([...LIST, i], context, true));
  if (places.length > 0)
    return [
      ...(isBare(context) ? [anyRow(item, context)] : []),
      ...plans,
      ...(listed > 0 && !isBare(context) ? [allRow(listed, item, context)] : []),
      ...(memory.opened.has(REMOVING) ? removeRows(context) : []),
    ];
  const counts = memory.opened.has(COUNTING) || session.file.previous_plans?.count !== undefined;
  return [anyRow(item, context), ...(counts ? [countRow(context)] : [])];
}

/** Whether there was a plan of which nothing more is known yet. */
function isBare({ session }: PageContext): boolean {
  const [first, ...others] = session.file.previous_plans?.plans ?? [];
  return first !== undefined && others.length === 0 && Object.keys(first).length === 0;
}

/** Whether there was an earlier plan at all; a yes is kept at once, as a plan of which nothing more is known. */
function anyRow(item: ListItem, context: PageContext): Row {
  const { session, memory } = context;
  const { previous_plans: previous } = session.file;
  const isNone = previous?.complete && (previous.plans ?? []).length === 0 && previous.count === undefined;
  const now = isNone ? 'no' : isBare(context) || previous?.count !== undefined ? 'yes' : undefined;
  return {
    key: 'previous_plans',
    question: 'Did this child have a child protection plan before?',
    beside: [SCOPE, ...(isUnborn(session.file) ? [UNBORN] : [])],
    options: [...yesNo('add', 'none'), { value: 'count', name: 'yes, but only how many is known', letter: 'c' }],
    asides: ['not_known'],
    why: why(item, context),
    now,
    mark: markOf(now),
    take: (reply) => {
      memory.opened.delete(COUNTING);
      const isHeld = isBare(context);
      if (!('value' in reply)) {
        if (isHeld) session.accept([{ path: LIST, value: undefined }]);
        return;
      }
      if (reply.value === 'count') memory.opened.add(COUNTING);
      if (reply.value === 'none') session.accept([...closed(true), { path: LIST, value: [] }]);
      else if (reply.value === 'count')
        session.accept([REOPENED, ...(isHeld ? [{ path: LIST, value: undefined }] : [])]);
      else if (!isHeld) session.accept([REOPENED, { path: LIST, value: [{}] }]);
    },
  };
}

const closed = (isWhole: boolean): Edit[] => [
  { path: ['previous_plans', 'complete'], value: isWhole ? 'yes' : 'no' },
  ...(isWhole ? [{ path: ['previous_plans', 'count'], value: undefined }] : []),
];

/** Whether the plans entered are all; a further one is entered below, one entered by mistake taken away. */
function allRow(listed: number, item: ListItem, context: PageContext): Row {
  const { session, memory } = context;
  const { complete } = session.file.previous_plans ?? {};
  const isAdding = memory.opened.has(`${ADDING}.${listed}`);
  return {
    key: `previous_plans.more.${listed}${isAdding ? '.new' : ''}`,
    question: listed === 1 ? 'Is this the only earlier plan?' : `Are these ${listed} all the earlier plans?`,
    options: [
      { value: 'all', name: 'yes', letter: 'y' },
      { value: 'add', name: 'no, enter another', letter: 'n' },
      { value: 'more', name: 'there may be more', letter: 'm' },
      isAdding
        ? { value: 'cancel', name: 'leave the new plan out', letter: 'r' }
        : { value: 'remove', name: 'take a plan away', letter: 'r' },
    ],
    asides: ['not_known'],
    why: why(item, context),
    now: complete === undefined || isAdding ? undefined : isYes(complete) ? 'yes' : 'there may be more',
    take: (reply) => {
      if (!('value' in reply)) return;
      const { value } = reply;
      if (value === 'all' || value === 'more') return session.accept(closed(value === 'all'));
      if (value === 'cancel') return void memory.opened.delete(`${ADDING}.${listed}`);
      if (value === 'remove') return void memory.opened.add(REMOVING);
      memory.opened.add(`${ADDING}.${listed}`);
      if (complete !== undefined) session.accept([REOPENED]);
    },
  };
}

/** A plan is taken away only once it has been named and confirmed. */
const removeRows = ({ session, memory }: PageContext): Row[] =>
  (session.file.previous_plans?.plans ?? []).map((plan, i) => ({
    key: `${REMOVING}.${i}`,
    question: `Take away plan ${i + 1} (${planInWords(plan)})?`,
    isPart: true,
    options: yesNo('yes', 'no'),
    asides: [],
    take: (reply) => {
      memory.opened.delete(REMOVING);
      if ('value' in reply && reply.value === 'yes')
        session.accept([REOPENED, { path: [...LIST, i], value: undefined }]);
    },
  }));

function countRow({ session }: PageContext): Row {
  const { previous_plans: previous } = session.file;
  const count = previous?.count;
  return {
    key: 'previous_plans.count',
    question: 'How many earlier plans were there?',
    isPart: true,
    asides: ['not_known'],
    read: (typed) =>
      /^([1-9]|[1-4]\d|50)$/.test(typed) ? { value: Number(typed) } : { problem: 'Type a number from 1 to 50.' },
    now: count === undefined ? undefined : String(count),
    typed: count === undefined ? undefined : String(count),
    take: (reply) => {
      if (!('value' in reply)) return;
      session.accept([
        { path: ['previous_plans', 'count'], value: reply.value },
        REOPENED,
        ...((previous?.plans ?? []).length === 0 ? [{ path: LIST, value: undefined }] : []),
      ]);
    },
  };
}
