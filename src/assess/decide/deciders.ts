import { joined, type Safe, safe } from '../../messages/safe.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Decider } from '../../policy/pack/pack.ts';
import { inSentence } from '../case/act-words.ts';
import type { QuestionResult } from '../case/assessment.ts';

type Deciding = Pick<QuestionResult, 'compiled' | 'deciding'>;

/** Those that may decide on an outcome for what is known, in the order of the pack; the last of them surely does, or nobody. */
export function decidersLeft({ compiled, deciding }: Deciding, outcome: string | undefined): readonly Decider[] {
  const left: Decider[] = [];
  for (const [i, decider] of (compiled.question.decided_by ?? []).entries()) {
    const { outcomes } = decider;
    if (outcomes && (outcome === undefined || !outcomes.includes(outcome))) continue;
    if (deciding[i] === false) continue;
    left.push(decider);
    if (deciding[i] === true) break;
  }
  return left;
}

/** Whose decision an outcome of a question is, as a clause says; undefined where none does, or where that is not known. */
export function deciderOf(question: Deciding, outcome: string | undefined): Decider | undefined {
  const [first] = decidersLeft(question, outcome);
  const place = first && question.compiled.question.decided_by?.indexOf(first);
  return place !== undefined && question.deciding[place] === true ? first : undefined;
}

/** Roles, and how many of them have to agree. */
interface Several {
  readonly who: readonly string[];
  readonly needs?: Decider['needs'];
}

/** How many of its roles have to agree. */
export const neededOf = ({ who, needs = 1 }: Several): number => (needs === 'all' ? who.length : needs);

/** `the Head of Service or the team manager`, `at least two of …`, `A, B and C together`. */
export function decidersInWords(decider: Several, title: (role: string) => Safe): Safe {
  const roles = decider.who.map((role) => safe`the ${inSentence(title(role))}`);
  const last = roles.at(-1) ?? safe``;
  const and = roles.length < 2 ? last : safe`${joined(roles.slice(0, -1))} and ${last}`;
  const needed = neededOf(decider);
  if (needed === 1) return joined(roles, safe` or `);
  return needed === roles.length ? safe`${and} together` : safe`at least ${needed} of ${and}`;
}

/** The same by the titles of a pack. */
export const titled = (
  decider: Several,
  pack: CompiledPack,
  title: (role: string, pack: CompiledPack) => string,
): Safe => decidersInWords(decider, (role) => title(role, pack) as Safe);
