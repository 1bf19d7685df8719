import { CASE_SHAPE } from '../case/file/case-shape.built.ts';
import type { Rulebook } from '../policy/folder/rulebook.ts';
import type { Shape } from '../yaml/shape.ts';
import { namesIn } from './filter.ts';

/** The keys of a shape, however deep. */
function keysIn(shape: Shape): string[] {
  switch (shape.is) {
    case 'group':
      return [...Object.keys(shape.keys), ...Object.values(shape.keys).flatMap(keysIn)];
    case 'any':
      return shape.of.flatMap(keysIn);
    case 'list':
    case 'map':
      return keysIn(shape.of);
    default:
      return [];
  }
}

const known = new WeakMap<Rulebook, ReadonlySet<string>>();

/** Tells of a key whether a case file, its facts or its packs know it: another may be a word that slipped out of its place. */
export function keysKnownTo(book: Rulebook): (key: string) => boolean {
  let found = known.get(book);
  if (!found) known.set(book, (found = keysOf(book)));
  const keys = found;
  return (key) => keys.has(key);
}

function keysOf({ packs, scope }: Rulebook): Set<string> {
  const facts = [...scope.facts.keys()].flatMap((id) => id.split('.'));
  return new Set([...keysIn(CASE_SHAPE), ...facts, ...scope.analyses.keys(), ...namesIn(packs)]);
}
