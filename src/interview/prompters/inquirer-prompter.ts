import { checkbox, input, Separator, select } from '@inquirer/prompts';
import { harmless, wrap } from '../../report/words/wrap.ts';
import {
  ASIDES,
  type Ask,
  asideTyped,
  type Choice,
  hintFor,
  type Line,
  type LongText,
  type Prompter,
  questionText,
  type Reply,
  Stopped,
  type Ticks,
} from './prompter.ts';
import { textPrompt } from './text-prompt.ts';

/** Signs that every terminal can show. */
const THEME = {
  prefix: { idle: '?', done: '-' },
  icon: { cursor: '>', checked: '[x]', unchecked: '[ ]', disabledChecked: '[x]', disabledUnchecked: '[ ]' },
};
const YOURS = 'Your answer:';
const quietly = (tip: string) => ({ ...THEME, style: { keysHelpTip: () => tip } });

type Write = (text: string) => void;

/** Questions as menus and lines in a terminal. */
export function inquirerPrompter(write: Write, width: number): Prompter {
  const put = (ask: Pick<Ask, 'question' | 'beside'>): void => write(`${questionText(ask, width)}\n`);
  return {
    say: (text) => write(`${text}\n`),
    choose: (choice) => {
      put(choice);
      return orStopped(chooseInMenu(choice, width));
    },
    line: (line) => {
      put(line);
      return orStopped(readLine(line, write, width));
    },
    text: (text) => {
      put(text);
      return readText(text, write, width);
    },
    tick: (ticks) => {
      put(ticks);
      return orStopped(tickInList(ticks));
    },
    close: () => undefined,
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

async function chooseInMenu<T>({ options, asides, now }: Choice<T>, width: number): Promise<Reply<T>> {
  const room = width - YOURS.length - 4;
  const short = (name: string): string => (name.length > room ? `${name.slice(0, room - 3)}...` : name);
  const answers = options.map(({ value, name }) => ({ name, short: short(name), value: { value } as Reply<T> }));
  const others = asides.map((aside) => ({ name: ASIDES[aside].name, value: { aside } as Reply<T> }));
  const standing = answers[options.findIndex(({ value }) => now !== undefined && value === now)];
  const choices = others.length > 0 ? [...answers, new Separator('--'), ...others] : answers;
  return await select<Reply<T>>({
    message: YOURS,
    choices,
    loop: false,
    pageSize: 14,
    theme: quietly('Arrow keys, then Enter'),
    ...(standing && { default: standing.value as never }),
  });
}

async function readLine<T>({ asides, now, read }: Line<T>, write: Write, width: number): Promise<Reply<T>> {
  if (asides.length > 0) write(`${hintFor(asides, width)}\n`);
  const reply = (typed: string): Reply<T> | string => {
    const aside = asideTyped(typed, asides);
    if (aside) return { aside };
    const result = read(typed.trim());
    return 'problem' in result ? result.problem : result;
  };
  const check = (typed: string): true | string => {
    const result = reply(typed);
    return typeof result === 'string' ? result : true;
  };
  const typed = await input({
    message: YOURS,
    validate: check,
    ...(now !== undefined && { default: now, prefill: 'editable' as const }),
    theme: THEME,
  });
  return reply(typed) as Reply<T>;
}

async function readText({ asides, now }: LongText, write: Write, width: number): Promise<Reply<string>> {
  let draft = harmless(now ?? '');
  write(`${wrap('Enter begins a new line. To finish, a line with only a full stop.', width, '  ')}\n`);
  if (asides.length > 0) write(`${hintFor(asides, width)}\n`);
  const keep = (text: string): void => void (draft = text);
  try {
    const typed = await textPrompt({ message: YOURS, now: draft, keep });
    const aside = typed.trim() === '' ? undefined : asideTyped(typed, asides);
    return aside ? { aside } : { value: typed };
  } catch (error) {
    throw hasLeft(error) ? new Stopped(draft) : error;
  }
}

async function tickInList({ options, ticked }: Ticks): Promise<readonly string[]> {
  return await checkbox({
    message: YOURS,
    choices: options.map((option) => ({ ...option, checked: ticked.includes(option.value) })),
    loop: false,
    pageSize: 14,
    theme: {
      ...THEME,
      style: {
        keysHelpTip: () => 'Space to tick, then Enter',
        renderSelectedChoices: (ticked: readonly unknown[]) => `${ticked.length} of ${options.length} ticked`,
      },
    },
  });
}
