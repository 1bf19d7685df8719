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
    if (fitted === MISFIT || !kept.every((rule) => rule(fitted))) return MISFIT;
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
      return first(shape.of.map((one) => fitting(one, rules)));
    case 'list':
      return list(fitting(shape.of, rules), shape);
    case 'map':
      return map(fitting(shape.keys, rules), fitting(shape.of, rules));
    case 'group':
      return group(shape, rules);
  }
}

type Sized = { readonly min?: number; readonly max?: number };

const within = (size: number, { min = 0, max = Number.MAX_SAFE_INTEGER }: Sized): boolean => size >= min && size <= max;

function text(shape: Extract<Form, { is: 'text' }>): Fit {
  const like = (shape.like ?? []).map((source) => new RegExp(source));
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = shape;
  return (value) =>
    typeof value === 'string' && value.length >= min && value.length <= max && like.every((form) => form.test(value))
      ? value
      : MISFIT;
}

function number({ whole, min = -Number.MAX_VALUE, max = Number.MAX_VALUE }: Extract<Form, { is: 'number' }>): Fit {
  const is = whole ? Number.isSafeInteger : Number.isFinite;
  return (value) => (is(value) && (value as number) >= min && (value as number) <= max ? value : MISFIT);
}

function first(choices: readonly Fit[]): Fit {
  return (value) => {
    for (const choice of choices) {
      const fitted = choice(value);
      if (fitted !== MISFIT) return fitted;
    }
    return MISFIT;
  };
}

function list(item: Fit, size: Sized): Fit {
  return (value) => {
    if (!Array.isArray(value) || !within(value.length, size)) return MISFIT;
    const fitted = value.map((one) => item(one));
    if (fitted.includes(MISFIT)) return MISFIT;
    return fitted.every((one, i) => one === value[i]) ? value : fitted;
  };
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function map(key: Fit, item: Fit): Fit {
  return (value) => (isGroup(value) ? refit(value, (name) => (key(name) === MISFIT ? undefined : item)) : MISFIT);
}

function group({ keys, needed }: Extract<Form, { is: 'group' }>, rules: Rules): Fit {
  const parts = new Map(Object.entries(keys).map(([name, shape]) => [name, fitting(shape, rules)]));
  return (value) =>
    isGroup(value) && needed.every((name) => value[name] !== undefined)
      ? refit(value, (name) => parts.get(name))
      : MISFIT;
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
