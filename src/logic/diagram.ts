import { UserError } from '../messages/errors.ts';

/** What a diagram can end in: a truth value for a condition, an outcome for a question. */
export type LeafValue = boolean | string;

/** The end of every path on which a value holds. */
export interface Leaf {
  readonly id: number;
  readonly leaf: LeafValue;
}

/** Asks one variable; `children[r]` is what remains when the variable lies in its region `r`. */
export interface Branch {
  readonly id: number;
  readonly variable: number;
  readonly children: readonly Diagram[];
}

/** A reduced, ordered decision diagram. Two diagrams of one `Diagrams` mean the same only if they are the same object. */
export type Diagram = Leaf | Branch;

/** A node as it is taken down: an end, or a variable and the places of its children. */
export type NodeText = LeafValue | readonly number[];

const keyOf = (variable: number, children: readonly Diagram[]): string =>
  `${variable}:${children.map((child) => child.id).join()}`;

export const isLeaf = (d: Diagram): d is Leaf => 'leaf' in d;

/** Thrown when a pack's decision space needs more branches or work than the limit: nothing is claimed about such a pack. */
export class TooManyNodes extends UserError {
  constructor(limit: number, of: 'branches' | 'steps' = 'branches') {
    super(
      `The decision space needs more than ${limit} ${of}. Split the pack, or let fewer facts be tested in one condition.`,
    );
  }
}

/** Steps of work that are allowed for each branch of the limit: the largest shipped pack takes half of them. */
const STEPS_A_BRANCH = 10;

/**
 * Builds and combines diagrams over variables with finitely many regions.
 * Every operation rests on `choose`; every node exists once, so equality of meaning is `===`.
 */
export class Diagrams {
  readonly #leaves = new Map<LeafValue, Leaf>();
  readonly #branches = new Map<string, Branch>();
  /** Branches that were taken down, and that nobody has looked for yet. */
  #revived: Branch[] = [];
  readonly #chosen = new Map<string, Diagram>();
  readonly yes: Leaf;
  readonly no: Leaf;
  #ids = 0;
  #held = 0;
  #steps = 0;
  /** What is forgotten again, while something is worked out aside. */
  #passing: { readonly branches: Map<string, Branch>; readonly chosen: Map<string, Diagram> } | undefined;

  /** @param limit how many branches all nodes together may have before `TooManyNodes` is thrown */
  constructor(readonly limit = 300_000) {
    this.yes = this.leaf(true);
    this.no = this.leaf(false);
  }

  leaf(value: LeafValue): Leaf {
    let found = this.#leaves.get(value);
    if (!found) this.#leaves.set(value, (found = { id: this.#ids++, leaf: value }));
    return found;
  }

