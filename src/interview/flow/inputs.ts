import type { CaseFile } from '../../case/file/case-schema.ts';
import { isNotKnown } from '../../case/file/entry.ts';
import { inputsOfDerive } from '../../facts/derivations/inputs.ts';
import type { Derive } from '../../facts/vocabulary-schema.ts';
import type { View } from './view.ts';

/** What was asked for in this sitting, by key: it is not asked for again in the same sitting. */
export type Sitting = ReadonlySet<string>;

/** Whether a fact can still come to be known, and which items would have to be asked for that. */
export interface Reach {
  readonly possible: boolean;
  readonly open: readonly string[];
}

const CLOSED: Reach = { possible: false, open: [] };

/** What would have to be asked so that a fact is known; for a derived fact its dates and lists, else itself. */
export function reach(id: string, view: View, sitting: Sitting): Reach {
  const fact = view.book.frame.facts.get(id);
  const inputs = fact?.derive ? reachOf(id, fact.derive, view, sitting) : CLOSED;
  if (inputs.open.length > 0) return { ...inputs, possible: true };
  const settled = fact?.derive !== undefined && isSettled(id, view);
  const itself = !settled && !isClosed(id, view, sitting) && (!fact?.derive || fact.asks !== undefined);
  if (itself) return { possible: true, open: [id] };
  return { possible: inputs.possible || isKnown(id, view), open: [] };
}

/** Dates and lists that are to be asked for before a derived fact is put to the worker itself. */
export function openInputs(id: string, view: View, sitting: Sitting): readonly string[] {
  const how = view.book.frame.facts.get(id)?.derive;
  return how ? reachOf(id, how, view, sitting).open : [];
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
  if (every && lists.some((name) => !(name in view.file))) return CLOSED;
  const length = lengthOf(how);
  if (length) return lengthReach(length, view, sitting);
  const parts = [...dates, ...choices].map((other) => reach(other, view, sitting));
  const open = parts.flatMap((part) => part.open);
  if (every) return parts.every((part) => part.possible) ? { possible: true, open } : CLOSED;
  return { possible: parts.some((part) => part.possible), open };
}

interface Between {
  readonly from: string;
  readonly to: readonly string[];
}

/** From which date to which others a length of time is counted. */
export function lengthOf(how: Derive): Between | undefined {
  if ('months' in how) return how.months;
  if ('days' in how) return how.days;
  return 'working_days' in how ? how.working_days : undefined;
}

/** The start of a length of time is needed; its end is the day of the assessment until one is given. */
function lengthReach({ from, to }: Between, view: View, sitting: Sitting): Reach {
  const start = reach(from, view, sitting);
  const ends = to.flatMap((id) => reach(id, view, sitting).open);
  return start.possible ? { possible: true, open: [...start.open, ...ends] } : CLOSED;
}

function listReach(list: string, id: string, view: View, sitting: Sitting): Reach {
  if (sitting.has(list) || (list === 'child' && hasBirth(view.file))) return CLOSED;
  return isSettled(id, view) ? { possible: true, open: [] } : { possible: true, open: [list] };
}

const hasBirth = ({ child }: CaseFile): boolean => child?.born !== undefined || child?.expected !== undefined;

/** Whether nothing is left open about a fact. */
export function isSettled(id: string, { sheet }: View): boolean {
  const known = sheet.states.get(id)?.known;
  if (known?.kind === 'options') return (known.mask & (known.mask - 1)) === 0;
  if (known?.kind === 'days') return known.days.from === known.days.to;
  return known?.kind === 'span' && known.span.lo === known.span.hi;
}

/** Lists that are put to the worker as a whole. */
const ASKED: readonly string[] = ['child', 'previous_plans', 'current_plan'];

/** Every date, list and answer from which a derived fact is worked out, at whatever remove. */
export function inputsOf(id: string, view: View): string[] {
  const how = view.book.frame.facts.get(id)?.derive;
  if (!how) return [];
  const { dates, choices, lists } = inputsOfDerive(how);
  return [...new Set([...lists, ...[...dates, ...choices].flatMap((other) => [other, ...inputsOf(other, view)])])];
}
