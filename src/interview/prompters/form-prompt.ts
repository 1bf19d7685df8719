import {
  createPrompt,
  isBackspaceKey,
  isDownKey,
  isEnterKey,
  isUpKey,
  type KeypressEvent,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core';
import { isTyped } from './form-keys.ts';
import { afterPress, type FormPress, type FormState } from './form-state.ts';
import { formSummary, formText } from './form-text.ts';
import { NOT_PASTED, type Pasted, usePaste } from './paste.ts';
import type { Form, Left, Row, Value } from './prompter.ts';

export interface FormConfig {
  readonly form: Form;
  readonly width: number;
  /** What was said since the form stands. */
  readonly notes: () => readonly string[];
}

/** How a form ended; what an answer threw is thrown where the form was asked for. */
export type FormEnd = { readonly left: Left } | { readonly threw: unknown };

const nameOf = (key: KeypressEvent): FormPress['name'] => {
  if (isEnterKey(key)) return 'enter';
  if (isUpKey(key)) return 'up';
  if (isDownKey(key) || key.name === 'tab') return 'down';
  return isBackspaceKey(key) ? 'backspace' : 'other';
};

/** The place after an answer: the question below, or above it the first that it has brought up. */
export function placeAfter(row: Row, before: readonly Row[], rows: readonly Row[]): number {
  const fresh = rows.findIndex(({ key }) => !before.some((one) => one.key === key));
  const found = rows.findIndex(({ key }) => key === row.key);
  if (fresh >= 0 && fresh < found) return fresh;
  return found < 0 ? placeLeft(rows) : found + 1;
}

/** What is not answered yet comes first; a form that is looked through again is begun at its beginning. */
export const firstPlace = ({ rows, isAgain }: Pick<Form, 'rows' | 'isAgain'>): number =>
  isAgain
    ? 0
    : Math.max(
        0,
        rows().findIndex(({ now, isLeft }) => now === undefined || isLeft),
      );

/** The first question that is left, else the end of the form. */
const placeLeft = (rows: readonly Row[]): number => {
  const left = rows.findIndex(({ now }) => now === undefined);
  return left < 0 ? rows.length : left;
};

const yesOf = ({ options = [] }: Row): Value => options.find(({ letter }) => letter === 'y')?.value ?? '';

interface Shown {
  readonly state: FormState;
  /** What is typed so far. */
  readonly line: string;
}

/** Several questions on one screen, each answered by a key or a typed line. */
export const formPrompt = createPrompt<FormEnd, FormConfig>(({ form, width, notes }, done) => {
  const [shown, setShown] = useState<Shown>(() => ({ state: { at: firstPlace(form) }, line: '' }));
  const [isOver, setOver] = useState(false);
  const before = useRef('');
  const pasted = usePaste();
  useEffect((rl) => startIn(rl, form, shown, setShown), []);
  useKeypress((key, rl) => {
    const isSecondHalf = before.current === 'return' && key.name === 'enter';
    before.current = key.name;
    const part = pasted(key);
    if (isOver || isSecondHalf) return;
    if (part) return setShown(afterPaste(key, part, shown, form.rows()[shown.state.at], rl));
    const name = nameOf(key);
    // Enter has emptied the line already, and an arrow may have put an earlier one in its place
    const line = ['enter', 'up', 'down'].includes(name) ? shown.line : rl.line;
    const end = pressed({ name, line }, shown.state, form, (state, typed) => {
      if (rl.line !== typed) {
        rl.clearLine(0);
        rl.write(typed);
      }
      setShown({ state, line: typed });
    });
    if (!end) return;
    setOver(true);
    done(end);
  });
  if (isOver) return formSummary(form, width);
  const { above, below } = formText(form, shown.state, shown.line, width);
  return [above, [below, ...notes()].join('\n')];
});

/** What is pasted is the text of a typed line, with a space for an Enter in it; a question that keys answer takes nothing. */
function afterPaste(
  key: KeypressEvent,
  part: Pasted,
  { state, line }: Shown,
  row: Row | undefined,
  rl: { readonly line: string; clearLine: (dir: 0) => void; write: (text: string) => void },
): Shown {
  if (row && (row.read || isTyped(row))) {
    if (isEnterKey(key)) rl.write(`${line} `);
    return { state: { at: state.at }, line: rl.line };
  }
  rl.clearLine(0);
  return { state: part === 'end' ? { ...state, problem: NOT_PASTED } : state, line: '' };
}

/** The first question may hold an answer to be changed. */
function startIn(
  rl: { write: (text: string) => void },
  form: Form,
  { state }: Shown,
  show: (shown: Shown) => void,
): void {
  const line = form.rows()[state.at]?.typed ?? '';
  if (line === '') return;
  rl.write(line);
  show({ state, line });
}

/** Does what a key asks for; gives how the form ended, where it has. */
function pressed(
  press: FormPress,
  state: FormState,
  form: Form,
  show: (state: FormState, typed: string) => void,
): FormEnd | undefined {
  const before = form.rows();
  const step = afterPress(state, press, before, form);
  if ('leave' in step) return { left: step.leave };
  if ('to' in step) {
    show(step.to, step.clear ? (form.rows()[step.to.at]?.typed ?? '') : press.line);
    return undefined;
  }
  try {
    if ('tick' in step) for (const row of step.tick) row.take({ value: yesOf(row) });
    else step.row.take(step.take);
  } catch (threw) {
    return { threw };
  }
  const rows = form.rows();
  const at = 'tick' in step ? placeLeft(rows) : placeAfter(step.row, before, rows);
  show({ at }, rows[at]?.typed ?? '');
  return undefined;
}
