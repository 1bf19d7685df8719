import { yesNo } from '../ask/row-parts.ts';
import type { Row } from '../prompters/prompter.ts';
import { namesOf } from './together.ts';

/** For which children an answer is given: nobody is ticked until a key ticks them. */
export interface ForWhom<T extends { readonly name: string }> {
  readonly key: string;
  readonly question: string;
  readonly beside?: readonly string[];
  readonly why?: Row['why'];
  readonly children: readonly T[];
  /** What was said of each child so far. */
  readonly said: Map<T, boolean>;
  /** Questions whose children are ticked one by one. */
  readonly opened: Set<string>;
  /** Whether a tick only chooses whom an answer is for, which is asked below; else the tick is the answer. */
  readonly isChoice?: boolean;
  /** What the key for nobody says. */
  readonly none?: string;
  /** A child was ticked, or is not ticked any more. */
  readonly tick: (child: T, isTicked: boolean) => void;
}

/** The children who are ticked, in their order. */
export const tickedOf = <T extends { readonly name: string }>({
  children,
  said,
}: Pick<ForWhom<T>, 'children' | 'said'>): T[] => children.filter((child) => said.get(child));

/** One key for all the children, or one by one. */
export function forWhomRows<T extends { readonly name: string }>(whom: ForWhom<T>): Row[] {
  const { key, question, beside = [], why, children, said, opened, none = 'none of them', isChoice } = whom;
  const say = (child: T, isTicked: boolean | undefined): void => {
    const was = said.get(child) === true;
    if (isTicked === undefined) said.delete(child);
    else said.set(child, isTicked);
    if (was !== (isTicked === true)) whom.tick(child, isTicked === true);
  };
  const main: Row = {
    key: `${key}.for`,
    question: isChoice ? `${question} ${FOR_WHOM}` : question,
    beside: [...beside, `The children: ${namesOf(children)}.`],
    options: [
      { value: 'all', name: children.length === 2 ? 'both of them' : 'all of them', letter: 'a' },
      { value: 'some', name: 'one by one', letter: 'o' },
      { value: 'none', name: none, letter: 'n' },
    ],
    asides: [],
    ...(why && { why }),
    now: inWords(whom),
    ...(isChoice && { counts: tickedOf(whom).length > 0 ? 'beside' : 'open' }),
    take: (reply) => {
      const value = 'value' in reply ? reply.value : undefined;
      opened.delete(key);
      if (value === 'some') opened.add(key);
      else for (const child of children) say(child, value === undefined ? undefined : value === 'all');
    },
  };
  if (!opened.has(key)) return [main];
  return [main, ...children.map((child) => childRow(child, whom, (isTicked) => say(child, isTicked)))];
}

/** Asks for the children apart from what is asked about them. */
const FOR_WHOM = 'For which children do you answer this?';

function childRow<T extends { readonly name: string }>(
  child: T,
  { key, said }: ForWhom<T>,
  say: (isTicked: boolean | undefined) => void,
): Row {
  const is = said.get(child);
  return {
    key: `${key}.for.${child.name}`,
    question: child.name,
    isPart: true,
    options: yesNo('yes', 'no', ['tick this child', 'leave this child out']),
    asides: [],
    now: is === undefined ? undefined : is ? 'ticked' : 'left out',
    // A box of yes and no would read as the answer for the child
    mark: is ? 'x' : ' ',
    counts: 'beside',
    take: (reply) => say('value' in reply ? reply.value === 'yes' : undefined),
  };
}

function inWords<T extends { readonly name: string }>(whom: ForWhom<T>): string | undefined {
  const ticked = tickedOf(whom);
  if (ticked.length > 0) return namesOf(ticked);
  return whom.said.size === whom.children.length ? 'none of them' : undefined;
}
