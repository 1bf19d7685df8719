import { isTyped, keysOf, replyTo } from './form-keys.ts';
import type { Form, Left, Reply, Row, Value, Way } from './prompter.ts';
import { WAYS } from './prompter.ts';

/** Where a person is in a form. */
export interface FormState {
  /** The place of the question; after the last one stands `Go on`. */
  readonly at: number;
  /** What is wrong with what was typed. */
  readonly problem?: string | undefined;
  /** Whether it is shown why the question is asked. */
  readonly isWhy?: boolean;
}

/** A key as far as a form looks at it. */
export interface FormPress {
  readonly name: 'enter' | 'up' | 'down' | 'backspace' | 'other';
  /** The line as it now stands. */
  readonly line: string;
}

/** What a key does in a form: moves, answers, or leaves it. `clear` empties the typed line. */
export type FormStep =
  | { readonly to: FormState; readonly clear?: boolean }
  | { readonly take: Reply<Value>; readonly row: Row }
  | { readonly tick: readonly Row[] }
  | { readonly leave: Left };

/** What a key does; a typed line is taken by Enter, and by moving away from it. */
export function afterPress(
  state: FormState,
  press: FormPress,
  rows: readonly Row[],
  { asides: ways, all }: Pick<Form, 'asides' | 'all'>,
): FormStep {
  const row = rows[state.at];
  const way = press.name === 'other' && ways.find((one) => press.line.endsWith(WAYS[one].key));
  if (way) return led(way, state);
  if (all && press.line.toLowerCase() === ALL && !row?.read) return { tick: rows.filter(isUnticked) };
  if (!row) return atEnd(state, press, rows);
  if (row.read || isTyped(row)) return inLine(row, state, press, rows);
  return onKey(row, state, press, rows);
}

/** The key that ticks every question at once, where a form has one. */
export const ALL = 'a';

/** Whether a question can be ticked, and is not answered. */
export const isUnticked = ({ now, options = [] }: Row): boolean =>
  now === undefined && options.some(({ letter }) => letter === 'y');

const led = (way: Way, state: FormState): FormStep =>
  way === 'why' ? { to: { at: state.at, isWhy: !state.isWhy }, clear: true } : { leave: way };

function atEnd({ at }: FormState, { name }: FormPress, rows: readonly Row[]): FormStep {
  if (name === 'up') return { to: { at: Math.max(0, at - 1) }, clear: true };
  if (name !== 'enter') return { to: { at }, clear: true };
  const needed = rows.findIndex(({ isNeeded, now }) => isNeeded && now === undefined);
  return needed < 0 ? { leave: 'done' } : { to: { at: needed, problem: NEEDED }, clear: true };
}

const NEEDED = 'This one is needed.';

function moved({ at }: FormState, name: FormPress['name'], rows: readonly Row[]): FormStep {
  const to = name === 'up' ? at - 1 : at + 1;
  return { to: { at: Math.min(rows.length, Math.max(0, to)) }, clear: true };
}

/** What is typed is taken by Enter, and by an arrow; what cannot be read holds the first arrow up, and goes with the next. */
function inLine(row: Row, state: FormState, { name, line }: FormPress, rows: readonly Row[]): FormStep {
  if (name === 'other' || name === 'backspace') return { to: { at: state.at, isWhy: state.isWhy ?? false } };
  const isEmptied = line.trim() === '' && row.typed !== undefined && row.typed !== '';
  if (isEmptied) return { take: { aside: 'skip' }, row };
  if (line.trim() === '' || line === row.typed) return moved(state, name, rows);
  if (name !== 'enter' && state.problem !== undefined) return moved(state, name, rows);
  const reply = replyTo(row, line);
  return 'problem' in reply ? { to: { at: state.at, problem: reply.problem } } : { take: reply, row };
}

/** A question that one key answers; Backspace takes the answer back. */
function onKey(row: Row, state: FormState, { name, line }: FormPress, rows: readonly Row[]): FormStep {
  if (name === 'backspace') return row.now === undefined ? { to: state } : { take: { aside: 'skip' }, row };
  if (name !== 'other') return moved(state, name, rows);
  const key = keysOf(row).find((one) => one.key === line.toLowerCase());
  return key ? { take: key.reply, row } : { to: { at: state.at }, clear: true };
}
