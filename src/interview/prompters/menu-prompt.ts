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
import { usePaste } from './paste.ts';
import { WAYS, type Way, waysInWords } from './prompter.ts';

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
  /** Other ways to reply that have a key of their own. */
  readonly ways: readonly Way[];
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
export const menuPrompt = createPrompt<number | Way, MenuConfig>(
  ({ message, rows, others, start = NONE, ways }, done) => {
    const [row, setRow] = useState(start);
    const [isEmpty, setEmpty] = useState(false);
    const [taken, setTaken] = useState<number | Way | undefined>(undefined);
    const pasted = usePaste();
    const take = (reply: number | Way): void => {
      setTaken(reply);
      done(reply);
    };
    useKeypress((key, rl) => {
      if (taken !== undefined) return;
      if (pasted(key)) return rl.clearLine(0);
      if (isEnterKey(key)) return row === NONE ? setEmpty(true) : take(row);
      const way = ways.find((one) => WAYS[one].key === rl.line);
      if (way) return take(way);
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
    if (taken !== undefined) return `- ${message} ${typeof taken === 'string' ? WAYS[taken].says : rows[taken]?.short}`;
    const how = isEmpty
      ? 'Nothing is chosen yet. Type a number, or use the arrow keys, then Enter'
      : 'Number or arrow keys, then Enter';
    const keys = waysInWords(ways);
    return `? ${message}\n${page}\n${how}${keys ? `\n${keys}` : ''}`;
  },
);

/** What stands before a name, in characters. */
export const SIGN = '> 10  '.length;

function rowText({ name }: Row, index: number, isActive: boolean, isFirstOther: boolean): string {
  const sign = `${isActive ? '>' : ' '} ${String(index + 1).padEnd(SIGN - 2)}`;
  return `${isFirstOther ? ' --\n' : ''}${sign}${name.replaceAll('\n', `\n${' '.repeat(SIGN)}`)}`;
}
