import type { Diagnostic } from '../../messages/diagnostic.ts';
import { conditionsOf, type Owner } from '../pack/conditions.ts';
import { type Assumption, type Pack, type Question, questionOf, type Term, termOf } from '../pack/pack.ts';
import { subconditionsOf } from '../pack/subconditions.ts';
import { error } from './check-names.ts';

/** Terms and questions that are defined through themselves, and assumptions that rest on an outcome. */
export function checkCycles(pack: Pack): Diagnostic[] {
  const uses = usesOf(pack);
  const circles = [...uses.keys()].flatMap((start) => (start.what === 'assumption' ? [] : circleFrom(start, uses)));
  const resting = pack.impossible.flatMap((assumption) => {
    const question = reached(assumption, uses).find(({ what }) => what === 'question');
    if (!question) return [];
    const says = `What is impossible must be said in facts: this leans on the outcome of \`${question.id}\`.`;
    return [error('impossible_by_outcome', says, [...assumption.path, 'when'])];
  });
  return [...circles, ...resting];
}

/** What other parts of a pack can be defined through. */
type Defined = Term | Question;
type User = Defined | Assumption;
type Uses = ReadonlyMap<User, ReadonlySet<Defined>>;

/** Which terms and questions each term, question and assumption is defined through. */
function usesOf(pack: Pack): Uses {
  const uses = new Map<User, Set<Defined>>();
  for (const { owner, condition } of conditionsOf(pack)) {
    const user = userOf(owner, pack);
    if (!user) continue;
    const used = uses.get(user) ?? new Set();
    uses.set(user, used);
    for (const { condition: part } of subconditionsOf(condition)) {
      if (part.kind === 'term') used.add(termOf(pack, part.term));
      if (part.kind === 'outcome') used.add(questionOf(pack, part.question));
    }
  }
  return uses;
}

/** A rule or a decider defines its question; nothing can be defined through a requirement, an indicator or a contradiction. */
function userOf(owner: Owner, pack: Pack): User | undefined {
  if (owner.what === 'rule' || owner.what === 'decider') return questionOf(pack, owner.question);
  const isEnd = owner.what === 'requirement' || owner.what === 'indicator' || owner.what === 'contradiction';
  return isEnd ? undefined : owner;
}

/** A circle is told once, at whichever of its members comes first by name. */
function circleFrom(start: Defined, uses: Uses): Diagnostic[] {
  const way = wayBack(start, start, uses, new Set());
  if (!way || way.some((other) => orderOf(other) < orderOf(start))) return [];
  const shown = [...way, start].map(({ id }) => `\`${id}\``).join(' → ');
  const says = `The ${start.what} \`${start.id}\` is defined through itself (${shown}): a definition must come down to facts.`;
  return [error('circular_definition', says, start.path, 'key')];
}

const orderOf = ({ what, id }: Defined): string => `${what} ${id}`;

function wayBack(from: Defined, to: Defined, uses: Uses, seen: Set<Defined>): Defined[] | undefined {
  for (const next of uses.get(from) ?? []) {
    if (next === to) return [from];
    if (seen.has(next)) continue;
    seen.add(next);
    const rest = wayBack(next, to, uses, seen);
    if (rest) return [from, ...rest];
  }
  return undefined;
}

function reached(from: User, uses: Uses, seen = new Set<Defined>()): Defined[] {
  for (const next of uses.get(from) ?? []) {
    if (seen.has(next)) continue;
    seen.add(next);
    reached(next, uses, seen);
  }
  return [...seen];
}
