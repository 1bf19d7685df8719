import type * as z from 'zod';
import type { Rules, Shape } from './shape.ts';

/** What the inside of a schema looks like, as far as it is read here. */
interface Def {
  readonly type: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
  readonly format?: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly transform?: (value: never) => unknown;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly (string | number | boolean | null)[];
}

interface Check {
  readonly check: string;
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly fn?: (value: never) => unknown;
}

const ASK: Shape = { is: 'ask' };

const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def;

/** The shape of a schema. Whatever it cannot say (rules without a name among them) is left to the schema. */
export function shapeOf(schema: z.ZodType, rules: Rules): Shape {
  const def = defOf(schema);
  const form = formOf(def, rules);
  return (def.checks ?? []).reduce((shape, check) => checked(shape, check._zod.def, rules), form);
}

function formOf(def: Def, rules: Rules): Shape {
  const inside = (schema: z.ZodType | undefined): Shape => (schema ? shapeOf(schema, rules) : ASK);
  switch (def.type) {
    case 'string':
      return def.format ? ASK : { is: 'text' };
    case 'number':
      return def.format ? (def.format === 'safeint' ? { is: 'number', whole: true } : ASK) : { is: 'number' };
    case 'boolean':
      return { is: 'boolean' };
    case 'unknown':
      return { is: 'anything' };
    case 'literal':
      return { is: 'one', of: def.values ?? [] };
    case 'enum':
      return { is: 'one', of: Object.values(def.entries ?? {}) };
    case 'union':
      return { is: 'any', of: (def.options ?? []).map(inside) };
    case 'array':
      return { is: 'list', of: inside(def.element) };
    case 'record':
      return def.keyType && defOf(def.keyType).type === 'string'
        ? { is: 'map', keys: inside(def.keyType), of: inside(def.valueType) }
        : ASK;
    case 'object':
      return groupOf(def, rules);
    case 'pipe':
      return made(inside(def.in), def.out, rules);
    default:
      return ASK;
  }
}

/** Only groups that refuse unknown keys: others change what they are given. */
function groupOf({ shape = {}, catchall }: Def, rules: Rules): Shape {
  if (!catchall || defOf(catchall).type !== 'never') return ASK;
  const isOptional = (schema: z.ZodType): boolean => defOf(schema).type === 'optional';
  const below = (schema: z.ZodType): Shape => shapeOf(defOf(schema).innerType ?? schema, rules);
  const keys = Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, below(schema)]));
  return { is: 'group', keys, needed: Object.keys(shape).filter((name) => !isOptional(shape[name] as z.ZodType)) };
}

function made(shape: Shape, out: z.ZodType | undefined, rules: Rules): Shape {
  const becomes = nameOf(out && defOf(out).transform, rules);
  return becomes === undefined || shape.becomes ? ASK : { ...shape, becomes };
}

const nameOf = (rule: unknown, rules: Rules): string | undefined =>
  Object.keys(rules).find((name) => rules[name] === rule);

function checked(shape: Shape, check: Check, rules: Rules): Shape {
  const size = shape.is === 'text' || shape.is === 'list';
  if (check.check === 'custom') {
    const name = nameOf(check.fn, rules);
    return name === undefined || shape.becomes ? ASK : { ...shape, rules: [...(shape.rules ?? []), name] };
  }
  if (size && check.check === 'min_length') return atLeast(shape, check.minimum);
  if (size && check.check === 'max_length') return atMost(shape, check.maximum);
  if (shape.is === 'number' && check.inclusive) {
    if (check.check === 'greater_than') return atLeast(shape, check.value);
    if (check.check === 'less_than') return atMost(shape, check.value);
  }
  if (shape.is === 'text' && check.pattern && check.pattern.flags === '') {
    return { ...shape, like: [...(shape.like ?? []), check.pattern.source] };
  }
  return ASK;
}

type Measured = Extract<Shape, { is: 'text' | 'list' | 'number' }>;

const atLeast = (shape: Measured, least = 0): Shape => ({ ...shape, min: Math.max(least, shape.min ?? least) });
const atMost = (shape: Measured, most = 0): Shape => ({ ...shape, max: Math.min(most, shape.max ?? most) });
