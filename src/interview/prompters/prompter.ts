import { harmless, wrap } from '../../report/words/wrap.ts';

/** Ways to reply to a question other than to answer it. */
export type Aside = 'not_known' | 'disputed' | 'not_yet' | 'editor' | 'later' | 'skip' | 'why' | 'back' | 'list';

/** What came back: an answer, or another way. Every question takes `later`: nothing is changed by it. */
export type Reply<T> = { readonly value: T } | { readonly aside: Aside };

/** The answer that a typed line stands for, or a sentence on what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly problem: string };

/** A question as it is put to a person. */
export interface Ask {
  /** What it is about, as a place in the case file: scripted answers are found by it. */
  readonly key: string;
  readonly question: string;
  /** What stands beside the question: what counts, the clause. */
  readonly beside?: readonly string[];
  readonly asides: readonly Aside[];
}

export interface Option<T> {
  readonly value: T;
  readonly name: string;
  /** The key that chooses it in a form, where that is not its number. */
  readonly letter?: string;
}

export interface Choice<T> extends Ask {
  readonly options: readonly Option<T>[];
  readonly now?: T | undefined;
}

export interface Line<T> extends Ask {
  readonly read: (typed: string) => Read<T>;
  readonly now?: string | undefined;
}

export interface LongText extends Ask {
  readonly now?: string | undefined;
  /** Told the text while it is typed. */
  readonly keep?: (text: string) => void;
  /** What stays in view beside a text that grows long, a line each. */
  readonly inView?: readonly string[];
}

export interface Ticks {
  readonly key: string;
  readonly question: string;
  readonly options: readonly Option<string>[];
  readonly ticked: readonly string[];
  /** Whether one can go back to the question before. */
  readonly canGoBack?: boolean;
}

/** The lines that are ticked, or the way back where there is one. */
export type Ticked = readonly string[] | 'back';

/** What a form can hold: an option, a date, a number, a name. */
export type Value = string | number;

/** One of several questions on one screen. Its answer goes into the case at once, and may change what is asked below. */
export interface Row extends Ask {
  readonly options?: readonly Option<Value>[];
  /** As many of many options are named, the usual ones; `why` lists them all. */
  readonly named?: number;
  readonly read?: (typed: string) => Read<Value>;
  /** How an answer is typed. */
  readonly hint?: string;
  /** The answer that stands, in words. */
  readonly now?: string | undefined;
  /** Whether it was left open earlier: it is asked again. */
  readonly isLeft?: boolean;
  /** The answer as it would be typed, to be changed. */
  readonly typed?: string | undefined;
  /** What stands in the box before a question that is answered with yes or no. */
  readonly mark?: string;
  /** Set in below the question that it belongs to. */
  readonly isPart?: boolean;
  /** Without an answer the form cannot be left. */
  readonly isNeeded?: boolean;
  /** How far it counts among the answers of the form: a choice beside the answer not at all, one with its answer still to come as open. */
  readonly counts?: 'beside' | 'open';
  /** Takes an answer; `skip` takes back the one that stands. */
  readonly take: (reply: Reply<Value>) => void;
  /** Why it is asked. */
  readonly why?: () => string;
}

/** Questions of one subject, on one screen. */
export interface Form {
  readonly title: string;
  /** The questions as they are after the answers so far. */
  readonly rows: () => readonly Row[];
  /** A key that ticks every question at once, and what it says. */
  readonly all?: string;
  /** Whether it is looked through again: else what is answered already is passed over. */
  readonly isAgain?: boolean;
  /** Ways to leave it other than to go on. */
  readonly asides: readonly Way[];
}

export type Way = Extract<Aside, 'why' | 'back' | 'list'>;

/** The ways that a key of their own takes, in every question. */
export const WAYS: Readonly<Record<Way, { readonly key: string; readonly says: string }>> = {
  why: { key: '?', says: 'why this is asked' },
  back: { key: '<', says: 'back' },
  list: { key: '>', says: 'list of sections' },
};

export const isWay = (aside: Aside): aside is Way => aside in WAYS;

/** The keys for these ways, in words: `?: why this is asked, <: back`. */
export const waysInWords = (asides: readonly Aside[]): string =>
  asides
    .filter(isWay)
    .map((way) => `${WAYS[way].key}: ${WAYS[way].says}`)
    .join(', ');

/** The one way in which the interview meets a person, or a script in the place of one. */
export interface Prompter {
  /** Whether each text comes with its own author and day, as answers from a file do; else they are asked once in a sitting. */
  readonly signsEach?: boolean;
  readonly say: (text: string) => void;
  readonly choose: <T>(choice: Choice<T>) => Promise<Reply<T>>;
  readonly line: <T>(line: Line<T>) => Promise<Reply<T>>;
  readonly text: (text: LongText) => Promise<Reply<string>>;
  readonly tick: (ticks: Ticks) => Promise<Ticked>;
  /** Several questions on one screen; gives how the screen was left. */
  readonly form: (form: Form) => Promise<Left>;
  readonly close: () => void;
}

export type Left = 'done' | 'back' | 'list';

/** Thrown when the person leaves: Ctrl-C, a closed terminal, or the end of the input. */
export class Stopped extends Error {
  /** @param draft text typed so far and not yet handed in */
  constructor(readonly draft?: string) {
    super('stopped');
  }
}

/** How each other way is offered, and the words that choose it where one types. */
export const ASIDES: Readonly<Record<Aside, { readonly name: string; readonly words: readonly string[] }>> = {
  not_known: {
    name: 'Not yet known',
    words: ['not known', 'not yet known', 'unknown', "don't know", 'dont know', 'nk'],
  },
  disputed: { name: 'People say different things', words: ['disputed'] },
  not_yet: { name: 'It has not happened, and no day is fixed', words: ['not yet', 'none'] },
  editor: { name: 'Write it in your own editor', words: ['editor'] },
  later: { name: 'Leave this for later', words: ['later'] },
  skip: { name: 'Leave this out', words: ['', 'skip'] },
  why: { name: 'Why am I asked this?', words: ['?', 'why'] },
  back: { name: 'Go back', words: ['back', '<'] },
  list: { name: 'See the list of sections', words: ['list', '>'] },
};

/** The other way that a typed line asks for, among those allowed. */
export function asideTyped(typed: string, asides: readonly Aside[]): Aside | undefined {
  const word = typed.trim().toLowerCase();
  return asides.find((aside) => ASIDES[aside].words.includes(word));
}

const TYPED: Readonly<Record<Aside, string>> = {
  not_known: '`not known`',
  disputed: '`disputed` where accounts differ',
  not_yet: '`not yet` where no day is fixed',
  editor: '`editor` to write in your own editor',
  later: '`later`',
  skip: 'Enter to leave it out',
  why: '`?` for why it is asked',
  back: '`<` to go back',
  list: '`>` for the list of sections',
};

/** A line that says what else may be typed. */
export const hintFor = (asides: readonly Aside[], width: number): string =>
  asides.length === 0 ? '' : wrap(`Or: ${asides.map((aside) => TYPED[aside]).join(', ')}.`, width, '  ');

/** A question and what stands beside it, wrapped. */
export function questionText({ question, beside = [] }: Pick<Ask, 'question' | 'beside'>, width: number): string {
  return [wrap(harmless(question), width), ...beside.map((line) => hanging(harmless(line), width))].join('\n');
}

/** A line set in by two; one that begins with a dash keeps its text in one column. */
export function hanging(line: string, width: number): string {
  if (!line.startsWith('- ')) return wrap(line, width, '  ');
  return wrap(line.slice(2), width, '    ').replace(/^ {4}/, '  - ');
}
