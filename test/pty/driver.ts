import { type FormKey, isTyped, keysOf } from '../../src/interview/prompters/form-keys.ts';
import { ALL, isUnticked } from '../../src/interview/prompters/form-state.ts';
import { inTurn, type Turn } from '../../src/interview/prompters/in-turn.ts';
import {
  type Aside,
  type Ask,
  type Choice,
  isWay,
  type Line,
  type LongText,
  type Prompter,
  type Reply,
  type Row,
  type Ticks,
  type Value,
} from '../../src/interview/prompters/prompter.ts';
import { DOWN, ENTER, SPACE } from './terminal.ts';

/** One thing that is typed at a terminal: what has to be asked there, the keys, and how many of them are a worker's own text. */
export interface Stroke {
  readonly sees: string;
  readonly keys: string;
  readonly own: number;
  /** Whether a new screen begins with it. */
  readonly isScreen: boolean;
}

/** What a worker replies to a question: nothing where it is left. */
export type Replies = (ask: Ask | Row) => Turn;

/** Own words: enough for an analysis. */
export const OWN = 'What changed for the child did not last once the work with the family had come to its end';

/** A prompter that answers by some replies, and notes the keys by which a person would have given the same. */
export function notingKeys(replies: Replies): { prompter: Prompter; strokes: Stroke[] } {
  const strokes: Stroke[] = [];
  const note = (sees: string, keys: string, isScreen = true, own = 0): void =>
    void strokes.push({ sees, keys, own, isScreen });
  const prompter: Prompter = {
    say: () => undefined,
    close: () => undefined,
    choose: async <T>(choice: Choice<T>) => {
      const turn = choice.key === 'review' ? { value: choice.options[0]?.value as Value } : replies(choice);
      if (choice.key === 'release') {
        note(choice.question, `${choice.options.length + 1}${ENTER}`);
        return { aside: 'later' };
      }
      const reply = (typeof turn === 'string' ? { value: choice.options[0]?.value } : turn) as Reply<T>;
      const others: readonly Aside[] = choice.asides.filter((aside) => !isWay(aside));
      const place =
        'value' in reply
          ? choice.options.findIndex(({ value }) => value === reply.value)
          : choice.options.length + others.indexOf(reply.aside);
      note(choice.question, `${place + 1}${ENTER}`);
      return reply;
    },
    line: async <T>({ question }: Line<T>) => {
      note(question, ENTER);
      return { aside: 'skip' };
    },
    text: async (text: LongText) => {
      const words = `${OWN} (${text.key}).`;
      note(text.question, `${words}${ENTER}.${ENTER}`, true, words.length);
      return { value: words };
    },
    tick: async ({ question, options, ticked }: Ticks) => {
      note(question, `${options.map(() => SPACE).join(DOWN)}${ENTER}`);
      return options.map(({ value }) => value).filter((value) => !ticked.includes(value));
    },
    form: async (form) => {
      let isFirst = true;
      const ticked = form.all ? form.rows().filter(isUnticked) : [];
      if (ticked[0]) {
        note(ticked[0].question, ALL);
        isFirst = false;
        for (const row of ticked) row.take({ value: 'yes' });
      }
      const left = await inTurn(form, async (row) => {
        if (row.now !== undefined) return 'next';
        const turn = replies(row);
        note(row.question, keysFor(row, turn), isFirst);
        isFirst = false;
        return turn;
      });
      note('Go on', ENTER, isFirst);
      return left;
    },
  };
  return { prompter, strokes };
}

function keysFor(row: Row, turn: Turn): string {
  if (typeof turn === 'string') return ENTER;
  if (row.read) return `${'value' in turn ? typedFor(turn.value) : wordFor(turn)}${ENTER}`;
  const isSame = ({ reply }: FormKey): boolean => JSON.stringify(reply) === JSON.stringify(turn);
  const key = keysOf(row).find(isSame)?.key ?? '';
  return isTyped(row) ? `${key}${ENTER}` : key;
}

const wordFor = (turn: Extract<Turn, { aside: unknown }>): string =>
  turn.aside === 'not_yet' ? 'not yet' : 'not known';

/** A date as it is typed with the fewest keys, anything else as it is. */
function typedFor(value: Value): string {
  const [year = '', month, day] = String(value).split('-');
  if (!/^\d{4}$/.test(year) || month === undefined) return String(value);
  return day === undefined ? `${Number(month)}/${year}` : `${day}${month}${year.slice(2)}`;
}

/** How many keys are pressed: one that sends several signs is one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an arrow key begins with one
export const pressed = (keys: string): number => keys.replace(/\x1b\[[AB]/g, '^').length;
