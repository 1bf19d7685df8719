import type { Item } from '../agenda/item.ts';
import type { Ended, InterviewContext } from '../flow/interview-context.ts';
import type { Reply, Row, Value } from '../prompters/prompter.ts';
import { differenceRows } from '../returns/difference-rows.ts';
import { checklistRows } from './checklist-rows.ts';
import { childRows } from './child-rows.ts';
import { currentPlanRows } from './current-plan-rows.ts';
import { factRows } from './fact-rows.ts';
import { settleOpen } from './not-known.ts';
import type { PageContext, PageMemory } from './page-context.ts';
import { previousPlansRows } from './previous-plans-rows.ts';
import { readDate, why } from './row-parts.ts';
import { stillRows } from './still-rows.ts';
import { variationRows } from './variation-rows.ts';

/** The items that stand on a screen, as the answers on it have it. */
export interface Page {
  readonly title: string;
  /** The items as they are now; `answered` are kept on the screen. */
  readonly items: (answered: readonly Item[]) => readonly Item[];
  /** Whether it was put before, or is put to be corrected. */
  readonly isAgain?: boolean;
}

/** How a screen was left, and what stood on it. */
export interface PageEnd {
  readonly ended: Ended;
  readonly shown: readonly Item[];
}

/** Asks several things on one screen: each answer goes into the case at once. */
export async function askPage(page: Page, context: InterviewContext): Promise<PageEnd> {
  const answered: Item[] = [];
  const memory: PageMemory = { opened: new Set(), left: new Map() };
  const within = { ...context, memory };
  const items = sameUntil(
    () => page.items(answered),
    () => [context.session.view, answered.length],
  );
  const rows = (): Row[] =>
    items().flatMap((item) => {
      const note = (): unknown => answered.includes(item) || answered.push(item);
      // A part of a question is asked for the same reason
      return rowsOf(item, within).map((row) => ({ why: why(item, context), ...noting(row, note) }));
    });
  const { title, isAgain = false } = page;
  const asides = [...(['why', 'list'] as const), ...(context.canGoBack ? (['back'] as const) : [])];
  const left = await context.prompter.form({ title, rows, asides, isAgain });
  const shown = items();
  await settleOpen([...memory.left.values()], context);
  return { ended: left === 'done' ? 'answered' : left, shown };
}

/** Works something out anew only where what it rests on has changed: a screen is drawn with every key. */
function sameUntil<T>(work: () => T, restsOn: () => readonly unknown[]): () => T {
  let last: { readonly on: readonly unknown[]; readonly made: T } | undefined;
  return () => {
    const on = restsOn();
    if (!last?.on.every((one, i) => one === on[i])) last = { on, made: work() };
    return last.made;
  };
}

const noting = (row: Row, note: () => void): Row => ({
  ...row,
  take: (reply: Reply<Value>) => {
    note();
    row.take(reply);
  },
});

function rowsOf(item: Item, context: PageContext): Row[] {
  switch (item.kind) {
    case 'fact':
      return factRows(item, context);
    case 'checklist':
      return checklistRows(item, context);
    case 'difference':
      return differenceRows(item, context);
    case 'still':
      return stillRows(item, context);
    case 'variation':
      return variationRows(item, context);
    case 'current_plan':
      return currentPlanRows(item, context);
    case 'previous_plans':
      return previousPlansRows(item, context);
    case 'child':
      return childRows({
        child: context.session.file.child,
        opened: context.memory.opened,
        accept: (edits) => context.session.accept(edits),
        read: readDate(context),
        asAt: context.session.asAt,
        why: why(item, context),
      });
    default:
      return [];
  }
}
