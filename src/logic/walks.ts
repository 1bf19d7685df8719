import { ALL, type Diagram, isLeaf, type Known, type LeafValue } from './diagram.ts';

/** Whether every end passes that remains possible, whatever the unknown variables turn out to be; stops at the first that does not. */
export function everyEnd(d: Diagram, known: Known, passes: (end: LeafValue) => boolean): boolean {
  let seen: Set<Diagram> | undefined;
  const walk = (start: Diagram): boolean => {
    let node = start;
    for (;;) {
      if (isLeaf(node)) return passes(node.leaf);
      const mask = (known[node.variable] ?? ALL) & ((1 << node.children.length) - 1);
      if (mask & (mask - 1)) break;
      node = node.children[31 - Math.clz32(mask)] as Diagram;
    }
    seen ??= new Set();
    if (seen.has(node)) return true;
    seen.add(node);
    const mask = known[node.variable] ?? ALL;
    const { children } = node;
    for (let region = 0; region < children.length; region++)
      if (mask & (1 << region) && !walk(children[region] as Diagram)) return false;
    return true;
  };
  return walk(d);
}

/** The ends that remain possible, but for one that counts for nothing. */
export function outcomes(d: Diagram, known: Known, ignored?: LeafValue): Set<LeafValue> {
  const found = new Set<LeafValue>();
  everyEnd(d, known, (end) => end === ignored || found.add(end) !== undefined);
  return found;
}

/** The one end to which what is known leads without a fork; undefined where it forks, though all ways may end alike. */
export function straight(d: Diagram, known: Known): LeafValue | undefined {
  let node = d;
  while (!isLeaf(node)) {
    const mask = (known[node.variable] ?? ALL) & ((1 << node.children.length) - 1);
    if (mask & (mask - 1)) return undefined;
    node = node.children[31 - Math.clz32(mask)] as Diagram;
  }
  return node.leaf;
}

/** True or false where every completion of what is known agrees, undefined where they differ. */
export function truth(d: Diagram, known: Known, ignored?: LeafValue): boolean | undefined {
  let first: LeafValue | undefined;
  const agree = everyEnd(d, known, (end) => {
    if (end === ignored) return true;
    first ??= end;
    return end === first;
  });
  return agree && first !== undefined ? first === true : undefined;
}

const supports = new WeakMap<Diagram, readonly number[]>();

/** The variables that a diagram truly depends on, in the order of the diagram. */
export function support(d: Diagram): readonly number[] {
  let found = supports.get(d);
  if (!found) supports.set(d, (found = variablesOf(d)));
  return found;
}

function variablesOf(d: Diagram): number[] {
  const variables = new Set<number>();
  const seen = new Set<Diagram>();
  const walk = (node: Diagram): void => {
    if (isLeaf(node) || seen.has(node)) return;
    seen.add(node);
    variables.add(node.variable);
    node.children.forEach(walk);
  };
  walk(d);
  return [...variables].sort((a, b) => a - b);
}

/** How many nodes a diagram has. */
export function size(d: Diagram): number {
  const seen = new Set<Diagram>();
  const walk = (node: Diagram): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (!isLeaf(node)) node.children.forEach(walk);
  };
  walk(d);
  return seen.size;
}

/** A choice of regions, by variable. */
export type Witness = ReadonlyMap<number, number>;

/** The shortest way to an end that is wanted: fewest variables fixed; undefined where there is none. */
export function shortest(d: Diagram, wanted: (value: LeafValue) => boolean): Witness | undefined {
  const best = new Map<Diagram, Witness | undefined>();
  const walk = (node: Diagram): Witness | undefined => {
    if (isLeaf(node)) return wanted(node.leaf) ? new Map() : undefined;
    if (best.has(node)) return best.get(node);
    let found: Witness | undefined;
    node.children.forEach((child, region) => {
      const rest = walk(child);
      if (rest && (!found || rest.size + 1 < found.size)) found = new Map([[node.variable, region], ...rest]);
    });
    best.set(node, found);
    return found;
  };
  return walk(d);
}
