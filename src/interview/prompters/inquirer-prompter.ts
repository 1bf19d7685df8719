import type { ReadStream } from 'node:tty';
import { harmless, wrap } from '../../report/words/wrap.ts';
import { formPrompt } from './form-prompt.ts';
import { Leaving } from './leaving.ts';
import { linePrompt } from './line-prompt.ts';
import type { OnInterrupt } from './lines.ts';
import { menuPrompt, type Row, SIGN } from './menu-prompt.ts';
import { MARK_NO_PASTES, MARK_PASTES } from './paste.ts';
import {
  ASIDES,
  type Aside,
  type Ask,
  asideTyped,
  type Choice,
  hintFor,
  isWay,
  type Line,
  type LongText,
  type Prompter,
  questionText,
  type Read,
  type Reply,
  Stopped,
  type Ticked,
  type Ticks,
} from './prompter.ts';
import { textPrompt } from './text-prompt.ts';
import { BOX, tickPrompt } from './tick-prompt.ts';

const YOURS = 'Your answer:';

/** What stands before an error. */
const ERROR = '  ';

/** As many words of a name as there is room for. */
function inRoom(name: string, room: number): string {
  if (name.length <= room) return name;
  const start = name.slice(0, room - 3);
  return `${start.slice(0, start.lastIndexOf(' ') + 1).trimEnd() || start}...`;
}

/** The terminal at which the questions are put. */
interface Terminal {
  readonly out: (text: string) => void;
  readonly input: ReadStream;
  readonly onInterrupt: OnInterrupt;
}

/** What every question needs to be put. */
interface Place {
  readonly write: (text: string) => void;
  readonly width: number;
  /** Ends the question where the person leaves. */
  readonly ending: { readonly signal: AbortSignal; readonly input: ReadStream };
}

/** Questions as menus and lines in a terminal. */
export function inquirerPrompter({ out: write, input, onInterrupt }: Terminal, width: number): Prompter {
  const leaving = new Leaving(input, onInterrupt);
  const place = { write, width, ending: { signal: leaving.signal, input } };
  const put = (ask: Pick<Ask, 'question' | 'beside'>): void => write(`${MARK_PASTES}${questionText(ask, width)}\n`);
  /** What is said while a form stands: it is shown within the form, and stays on the screen after it. */
  let within: string[] | undefined;
  return {
    say: (text) => (within ? void within.push(text) : write(`${text}\n`)),
    form: async (form) => {
      const said: string[] = [];
      within = said;
      write(MARK_PASTES);
      const config = { form, width, notes: () => said };
      const end = await orStopped(formPrompt(config, place.ending)).finally(() => (within = undefined));
      for (const text of said) write(`${text}\n`);
      if ('threw' in end) throw end.threw;
      return end.left;
    },
    choose: (choice) => {
      put(choice);
      return orStopped(chooseInMenu(choice, place));
    },
    line: (line) => {
      put(line);
      return orStopped(readLine(line, place));
    },
    text: (text) => {
      put(text);
      return readText(text, place);
    },
    tick: (ticks) => {
      put(ticks);
      return orStopped(tickInList(ticks, place));
    },
    close: () => {
      write(MARK_NO_PASTES);
      leaving.close();
    },
  };
}

async function orStopped<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw hasLeft(error) ? new Stopped() : error;
  }
}

const hasLeft = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');

async function chooseInMenu<T>({ options, asides, now }: Choice<T>, { width, ending }: Place): Promise<Reply<T>> {
  const room = width - YOURS.length - 4;
  const row = (name: string): Row => ({ name: wrap(name, width - SIGN), short: inRoom(name, room) });
  const standing = options.findIndex(({ value }) => now !== undefined && value === now);
  const others = asides.filter((aside) => !isWay(aside));
  const rows = [...options.map(({ name }) => row(name)), ...others.map((aside) => row(ASIDES[aside].name))];
  const start = standing < 0 ? undefined : standing;
  const ways = asides.filter(isWay);
  const chosen = await menuPrompt({ message: YOURS, rows, others: options.length, start, ways }, ending);
  if (typeof chosen === 'string') return { aside: chosen };
  const option = options[chosen];
  return option ? { value: option.value } : { aside: others[chosen - options.length] as Aside };
}

async function readLine<T>({ asides, now, read }: Line<T>, { write, width, ending }: Place): Promise<Reply<T>> {
  if (asides.length > 0) write(`${hintFor(asides, width)}\n`);
  const reply = (typed: string): Read<T> | Reply<T> => {
    const aside = asideTyped(typed, asides);
    return aside ? { aside } : read(typed.trim());
  };
  const problemOf = (typed: string): string | undefined => {
    const result = reply(typed);
    return 'problem' in result ? wrap(result.problem, width - ERROR.length).replaceAll('\n', `\n${ERROR}`) : undefined;
  };
  return reply(await linePrompt({ message: YOURS, offered: now, problemOf }, ending)) as Reply<T>;
}

async function readText(
  { asides, now, keep: keepTyped, inView = [] }: LongText,
  { write, width, ending }: Place,
): Promise<Reply<string>> {
  let draft = harmless(now ?? '');
  write(`${wrap('Enter begins a new line. To finish, a line with only a full stop.', width, '  ')}\n`);
  if (asides.length > 0) write(`${hintFor(asides, width)}\n`);
  const keep = (text: string): void => {
    if (text !== draft) keepTyped?.(text);
    draft = text;
  };
  try {
    const isAside = (line: string): boolean => line.trim() !== '' && asideTyped(line, asides) !== undefined;
    const typed = await textPrompt({ message: YOURS, now: draft, keep, isAside, width, inView }, ending);
    const aside = typed.trim() === '' ? undefined : asideTyped(typed, asides);
    return aside ? { aside } : { value: typed };
  } catch (error) {
    throw hasLeft(error) ? new Stopped(draft) : error;
  }
}

async function tickInList({ options, ticked, canGoBack = false }: Ticks, { width, ending }: Place): Promise<Ticked> {
  const names = options.map(({ name }) => wrap(name, width - BOX));
  const before = options.flatMap(({ value }, i) => (ticked.includes(value) ? [i] : []));
  const places = await tickPrompt({ message: YOURS, names, ticked: before, canGoBack }, ending);
  return places === 'back' ? places : options.flatMap(({ value }, i) => (places.includes(i) ? [value] : []));
}
