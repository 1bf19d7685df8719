import {
  createPrompt,
  isBackspaceKey,
  isDownKey,
  isEnterKey,
  isNumberKey,
  isUpKey,
  type KeypressEvent,
  useKeypress,
  usePagination,
  useState,
} from '@inquirer/core';

/** A line of a menu: an answer, or another way to reply. */
export interface Row {
  readonly name: string;
  /** What is left of it on the screen once it is chosen. */
  readonly short: string;
}

export interface MenuConfig {
  readonly message: string;
  readonly rows: readonly Row[];
  /** The first row that is another way to reply. */
  readonly others: number;
  /** The row of the answer that stands; without one nothing is chosen until a key chooses it. */
  readonly start: number | undefined;
}

const NONE = -1;
const PAGE = 14;

/** The row that a key leads to; `typed` are the digits typed so far. */
export function rowAfter(row: number, key: KeypressEvent, typed: string, rows: number): number {
  if (isUpKey(key)) return row === NONE ? rows - 1 : Math.max(0, row - 1);
  if (isDownKey(key)) return Math.min(rows - 1, row + 1);
  if (!isNumberKey(key)) return row;
  const place = Number(typed) - 1;
  return place >= 0 && place < rows ? place : row;
}

/** One of several answers, by its number or the arrow keys. Enter takes what was chosen, and nothing else. */
export const menuPrompt = createPrompt<number, MenuConfig>(({ message, rows, others, start = NONE }, done) => {
  const [row, setRow] = useState(start);
  const [isEmpty, setEmpty] = useState(false);
  const [isDone, setDone] = useState(false);
  useKeypress((key, rl) => {
    if (isDone) return;
    if (isEnterKey(key)) {
      if (row === NONE) return setEmpty(true);
      setDone(true);
      return done(row);
    }
    const next = rowAfter(row, key, rl.line, rows.length);
    if (!isNumberKey(key) || isBackspaceKey(key) || Number(rl.line) * 10 > rows.length) rl.clearLine(0);
    setEmpty(false);
    setRow(next);
  });
  const page = usePagination({
    items: rows,
    active: Math.max(row, 0),
    renderItem: ({ item, index }) => rowText(item, index, index === row, index === others && others > 0),
    pageSize: PAGE,
    loop: false,
  });
  if (isDone) return `- ${message} ${rows[row]?.short}`;
  const how = isEmpty
    ? 'Nothing is chosen yet. Type a number, or use the arrow keys, then Enter'
    : 'Number or arrow keys, then Enter';
  return `? ${message}\n${page}\n${how}`;
});

/** What stands before a name, in characters. */
export const SIGN = '> 10  '.length;

function rowText({ name }: Row, index: number, isActive: boolean, isFirstOther: boolean): string {
  const sign = `${isActive ? '>' : ' '} ${String(index + 1).padEnd(SIGN - 2)}`;
  return `${isFirstOther ? ' --\n' : ''}${sign}${name.replaceAll('\n', `\n${' '.repeat(SIGN)}`)}`;
}
