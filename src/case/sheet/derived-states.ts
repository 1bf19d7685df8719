import type { FactState } from './fact-sheet.ts';

/**
 * What a case says of its facts, where those that follow from dates and records are worked out when they are first
 * asked for: the vocabulary has many, and the packs of one case need few.
 */
export class DerivedStates implements ReadonlyMap<string, FactState> {
  readonly #known: Map<string, FactState>;
  readonly #derived: ReadonlyMap<string, unknown>;
  readonly #work: (id: string) => FactState | undefined;

  /** @param derived the facts that can be worked out; @param work what is known of a derived fact, which it also puts among the known */
  constructor(
    known: Map<string, FactState>,
    derived: ReadonlyMap<string, unknown>,
    work: (id: string) => FactState | undefined,
  ) {
    this.#known = known;
    this.#derived = derived;
    this.#work = work;
  }

  get(id: string): FactState | undefined {
    const found = this.#known.get(id);
    return found?.derived || !this.#derived.has(id) ? found : this.#work(id);
  }

  #all(): Map<string, FactState> {
    for (const id of this.#derived.keys()) this.get(id);
    return this.#known;
  }

  get size(): number {
    return this.#all().size;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  keys(): MapIterator<string> {
    return this.#all().keys();
  }

  values(): MapIterator<FactState> {
    return this.#all().values();
  }

  entries(): MapIterator<[string, FactState]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, FactState]> {
    return this.entries();
  }

  forEach(act: (state: FactState, id: string, map: ReadonlyMap<string, FactState>) => void): void {
    this.#all().forEach(act);
  }
}
