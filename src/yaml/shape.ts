/** A scalar that stands for itself. */
type Scalar = string | number | boolean | null;

/** What a value must be, as plain data: a schema without its words, for a quick look before the schema is asked. */
export type Shape = Form & {
  /** Names of the rules that it must keep. */
  readonly rules?: readonly string[];
  /** Name of what is made of it. */
  readonly becomes?: string;
};

type Form =
  | { readonly is: 'text'; readonly min?: number; readonly max?: number; readonly like?: readonly string[] }
  | { readonly is: 'number'; readonly whole?: true; readonly min?: number; readonly max?: number }
  | { readonly is: 'boolean' }
  | { readonly is: 'anything' }
  /** Only the schema can tell. */
  | { readonly is: 'ask' }
  | { readonly is: 'one'; readonly of: readonly Scalar[] }
  | { readonly is: 'any'; readonly of: readonly Shape[] }
  | { readonly is: 'list'; readonly of: Shape; readonly min?: number; readonly max?: number }
  | { readonly is: 'map'; readonly keys: Shape; readonly of: Shape }
  | { readonly is: 'group'; readonly keys: Readonly<Record<string, Shape>>; readonly needed: readonly string[] };

/** Rules and makings by name. */
export type Rules = Readonly<Record<string, (value: never) => unknown>>;

/** What is made of a value; `MISFIT` where it does not fit, or where only the schema can tell. */
export type Fit = (value: unknown) => unknown;

export const MISFIT: unique symbol = Symbol('misfit');

/** Makes a quick check of a shape. */
export function fitting(shape: Shape, rules: Rules): Fit {
  const form = fits(shape, rules);
  const named = (name: string): Fit => rules[name] as Fit;
  const kept = (shape.rules ?? []).map(named);
  const made = shape.becomes === undefined ? undefined : named(shape.becomes);
  if (kept.length === 0 && !made) return form;
  return (value) => {
    const fitted = form(value);
    if (fitted === MISFIT) return MISFIT;
    for (const rule of kept) if (!rule(fitted)) return MISFIT;
    return made ? made(fitted) : fitted;
  };
}

function fits(shape: Shape, rules: Rules): Fit {
  switch (shape.is) {
    case 'text':
      return text(shape);
    case 'number':
      return number(shape);
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? value : MISFIT);
    case 'anything':
      return (value) => value;
    case 'ask':
      return () => MISFIT;
    case 'one':
      return (value) => (shape.of.includes(value as Scalar) ? value : MISFIT);
    case 'any':
      return any(shape.of, rules);
    case 'list':
      return list(fitting(shape.of, rules), shape);
    case 'map':
      return map(fitting(shape.keys, rules), fitting(shape.of, rules));
    case 'group':
      return group(shape, rules);
  }
}

type Sized = { readonly min?: number; readonly max?: number };

function text({ min = 0, max = Number.MAX_SAFE_INTEGER, like = [] }: Extract<Form, { is: 'text' }>): Fit {
  const forms = like.map((source) => new RegExp(source));
  return (value) => {
    if (typeof value !== 'string' || value.length < min || value.length > max) return MISFIT;
    for (const form of forms) if (!form.test(value)) return MISFIT;
    return value;
  };
}

function number({ whole, min = -Number.MAX_VALUE, max = Number.MAX_VALUE }: Extract<Form, { is: 'number' }>): Fit {
  const is = whole ? Number.isSafeInteger : Number.isFinite;
  return (value) => (is(value) && (value as number) >= min && (value as number) <= max ? value : MISFIT);
}

/** Tries only those of several shapes that a value can have: text is no group. */
function any(shapes: readonly Shape[], rules: Rules): Fit {
  const of = (kind: Kind): Fit =>
    first(shapes.filter((shape) => canBe(shape, kind)).map((shape) => fitting(shape, rules)));
  let [ofText, ofNumber, ofBoolean, ofObject]: (Fit | undefined)[] = [];
  return (value) => {
    if (typeof value === 'string') return (ofText ??= of('string'))(value);
    if (typeof value === 'object') return (ofObject ??= of('object'))(value);
    return typeof value === 'number' ? (ofNumber ??= of('number'))(value) : (ofBoolean ??= of('boolean'))(value);
  };
}

type Kind = 'string' | 'number' | 'boolean' | 'object';

const KINDS = { text: 'string', number: 'number', boolean: 'boolean', list: 'object', map: 'object', group: 'object' };

function canBe(shape: Shape, kind: Kind): boolean {
  if (shape.is === 'any') return shape.of.some((one) => canBe(one, kind));
  if (shape.is === 'one') return shape.of.some((one) => typeof one === kind);
  return shape.is === 'anything' || shape.is === 'ask' || KINDS[shape.is] === kind;
}

function first(choices: readonly Fit[]): Fit {
  const [only] = choices;
  if (only && choices.length === 1) return only;
  return (value) => {
    for (const choice of choices) {
      const fitted = choice(value);
      if (fitted !== MISFIT) return fitted;
    }
    return MISFIT;
  };
}

function list(item: Fit, { min = 0, max = Number.MAX_SAFE_INTEGER }: Sized): Fit {
  return (value) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) return MISFIT;
    let result = value;
    for (let i = 0; i < value.length; i++) {
      const fitted = item(value[i]);
      if (fitted === MISFIT) return MISFIT;
      if (fitted === value[i]) continue;
      if (result === value) result = [...value];
      result[i] = fitted;
    }
    return result;
  };
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function map(key: Fit, item: Fit): Fit {
  const fitOf = (name: string): Fit | undefined => (key(name) === MISFIT ? undefined : item);
  return (value) => (isGroup(value) ? refit(value, fitOf) : MISFIT);
}

function group({ keys, needed }: Extract<Form, { is: 'group' }>, rules: Rules): Fit {
  // Most files have few of the keys
  const parts = new Map<string, Fit>();
  const fitOf = (name: string): Fit | undefined => {
    let fit = parts.get(name);
    if (!fit && Object.hasOwn(keys, name)) parts.set(name, (fit = fitting(keys[name] as Shape, rules)));
    return fit;
  };
  return (value) => {
    if (!isGroup(value)) return MISFIT;
    for (const name of needed) if (value[name] === undefined) return MISFIT;
    return refit(value, fitOf);
  };
}

/** The same group where nothing is made of its values, else a copy. */
function refit(value: Record<string, unknown>, fitOf: (name: string) => Fit | undefined): unknown {
  let result = value;
  for (const name in value) {
    const take = fitOf(name);
    const fitted = take ? take(value[name]) : MISFIT;
    if (fitted === MISFIT) return MISFIT;
    if (fitted === value[name]) continue;
    if (result === value) result = { ...value };
    result[name] = fitted;
  }
  return result;
}
