import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  useKeypress,
  usePagination,
  useState,
} from '@inquirer/core';
import { usePaste } from './paste.ts';
import { WAYS, waysInWords } from './prompter.ts';

export interface TickConfig {
  readonly message: string;
  readonly names: readonly string[];
  /** The lines that are ticked to begin with. */
  readonly ticked: readonly number[];
  /** Whether one can go back to the question before. */
  readonly canGoBack: boolean;
}

const PAGE = 14;

/** What stands before a name, in characters. */
export const BOX = '>[x] '.length;

/** Lines to tick, by the arrow keys and Space. Enter takes the ticks as they stand. */
export const tickPrompt = createPrompt<readonly number[] | 'back', TickConfig>(
  ({ message, names, ticked: before, canGoBack }, done) => {
    const [row, setRow] = useState(0);
    const pasted = usePaste();
    const [ticked, setTicked] = useState(before);
    const [end, setEnd] = useState<'back' | 'taken' | undefined>(undefined);
    useKeypress((key, rl) => {
      const typed = rl.line;
      rl.clearLine(0);
      if (end || pasted(key)) return;
      if (canGoBack && typed.endsWith(WAYS.back.key)) {
        setEnd('back');
        done('back');
      } else if (isEnterKey(key)) {
        setEnd('taken');
        done([...ticked].sort((a, b) => a - b));
      } else if (isUpKey(key)) setRow(Math.max(0, row - 1));
      else if (isDownKey(key)) setRow(Math.min(names.length - 1, row + 1));
      else if (isSpaceKey(key))
        setTicked(ticked.includes(row) ? ticked.filter((one) => one !== row) : [...ticked, row]);
    });
    const page = usePagination({
      items: names,
      active: row,
      renderItem: ({ item, index }) =>
        `${index === row ? '>' : ' '}[${ticked.includes(index) ? 'x' : ' '}] ${item.replaceAll('\n', `\n${' '.repeat(BOX)}`)}`,
      pageSize: PAGE,
      loop: false,
    });
    if (end) return `- ${message} ${end === 'back' ? WAYS.back.says : `${ticked.length} of ${names.length} ticked`}`;
    const keys = canGoBack ? `\n${waysInWords(['back'])}` : '';
    return `? ${message}\n${page}\nSpace to tick, then Enter${keys}`;
  },
);
