import type { Path, Remark } from '../../messages/diagnostic.ts';
import type { Condition } from '../pack/condition.ts';
import { partsOf } from '../pack/parts.ts';
import { error } from './check-names.ts';
import type { Draft } from './check-pack.ts';

/** Terms and questions that are defined through themselves, and assumptions that rest on an outcome. */
export function checkCycles({ pack, conditions }: Draft): Remark[] {
  const uses = usesOf(conditions);
  const circles = [...uses.keys()].flatMap((start) => circleFrom(start, uses));
  const resting = (pack.impossible ?? []).flatMap((_, i) => {
    const question = reached(`impossible.${i}`, uses).find((name) => name.startsWith('questions.'));
    const says = `What is impossible must be said in facts: this leans on the outcome of \`${question?.slice(10)}\`.`;
    return question ? [error('impossible_by_outcome', says, ['impossible', i, 'when'])] : [];
  });
  return [...circles, ...resting];
}

type Uses = ReadonlyMap<string, ReadonlySet<string>>;

/** Which terms and questions each term, question and assumption is defined through. */
function usesOf(conditions: ReadonlyMap<string, Condition>): Uses {
  const uses = new Map<string, Set<string>>();
  for (const [path, condition] of conditions) {
    const owner = path.split('.').slice(0, 2).join('.');
    if (!/^(terms|questions|impossible)\./.test(owner)) continue;
    const used = uses.get(owner) ?? new Set();
    uses.set(owner, used);
    for (const { condition: part } of partsOf(condition)) {
      if (part.kind === 'term') used.add(`terms.${part.term}`);
      if (part.kind === 'outcome') used.add(`questions.${part.question}`);
    }
  }
  return uses;
}

/** A circle is told once, at whichever of its members comes first by name. */
function circleFrom(start: string, uses: Uses): Remark[] {
  const way = wayBack(start, start, uses, new Set());
  if (!way || way.some((name) => name < start)) return [];
  const path: Path = start.split('.');
  const shown = [...way, start].map((name) => `\`${name.split('.')[1]}\``).join(' → ');
  const kind = path[0] === 'terms' ? 'term' : 'question';
  const says = `The ${kind} \`${path[1]}\` is defined through itself (${shown}): a definition must come down to facts.`;
  return [error('circular_definition', says, path, 'key')];
}

function wayBack(from: string, to: string, uses: Uses, seen: Set<string>): string[] | undefined {
  for (const next of uses.get(from) ?? []) {
    if (next === to) return [from];
    if (seen.has(next)) continue;
    seen.add(next);
    const rest = wayBack(next, to, uses, seen);
    if (rest) return [from, ...rest];
  }
  return undefined;
}

function reached(from: string, uses: Uses, seen = new Set<string>()): string[] {
  for (const next of uses.get(from) ?? []) {
    if (seen.has(next)) continue;
    seen.add(next);
    reached(next, uses, seen);
  }
  return [...seen];
}
