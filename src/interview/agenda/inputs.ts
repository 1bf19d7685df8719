import type { CaseFile } from '../../case/file/case-schema.ts';
import { isNotKnown } from '../../case/file/entry-value.ts';
import { unconfirmed } from '../../case/sheet/unconfirmed.ts';
import { type Derive, factsTaken, formOf, inputsOf } from '../../facts/derivations/table.ts';
import type { List } from '../../facts/records/case-records.ts';
import { parseTest } from '../../policy/pack/condition.ts';
import { testHolds } from '../../policy/pack/test-holds.ts';
import type { CaseView } from './case-view.ts';
import { STILL } from './item.ts';

/** What was asked for in this asked, by key: it is not asked for again in the same asked. */
export type AskedKeys = ReadonlySet<string>;

/** Whether a fact can still come to be known, and which items would have to be asked for that. */
export interface Reach {
  readonly possible: boolean;
  readonly open: readonly string[];
}

const CLOSED: Reach = { possible: false, open: [] };

/** What would have to be asked so that a fact is known; for a derived fact its dates and lists, else itself. */
export function reach(id: string, view: CaseView, asked: AskedKeys): Reach {
  if (isRuledOut(id, view) || isLeft(id, view, asked)) return CLOSED;
  const fact = view.book.scope.facts.get(id);
  const inputs = fact?.derive ? reachOf(id, fact.derive, view, asked) : CLOSED;
  if (inputs.open.length > 0) return { ...inputs, possible: true };
  const settled = fact?.derive !== undefined && isSettled(id, view);
  const itself = !settled && !isClosed(id, view, asked) && (!fact?.derive || fact.asks !== undefined);
  if (itself) return { possible: true, open: [id] };
  return { possible: inputs.possible || isKnown(id, view), open: [] };
}

/** Dates and lists that are to be asked for before a derived fact is put to the worker itself. */
export function openInputs(id: string, view: CaseView, asked: AskedKeys): readonly string[] {
  const how = view.book.scope.facts.get(id)?.derive;
  return how ? reachOf(id, how, view, asked).open : [];
}

/** Whether there is no such thing, as what it follows never was: no meeting in care, no time since a plan. */
export function isRuledOut(id: string, view: CaseView): boolean {
  const { derive: how, once = {} } = view.book.scope.facts.get(id) ?? {};
  if (Object.entries(once).some(([fact, values]) => isOtherwise(fact, values, view))) return true;
  if (!how) return false;
  const { dates, meetings, anyIsEnough } = inputsOf(how);
  const from = formOf(how).time?.(how)?.from;
  const follows = from !== undefined ? [from] : meetings.length > 0 && !anyIsEnough ? dates : [];
  return follows.some(view.sheet.isAbsent);
}

/** Whether another fact is known to be something else than what a question follows on. */
function isOtherwise(id: string, values: unknown, { book, sheet }: CaseView): boolean {
  const fact = book.scope.facts.get(id);
  const test = fact && parseTest(fact, [values].flat());
  return test !== undefined && !('wrong' in test) && testHolds(test, sheet.states.get(id)?.known) === false;
}

const isKnown = (id: string, { sheet }: CaseView): boolean => sheet.states.get(id)?.known !== undefined;

/** Whether a fact needs no asking: it has a value, is withheld, or was asked for in this asked. */
export function isClosed(id: string, { sheet }: CaseView, asked: AskedKeys): boolean {
  if (asked.has(id)) return true;
  const entry = sheet.states.get(id)?.entry;
  return entry !== undefined && (!isNotKnown(entry) || entry.unknown === 'withheld');
}

/** The question whether a record goes on from which a fact would follow; undefined where no record waits for that. */
function stillOf(id: string, view: CaseView): string | undefined {
  const how = view.book.scope.facts.get(id)?.derive;
  if (!how || isSettled(id, view)) return undefined;
  const waiting = unconfirmed(view.file, view.asAt).find(({ list }) => inputsOf(how).lists.includes(list));
  return waiting && STILL[waiting.list];
}

/** Whether a fact follows from a record alone of which nobody here knows whether it goes on: asking in other words is no use. */
export function isLeft(id: string, view: CaseView, asked: AskedKeys): boolean {
  const how = view.book.scope.facts.get(id)?.derive;
  const still = stillOf(id, view);
  return how !== undefined && still !== undefined && asked.has(still) && inputsOf(how).lists.length === 1;
}

function reachOf(id: string, how: Derive, view: CaseView, asked: AskedKeys): Reach {
  const still = stillOf(id, view);
  if (still && !asked.has(still)) return { possible: true, open: [still] };
  const { dates, choices, tested, ends, lists, anyIsEnough, isAssumed } = inputsOf(how);
  const [list] = lists.filter((name) => ASKED.includes(name));
  const listed = list && listReach(list, !isAssumed && isSettled(id, view), view, asked);
  if (listed && (dates.length === 0 || listed.open.length > 0 || isSettled(id, view) || !listsPlan(view.file)))
    return listed;
  if (!listed && !anyIsEnough && lists.some((name) => !(name in view.file))) return CLOSED;
  const parts = [...dates, ...choices, ...tested.map(([fact]) => fact)].map((other) => reach(other, view, asked));
  const open = [...parts, ...ends.map((end) => reach(end, view, asked))].flatMap((part) => part.open);
  if (anyIsEnough) return { possible: parts.some((part) => part.possible), open };
  return parts.every((part) => part.possible) ? { possible: true, open } : CLOSED;
}

function listReach(list: List, isSure: boolean, view: CaseView, asked: AskedKeys): Reach {
  if (asked.has(list) || isTold(list, view.file) || isWaiting(list, view)) return CLOSED;
  return { possible: true, open: isSure ? [] : [list] };
}

/** Whether it is asked first if the list still holds. */
const isWaiting = (list: List, { file, asAt }: CaseView): boolean =>
  unconfirmed(file, asAt).some((one) => one.list === list);

/** Whether any plan is listed that a date could fall into. */
const listsPlan = ({ current_plan: current, previous_plans: previous }: CaseFile): boolean =>
  typeof current === 'object' || (previous?.plans ?? []).length > 0;

/** Whether the file says of a list all that there is to ask. */
function isTold(list: List, { child, previous_plans: previous, current_plan: current }: CaseFile): boolean {
  // What a record shows of a plan is not asked again once it is confirmed
  if (list === 'current_plan')
    return current === 'none' || (current?.open_on !== undefined && current.began !== undefined);
  if (list === 'child') return child?.born !== undefined || child?.expected !== undefined;
  return list === 'previous_plans' && previous?.complete === true && (previous.plans ?? []).length === 0;
}

/** Whether nothing is left open about a fact. */
export function isSettled(id: string, { sheet }: CaseView): boolean {
  const known = sheet.states.get(id)?.known;
  if (known?.kind === 'options') return (known.mask & (known.mask - 1)) === 0;
  if (known?.kind === 'days') return known.days.from === known.days.to;
  return known?.kind === 'span' && known.span.lo === known.span.hi;
}

/** Lists that are put to the worker as a whole. */
const ASKED: readonly List[] = ['child', 'previous_plans', 'current_plan'];

/** Every date, list and answer from which a derived fact is worked out, at whatever remove. */
export function inputsBelow(id: string, view: CaseView): string[] {
  const how = view.book.scope.facts.get(id)?.derive;
  if (!how) return [];
  const below = factsTaken(how).flatMap((other) => [other, ...inputsBelow(other, view)]);
  return [...new Set([...inputsOf(how).lists, ...below])];
}
