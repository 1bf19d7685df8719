import type { Field, Fields } from './fields.ts';

/** A value in a template: as it is written, or the way to it from a name. */
export type Operand = { readonly is: string | number | boolean | null } | Way;

export type Way = readonly (string | number | Way)[];

/** What a template says, asks or gives a name to: operators stand behind what they join, filters follow in turn. */
export interface ReadyValue {
  readonly of: readonly (Operand | Operator)[];
  readonly through: readonly (readonly [Filter, ...Operand[]])[];
}

/** A piece of a template: text as it stands, or what is to be done. */
export type ReadyPiece =
  | string
  | { readonly say: ReadyValue }
  | { readonly when: readonly ReadyBranch[] }
  | { readonly each: string; readonly of: Way; readonly most: number | null; readonly pieces: readonly ReadyPiece[] }
  | { readonly let: string; readonly be: ReadyValue }
  | { readonly part: string | Way };

/** The first branch whose condition holds is taken; one without always is. */
export interface ReadyBranch {
  readonly if?: ReadyValue;
  readonly unless?: ReadyValue;
  readonly pieces: readonly ReadyPiece[];
}

/** Templates that were read when the program was built: their pieces, and for some the names that they use anywhere. */
export interface ReadyTemplates {
  readonly pieces: Readonly<Record<string, readonly ReadyPiece[]>>;
  readonly names: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/** Something that only the engine can do, or tell what is wrong with. */
export class LeftToEngine extends Error {}

const isTrue = (value: unknown): boolean => value !== false && value !== null;

const same = (a: unknown, b: unknown): boolean => {
  if (Array.isArray(a) && Array.isArray(b)) throw new LeftToEngine();
  return a === b;
};

const OPERATORS = {
  '==': same,
  '!=': (a: unknown, b: unknown) => !same(a, b),
  '>': (a: never, b: never) => a > b,
  '<': (a: never, b: never) => a < b,
  and: (a: unknown, b: unknown) => isTrue(a) && isTrue(b),
  or: (a: unknown, b: unknown) => isTrue(a) || isTrue(b),
} as const;

export type Operator = keyof typeof OPERATORS;

export const isOperator = (name: unknown): name is Operator => Object.hasOwn(OPERATORS, String(name));

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === null ? [] : [value]);

const matching =
  (wanted: boolean) =>
  (list: unknown, name: unknown, ...expected: readonly unknown[]): unknown[] =>
    listOf(list).filter((one) => {
      if (one === null) throw new LeftToEngine();
      const value = member(one, name);
      return (expected.length > 0 ? same(value, expected[0]) : isTrue(value)) === wanted;
    });

const FILTERS = {
  join: (list: unknown, between: unknown) => listOf(list).join(String(between)),
  map: (list: unknown, name: unknown) => listOf(list).map((one) => member(one, name)),
  where: matching(true),
  reject: matching(false),
  minus: (a: unknown, b: unknown) => (Number(a) || 0) - (Number(b) || 0),
} as const;

export type Filter = keyof typeof FILTERS;

export const isFilter = (name: string): name is Filter => Object.hasOwn(FILTERS, name);

/** Something of a value by its name, as the engine finds it. @throws LeftToEngine where there is none */
function member(of: unknown, name: unknown): unknown {
  if (of === null) return null;
  const found = Object.hasOwn(Object(of), name as string)
    ? (of as Record<string, unknown>)[name as string]
    : name === 'size' && typeof of !== 'number' && typeof of !== 'boolean'
      ? (typeof of === 'string' ? of : Object.keys(of as object)).length
      : undefined;
  if (found === undefined) throw new LeftToEngine();
  return found;
}

/** Fills a template that is ready. @throws LeftToEngine for what only the engine can do or tell */
export function filled(
  name: string,
  { pieces }: ReadyTemplates,
  fields: Fields,
  say: (value: Field) => string,
): string {
  return new Filling(pieces, fields, say).text(name);
}

/** A template while it is filled. */
class Filling {
  #text = '';
  /** What templates give names to: for all that follows, and within each loop that is under way. */
  readonly #scopes: Record<string, unknown>[] = [{}];

  constructor(
    readonly parts: ReadyTemplates['pieces'],
    readonly fields: Fields,
    readonly say: (value: Field) => string,
  ) {}

  text(name: string): string {
    this.#part(name);
    return this.#text;
  }

  #part(name: unknown): void {
    if (typeof name !== 'string' || !Object.hasOwn(this.parts, name)) throw new LeftToEngine();
    this.#all(this.parts[name] ?? []);
  }

  #all(pieces: readonly ReadyPiece[]): void {
    for (const piece of pieces) {
      if (typeof piece === 'string') this.#text += piece;
      else if ('say' in piece) this.#text += this.say(this.#value(piece.say) as Field);
      else if ('when' in piece) this.#all(piece.when.find((branch) => this.#holds(branch))?.pieces ?? []);
      else if ('each' in piece) this.#each(piece);
      else if ('let' in piece) (this.#scopes[0] as Record<string, unknown>)[piece.let] = this.#value(piece.be);
      else this.#part(typeof piece.part === 'string' ? piece.part : this.#at(piece.part));
    }
  }

  #holds({ if: when, unless }: ReadyBranch): boolean {
    if (when) return isTrue(this.#value(when));
    return unless ? !isTrue(this.#value(unless)) : true;
  }

  #each({ each, of, most, pieces }: Extract<ReadyPiece, { each: string }>): void {
    const found = this.#at(of);
    if (found !== null && !Array.isArray(found)) throw new LeftToEngine();
    const list = listOf(found).slice(0, most ?? undefined);
    const scope: Record<string, unknown> = {};
    this.#scopes.push(scope);
    for (const [i, one] of list.entries()) {
      scope[each] = one;
      scope.forloop = { first: i === 0, last: i === list.length - 1 };
      this.#all(pieces);
    }
    this.#scopes.pop();
  }

  #value({ of, through }: ReadyValue): unknown {
    const values: unknown[] = [];
    for (const one of of) {
      if (typeof one !== 'string') values.push(this.#operand(one));
      else {
        const [b, a] = [values.pop(), values.pop()];
        values.push(OPERATORS[one](a as never, b as never));
      }
    }
    return through.reduce((value, [filter, ...given]) => {
      const [first, ...more] = given.map((one) => this.#operand(one));
      return FILTERS[filter](value, first, ...(more as [])) as unknown;
    }, values[0]);
  }

  #operand(one: Operand): unknown {
    return 'is' in one ? one.is : this.#at(one);
  }

  #at([first = '', ...rest]: Way): unknown {
    const scope = this.#scopes.findLast((one) => Object.hasOwn(one, first as string)) ?? this.fields;
    return rest.reduce<unknown>(
      (value, name) => member(value, typeof name === 'object' ? this.#at(name) : name),
      member(scope, first),
    );
  }
}
