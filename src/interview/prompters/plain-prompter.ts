import type { Readable } from 'node:stream';
import { labelled, wrap } from '../../report/words/wrap.ts';
import { keysInWords, replyTo } from './form-keys.ts';
import { ALL, isUnticked } from './form-state.ts';
import { inTurn, type Turn } from './in-turn.ts';
import { Lines, type OnInterrupt } from './lines.ts';
import {
  ASIDES,
  type Aside,
  type Ask,
  asideTyped,
  type Choice,
  type Form,
  hintFor,
  isWay,
  type Line,
  type LongText,
  type Prompter,
  questionText,
  type Reply,
  type Row,
  Stopped,
  type Ticked,
  type Ticks,
  WAYS,
  waysInWords,
} from './prompter.ts';

interface Screen {
  readonly write: (text: string) => void;
  readonly width: number;
}

/** Where the plain mode reads and writes. */
export interface PlainStreams extends Screen {
  readonly input: Readable;
  readonly onInterrupt?: OnInterrupt;
}

/**
 * Questions as lines of text, printed once and never redrawn: for screen readers, pipes and terminals
 * that can do no more. Choices are numbered.
 */
export function plainPrompter({ input, write, width, onInterrupt }: PlainStreams): Prompter {
  const lines = new Lines(input, onInterrupt);
  const screen = { write, width };
  const say = (text: string): void => write(`${text}\n`);
  const put = (ask: Pick<Ask, 'question' | 'beside'>): void => say(questionText(ask, width));
  return {
    say,
    choose: (choice) => {
      put(choice);
      return chooseByNumber(choice, lines, screen);
    },
    line: (line) => {
      put(line);
      return readLine(line, lines, screen);
    },
    text: (text) => {
      put(text);
      return readText(text, lines, screen);
    },
    form: (form) => {
      say(wrap(form.title, width));
      if (form.all) say(wrap(`${ALL}: ${form.all}.`, width, '  '));
      const others = waysInWords(form.asides.filter((way) => way !== 'back'));
      say(wrap(`Enter leaves a question for now. ${[others, STEP_BACK].filter(Boolean).join(', ')}`, width, '  '));
      const answered = form.rows().filter(({ now, isLeft }) => now !== undefined && !isLeft);
      const isKept = (key: string): boolean =>
        !form.isAgain && answered.length < form.rows().length && answered.some((row) => row.key === key);
      const again = new Set<string>();
      const put = async (row: Row, isFirst: boolean): Promise<Turn> => {
        if (isKept(row.key) && !again.has(row.key)) return 'passed';
        again.add(row.key);
        return askRow(row, form, isFirst, lines, screen);
      };
      return inTurn(form, put, ({ now }) => now !== undefined && say(`  = ${now}`));
    },
    tick: (ticks) => {
      put(ticks);
      return tickByNumber(ticks, lines, screen);
    },
    close: () => lines.close(),
  };
}

/** A typed answer; where several lines came at once, none is taken: a paste would answer questions that nobody has read. */
const answer = (lines: Lines, write: Screen['write'], width: number): Promise<string> =>
  lines.answer(() => write(`${wrap(MANY, width)}\n> `));

const MANY = 'Several lines came at once, so none of them was taken. Type one answer and press Enter.';

/** In a form the way back leads to the question before, and from the first one to the screen before. */
const STEP_BACK = `${WAYS.back.key}: the question before`;

/** One question of a form: a key, a word or a date on a line of its own. */
async function askRow(
  row: Row,
  { rows, asides, all }: Form,
  isFirst: boolean,
  lines: Lines,
  { write, width }: Screen,
): Promise<Turn> {
  const place = `${rows().findIndex(({ key }) => key === row.key) + 1} of ${rows().length}`;
  const question = { question: `${place}. ${row.question}`, beside: row.beside ?? [] };
  write(`${questionText(question, width)}\n`);
  const now = row.now === undefined ? '' : `Now: ${row.now}. Enter keeps it.`;
  const how = [keysInWords(row), now].filter(Boolean).join(' ');
  if (how) write(`${wrap(how, width, '  ')}\n`);
  for (;;) {
    write('> ');
    const typed = (await answer(lines, write, width)).trim();
    if (!isFirst && typed === WAYS.back.key) return 'before';
    const way = asides.find((one) => WAYS[one].key === typed);
    if (way === 'why') write(`${row.why?.() ?? ''}\n${wrap(row.question, width)}\n`);
    else if (way) return way;
    else if (all && typed.toLowerCase() === ALL && isUnticked(row)) return 'all';
    else if (typed === '' && row.isNeeded && row.now === undefined) write('This one is needed.\n');
    else if (typed === '') return 'next';
    else {
      const reply = replyTo(row, typed);
      if (!('problem' in reply)) return reply;
      write(`${wrap(reply.problem, width)}\n`);
    }
  }
}

