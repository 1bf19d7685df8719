import type { Titles } from '../../report/words/titles.ts';
import { harmless, wrap } from '../../report/words/wrap.ts';
import type { Catalogue } from '../agenda/catalogue.ts';
import type { Item } from '../agenda/item.ts';
import { whyAsked } from '../agenda/why.ts';
import type { Aside, Ask, Prompter, Reply } from '../prompters/prompter.ts';
import type { BesideReturns } from '../returns/beside-returns.ts';
import type { Session } from './session.ts';

/** Texts that are written outside the case file: each is kept beside it until it is in it. */
export interface Drafts {
  /** Opens a text in the worker's own editor, where there is one, and gives it back changed. */
  readonly edit?: ((key: string, text: string) => string) | undefined;
  /** Keeps a text that is not in the case file. */
  readonly keep: (key: string, text: string) => void;
  /** Texts that were kept by an earlier sitting, or that it left in the editor. */
  readonly left: () => readonly Draft[];
  /** Takes a text away that is in the case file now, or is not wanted. */
  readonly drop: (key: string) => void;
}

export interface Draft {
  /** What the text is for. */
  readonly key: string;
  readonly text: string;
  /** Where it is kept. */
  readonly path: string;
}

/** What every question of the interview has at hand. */
export interface InterviewContext {
  readonly session: Session;
  readonly prompter: Prompter;
  readonly items: Catalogue;
  readonly titles: Titles;
  readonly width: number;
  readonly drafts?: Drafts | undefined;
  /** What is happening, where it was named before anything is asked. */
  readonly occasions?: readonly string[] | undefined;
  /** The child whose case it is, where a family is asked about. */
  readonly child?: ChildOfFamily | undefined;
  /** Returns that the case file is compared with. */
  readonly returns?: BesideReturns | undefined;
  /** Whether one can go back from the present question. */
  readonly canGoBack: boolean;
}

/** A child among the children of a family, as every screen names it. */
export interface ChildOfFamily {
  /** The reference of the case. */
  readonly name: string;
  /** What the others were asked already, and this child with them: it is not asked again. */
  readonly asked: Set<string>;
  /** What does not fit together in the file, and was there before the sitting or is left so. */
  readonly kept: Set<string>;
}

/** How the asking of one item ended. */
export type Ended = 'answered' | 'back' | 'list';

/** Says a paragraph, wrapped to the width of the terminal. */
export function say(
  { prompter, width }: Pick<InterviewContext, 'prompter' | 'width'>,
  text: string,
  indent = '',
): void {
  prompter.say(wrap(harmless(text), width, indent));
}

/** Asks until there is an answer other than "why am I asked this?", which is explained and asked again. */
export async function explained<T>(
  item: Item,
  context: InterviewContext,
  ask: () => Promise<Reply<T>>,
): Promise<Reply<T>> {
  for (;;) {
    const reply = await ask();
    if (!('aside' in reply) || reply.aside !== 'why') return reply;
    context.prompter.say(whyAsked(item, context.session.view, context.width));
  }
}

/** How the asking ended, where the first question was not answered. */
export const endedBy = (aside: Aside): Ended => (aside === 'back' || aside === 'list' ? aside : 'answered');

/** The other ways of replying to the first question of an item. */
export const waysOut = ({ canGoBack }: InterviewContext, ...ways: Ask['asides']): Ask['asides'] => [
  ...ways,
  'why',
  ...(canGoBack ? (['back'] as const) : []),
  'list',
];
