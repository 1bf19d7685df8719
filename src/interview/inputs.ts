import { isNotKnown } from '../case/entry.ts';
import type { Knowledge } from '../case/knowledge.ts';
import { inputsOfDerive } from '../policy/derivation.ts';
import type { Derive } from '../policy/vocabulary-schema.ts';
import type { View } from './view.ts';

/** What was asked for in this sitting, by key: it is not asked for again in the same sitting. */
export type Sitting = ReadonlySet<string>;

/** Whether a fact can still come to be known, and which items would have to be asked for that. */
export interface Reach {
  readonly possible: boolean;
  readonly open: readonly string[];
}

const CLOSED: Reach = { possible: false, open: [] };

/** What would have to be asked so that a fact is known; for a derived fact, its dates and lists. */
export function reach(id: string, view: View, sitting: Sitting): Reach {
  const fact = view.book.frame.facts.get(id);
  if (fact?.derive) {
    const worked = reachOf(id, fact.derive, view, sitting);
    const asksItself = fact.type === 'date' && fact.asks !== undefined && worked.open.length === 0;
    if (isKnown(id, view)) return { ...worked, possible: true };
    if (!asksItself) return worked;
  }
  if (isClosed(id, view, sitting)) return isKnown(id, view) ? { possible: true, open: [] } : CLOSED;
  return { possible: true, open: [id] };
}

const isKnown = (id: string, { sheet }: View): boolean => sheet.states.get(id)?.known !== undefined;

/** Whether a fact needs no asking: it has a value, is withheld, or was asked for in this sitting. */
export function isClosed(id: string, { sheet }: View, sitting: Sitting): boolean {
  if (sitting.has(id)) return true;
  const entry = sheet.states.get(id)?.entry;
  return entry !== undefined && (!isNotKnown(entry) || entry.unknown === 'withheld');
}

function reachOf(id: string, how: Derive, view: View, sitting: Sitting): Reach {
  const { dates, choices, every, lists } = inputsOfDerive(how);
  const [list] = lists.filter((name) => ASKED.includes(name));
  if (list) return listReach(list, id, view, sitting);
  if ('months' in how) {
    const from = reach(how.months.from, view, sitting);
    const to = how.months.to.flatMap((id) => reach(id, view, sitting).open);
    return from.possible ? { possible: true, open: [...from.open, ...to] } : CLOSED;
  }
  if (lists.length > 0 && dates.length === 0) return CLOSED;
  if ('pick' in how && !view.file.meetings) return CLOSED;
  const parts = [...dates, ...choices].map((id) => reach(id, view, sitting));
  const open = parts.flatMap((part) => part.open);
  if (every) return parts.every((part) => part.possible) ? { possible: true, open } : CLOSED;
  return { possible: parts.some((part) => part.possible), open };
}

function listReach(list: string, id: string, { sheet }: View, sitting: Sitting): Reach {
  if (sitting.has(list)) return CLOSED;
  return isExact(sheet.states.get(id)?.known) ? { possible: true, open: [] } : { possible: true, open: [list] };
}

function isExact(known: Knowledge | undefined): boolean {
  if (known?.kind === 'options') return (known.mask & (known.mask - 1)) === 0;
  if (known?.kind === 'days') return known.days.from === known.days.to;
  return known?.kind === 'span' && known.span.lo === known.span.hi;
}

/** Lists that are put to the worker as a whole. */
const ASKED: readonly string[] = ['previous_plans', 'current_plan'];

/** Every date, list and answer from which a derived fact is worked out. */
export function inputsOf(id: string, view: View): string[] {
  const how = view.book.frame.facts.get(id)?.derive;
  return how ? [...new Set(reachOf(id, how, { ...view, sheet: NOTHING }, new Set()).open)] : [];
}

const NOTHING: View['sheet'] = { states: new Map(), remarks: [] };
