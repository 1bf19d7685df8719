import type { Titles } from '../../report/words/titles.ts';
import { harmless, wrap } from '../../report/words/wrap.ts';
import type { Ask, Prompter, Reply } from '../prompters/prompter.ts';
import type { Catalogue } from './catalogue.ts';
import type { Session } from './session.ts';

/** What every question of the interview has at hand. */
export interface InterviewContext {
  readonly session: Session;
  readonly prompter: Prompter;
  readonly items: Catalogue;
  readonly titles: Titles;
  readonly width: number;
  /** Opens a text in the worker's own editor, where there is one. */
  readonly edit?: ((text: string) => string) | undefined;
  /** Whether one can go back from the present question. */
  readonly canGoBack: boolean;
}

/** How the asking of one item ended. */
export type Ended = 'answered' | 'back';

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
  context: InterviewContext,
  why: string,
  ask: () => Promise<Reply<T>>,
): Promise<Reply<T>> {
  for (;;) {
    const reply = await ask();
    if (!('aside' in reply) || reply.aside !== 'why') return reply;
    context.prompter.say(why);
  }
}

/** The other ways of replying to the first question of an item. */
export const waysOut = ({ canGoBack }: InterviewContext, ...ways: Ask['asides']): Ask['asides'] => [
  ...ways,
  'why',
  ...(canGoBack ? (['back'] as const) : []),
];