async function chooseByNumber<T>(choice: Choice<T>, lines: Lines, { write, width }: Screen): Promise<Reply<T>> {
  const { options, asides, now } = choice;
  const others = asides.filter((aside) => !isWay(aside));
  const names = [
    ...options.map(({ name, value }) => (now !== undefined && value === now ? `${name} (as it stands)` : name)),
    ...others.map((aside) => ASIDES[aside].name),
  ];
  write(names.map((name, i) => numbered(i + 1, name, width)).join(''));
  if (others.length < asides.length) write(`${wrap(waysInWords(asides), width, '  ')}\n`);
  for (;;) {
    write(`Number, 1 to ${names.length}: `);
    const typed = (await answer(lines, write, width)).trim();
    const aside = typed === '' ? undefined : asideTyped(typed, asides);
    if (aside) return { aside };
    const place = /^\d{1,3}$/.test(typed) ? Number(typed) - 1 : -1;
    const option = options[place];
    if (option) return { value: option.value };
    const other = others[place - options.length];
    if (other) return { aside: other };
    write(`${wrap(`That is not one of the numbers. Type a number from 1 to ${names.length}.`, width)}\n`);
  }
}

const numbered = (n: number, name: string, width: number): string =>
  `${labelled(String(n).padStart(3), name, 5, width, '')}\n`;

async function readLine<T>(line: Line<T>, lines: Lines, { write, width }: Screen): Promise<Reply<T>> {
  const { asides, now, read } = line;
  write(`${now === undefined ? '' : `${wrap(`Now: ${now}. Enter keeps it.`, width)}\n`}${hinted(asides, width)}`);
  for (;;) {
    write('> ');
    const typed = (await answer(lines, write, width)).trim() || (now ?? '');
    const aside = asideTyped(typed, asides);
    if (aside) return { aside };
    const reply = read(typed);
    if ('value' in reply) return reply;
    write(`${wrap(reply.problem, width)}\n`);
  }
}

const hinted = (asides: readonly Aside[], width: number): string =>
  asides.length > 0 ? `${hintFor(asides, width)}\n` : '';

async function readText(text: LongText, lines: Lines, { write, width }: Screen): Promise<Reply<string>> {
  const standing = text.now?.trim() ? text.now : undefined;
  write(`${wrap('Type as many lines as you need. A line with only a full stop ends the text.', width)}\n`);
  if (standing)
    write(`${wrap('What you type is added to the text. To write it anew, type `anew` on the first line.', width)}\n`);
  write(hinted(text.asides, width));
  const typed: string[] = [];
  for (;;) {
    write('> ');
    const line = await lines.next().catch(() => {
      throw new Stopped(typed.length > 0 ? written(standing, typed) : '');
    });
    const aside = typed.length === 0 && line.trim() !== '' ? asideTyped(line, text.asides) : undefined;
    if (aside) return { aside };
    if (line.trim() === '.') return { value: written(standing, typed) };
    typed.push(line);
    text.keep?.(written(standing, typed));
  }
}

/** What was typed below the text that stands there, or in its place. */
function written(standing: string | undefined, typed: readonly string[]): string {
  if (standing === undefined) return typed.join('\n');
  const [first = '', ...rest] = typed;
  if (first.trim().toLowerCase() === 'anew') return rest.join('\n');
  return [standing.trimEnd(), ...typed].join('\n');
}

async function tickByNumber(ticks: Ticks, lines: Lines, { write, width }: Screen): Promise<Ticked> {
  const { options, ticked, canGoBack = false } = ticks;
  const row = ({ value, name }: Ticks['options'][number], i: number): string =>
    numbered(i + 1, `${name}${ticked.includes(value) ? ' (ticked)' : ''}`, width);
  const back = canGoBack ? ` ${waysInWords(['back'])}` : '';
  const how = wrap(`Type the numbers with spaces between them, \`all\`, or 0 for none.${back}`, width);
  write(`${options.map(row).join('')}${how}\n`);
  for (;;) {
    write('> ');
    const typed = (await answer(lines, write, width)).trim().toLowerCase();
    if (canGoBack && typed === WAYS.back.key) return 'back';
    const places = typed === 'all' ? options.map((_, i) => i + 1) : typed.split(/[\s,;]+/).map(Number);
    const fits = typed !== '' && places.every((n) => Number.isInteger(n) && n >= 0 && n <= options.length);
    if (fits) return options.filter((_, i) => places.includes(i + 1)).map(({ value }) => value);
    write(`${wrap(`Type numbers from 1 to ${options.length}, \`all\`, or 0 for none.`, width)}\n`);
  }
}