  branch(variable: number, children: readonly Diagram[]): Diagram {
    const first = children[0] as Diagram;
    if (children.every((child) => child === first)) return first;
    if (this.#revived.length > 0) this.#makeFindable();
    const key = keyOf(variable, children);
    const found = this.#branches.get(key) ?? this.#passing?.branches.get(key);
    if (found) return found;
    this.#held += children.length;
    if (this.#held > this.limit) throw new TooManyNodes(this.limit);
    const made = { id: this.#ids++, variable, children };
    (this.#passing?.branches ?? this.#branches).set(key, made);
    return made;
  }

  /** Nodes that were taken down, each once and after its children. @throws where one has a child that is not there */
  revive(nodes: readonly NodeText[]): Diagram[] {
    const built: Diagram[] = [];
    const at = (place: number): Diagram => {
      const found = built[place];
      if (!found) throw new Error(`this diagram has nothing at ${place}`);
      return found;
    };
    for (const node of nodes)
      built.push(typeof node === 'object' ? this.#revive(node[0] as number, node.slice(1).map(at)) : this.leaf(node));
    return built;
  }

  #revive(variable: number, children: readonly Diagram[]): Branch {
    this.#held += children.length;
    const made = { id: this.#ids++, variable, children };
    this.#revived.push(made);
    return made;
  }

  #makeFindable(): void {
    for (const one of this.#revived) this.#branches.set(keyOf(one.variable, one.children), one);
    this.#revived = [];
  }

  /** Works out something whose diagrams nobody keeps, such as for one case of thousands: they count for nothing. */
  aside<T>(act: () => T): T {
    if (this.#passing) return act();
    const [held, steps] = [this.#held, this.#steps];
    this.#passing = { branches: new Map(), chosen: new Map() };
    try {
      return act();
    } finally {
      this.#passing = undefined;
      this.#held = held;
      this.#steps = steps;
    }
  }

  /** What is worked out once for one key, which must name everything that it is worked out from. */
  once(key: string, make: () => Diagram): Diagram {
    const found = this.#chosen.get(key) ?? this.#passing?.chosen.get(key);
    if (found) return found;
    const made = make();
    (this.#passing?.chosen ?? this.#chosen).set(key, made);
    return made;
  }

  /** Counts the work on the children of a node; a small diagram can take long to work out. */
  #step(children: readonly Diagram[]): void {
    this.#steps += children.length;
    const most = this.limit * STEPS_A_BRANCH;
    if (this.#steps > most) throw new TooManyNodes(most, 'steps');
  }

  /** True where the variable, of `size` regions, lies in one of the regions of the mask. */
  test(variable: number, size: number, mask: number): Diagram {
    return this.branch(
      variable,
      Array.from({ length: size }, (_, region) => (mask & (1 << region) ? this.yes : this.no)),
    );
  }

  /** `yes` where the condition holds, `no` where it does not. */
  choose(condition: Diagram, yes: Diagram, no: Diagram): Diagram {
    if (yes === no || condition === this.yes) return yes;
    if (condition === this.no) return no;
    if (yes === this.yes && no === this.no) return condition;
    const key = `${condition.id},${yes.id},${no.id}`;
    return this.once(key, () => this.#split([condition, yes, no], (c, y, n) => this.choose(c, y, n)));
  }

  #split(parts: [Diagram, Diagram, Diagram], join: (c: Diagram, y: Diagram, n: Diagram) => Diagram): Diagram {
    const top = parts.reduce<Branch | undefined>(
      (first, d) => (isLeaf(d) || (first && first.variable <= d.variable) ? first : d),
      undefined,
    ) as Branch;
    this.#step(top.children);
    const at = (d: Diagram, region: number): Diagram =>
      !isLeaf(d) && d.variable === top.variable ? (d.children[region] as Diagram) : d;
    return this.branch(
      top.variable,
      top.children.map((_, region) => join(at(parts[0], region), at(parts[1], region), at(parts[2], region))),
    );
  }

  not = (d: Diagram): Diagram => this.choose(d, this.no, this.yes);
  and = (a: Diagram, b: Diagram): Diagram => this.choose(a, b, this.no);
  or = (a: Diagram, b: Diagram): Diagram => this.choose(a, this.yes, b);
  all = (list: readonly Diagram[]): Diagram => list.reduce(this.and, this.yes);
  any = (list: readonly Diagram[]): Diagram => list.reduce(this.or, this.no);

  /** The same diagram with other leaves. */
  relabel(d: Diagram, label: (value: LeafValue) => LeafValue): Diagram {
    const done = new Map<Diagram, Diagram>();
    const walk = (node: Diagram): Diagram => {
      let result = done.get(node);
      if (!result) {
        result = isLeaf(node) ? this.leaf(label(node.leaf)) : this.branch(node.variable, node.children.map(walk));
        done.set(node, result);
      }
      return result;
    };
    return walk(d);
  }

  /** Both diagrams at once; each leaf joins a leaf of either. */
  combine(a: Diagram, b: Diagram, join: (x: LeafValue, y: LeafValue) => LeafValue): Diagram {
    const done = new Map<string, Diagram>();
    const walk = (x: Diagram, y: Diagram): Diagram => {
      if (isLeaf(x) && isLeaf(y)) return this.leaf(join(x.leaf, y.leaf));
      const key = `${x.id},${y.id}`;
      let result = done.get(key);
      if (!result) done.set(key, (result = this.#split([x, y, y], (p, q) => walk(p, q))));
      return result;
    };
    return walk(a, b);
  }

  /**
   * What remains of a diagram once regions are ruled out: `known[v]` is the mask of regions still possible.
   * @param done what was worked out for the same knowledge before: diagrams share their parts
   */
  restrict(d: Diagram, known: Known, done = new Map<Diagram, Diagram>()): Diagram {
    const walk = (node: Diagram): Diagram => {
      if (isLeaf(node)) return node;
      const result = done.get(node) ?? this.#narrow(node, known, walk);
      done.set(node, result);
      return result;
    };
    return walk(d);
  }

  #narrow(node: Branch, known: Known, walk: (node: Diagram) => Diagram): Diagram {
    const mask = known[node.variable] ?? ALL;
    const kept = node.children.map((child, region) => (mask & (1 << region) ? walk(child) : undefined));
    if (kept.every((child, region) => child === node.children[region])) return node;
    const stand = kept.find((child) => child !== undefined) as Diagram;
    return this.branch(
      node.variable,
      kept.map((child) => child ?? stand),
    );
  }

  /**
   * A simpler diagram that agrees with `d` wherever `care` holds; elsewhere it may say anything.
   * (The restriction operator of Coudert and Madre.)
   */
  within(d: Diagram, care: Diagram): Diagram {
    const done = new Map<string, Diagram>();
    const walk = (node: Diagram, cared: Diagram): Diagram => {
      if (isLeaf(node) || isLeaf(cared)) return node;
      const key = `${node.id},${cared.id}`;
      let result = done.get(key);
      if (!result) done.set(key, (result = this.#simplify(node, cared, walk)));
      return result;
    };
    return walk(d, care);
  }

  #simplify(d: Branch, care: Branch, walk: (d: Diagram, care: Diagram) => Diagram): Diagram {
    if (care.variable < d.variable) {
      return walk(d, this.any(care.children.filter((child) => child !== this.no)));
    }
    this.#step(d.children);
    const cares = care.variable === d.variable ? care.children : d.children.map(() => care);
    const kept = d.children.map((child, r) => (cares[r] === this.no ? undefined : walk(child, cares[r] as Diagram)));
    const stand = kept.find((child) => child !== undefined) as Diagram;
    return this.branch(
      d.variable,
      kept.map((child) => child ?? stand),
    );
  }
}

/** Per variable the mask of the regions that are still possible; a missing entry means all of them. */
export type Known = readonly (number | undefined)[];

/** Every region possible. */
export const ALL = -1;

/** Most regions that one variable can have (a mask is a 32-bit integer). */
export const MAX_REGIONS = 30;
