import type * as z from 'zod';
import type { Rules, Shape } from './shape.ts';

const ASK: Shape = { is: 'ask' };

/** A schema as zod describes it to libraries that read schemas: `zod/v4/core`, where each kind has a type. */
type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];
type Check = (z.core.$ZodChecks | z.core.$ZodStringFormatChecks | z.core.$ZodCustom)['_zod']['def'];

const defOf = (schema: Schema): Def => (schema as z.core.$ZodTypes)._zod.def;

/** The shape of a schema. Whatever it cannot say (rules without a name among them) is left to the schema. */
export function shapeOf(schema: Schema, rules: Rules): Shape {
  const def = defOf(schema);
  const form = formOf(def, rules);
  return (def.checks ?? []).reduce((shape, check) => checked(shape, check._zod.def as Check, rules), form);
}

function formOf(def: Def, rules: Rules): Shape {
  const inside = (schema: Schema): Shape => shapeOf(schema, rules);
  switch (def.type) {
    case 'string':
      return 'format' in def ? ASK : { is: 'text' };
    case 'number':
      return numberOf('format' in def ? def.format : undefined);
    case 'boolean':
      return { is: 'boolean' };
    case 'unknown':
      return { is: 'anything' };
    case 'literal':
      return { is: 'one', of: def.values.filter(isScalar) };
    case 'enum':
      return { is: 'one', of: Object.values(def.entries) };
    case 'union':
      return { is: 'any', of: def.options.map(inside) };
    case 'array':
      return { is: 'list', of: inside(def.element) };
    case 'record':
      return defOf(def.keyType).type === 'string'
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

const numberOf = (format: unknown): Shape =>
  format === undefined ? { is: 'number' } : format === 'safeint' ? { is: 'number', whole: true } : ASK;

/** Only groups that refuse unknown keys: others change what they are given. */
function groupOf({ shape, catchall }: z.core.$ZodObjectDef, rules: Rules): Shape {
  if (!catchall || defOf(catchall).type !== 'never') return ASK;
  const entries = Object.entries(shape).map(([name, schema]) => ({ name, schema, def: defOf(schema) }));
  const keys = entries.map(({ name, schema, def }) => [
    name,
    shapeOf(def.type === 'optional' ? def.innerType : schema, rules),
  ]);
  const needed = entries.filter(({ def }) => def.type !== 'optional').map(({ name }) => name);
  return { is: 'group', keys: Object.fromEntries(keys), needed };
}

function made(shape: Shape, out: Schema, rules: Rules): Shape {
  const def = defOf(out);
  const becomes = def.type === 'transform' ? nameOf(def.transform, rules) : undefined;
  return becomes === undefined || shape.becomes ? ASK : { ...shape, becomes };
}

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const nameOf = (rule: unknown, rules: Rules): string | undefined =>
  Object.keys(rules).find((name) => rules[name] === rule);

function checked(shape: Shape, check: Check, rules: Rules): Shape {
  if (check.check === 'custom') {
    const name = nameOf(check.fn, rules);
    return name === undefined || shape.becomes ? ASK : { ...shape, rules: [...(shape.rules ?? []), name] };
  }
  if (shape.is === 'text' || shape.is === 'list') {
    if (check.check === 'min_length') return atLeast(shape, check.minimum);
    if (check.check === 'max_length') return atMost(shape, check.maximum);
  }
  if (shape.is === 'number' && 'inclusive' in check && check.inclusive) {
    return check.check === 'greater_than' ? atLeast(shape, Number(check.value)) : atMost(shape, Number(check.value));
  }
  const pattern = 'pattern' in check ? check.pattern : undefined;
  if (shape.is === 'text' && pattern?.flags === '') return { ...shape, like: [...(shape.like ?? []), pattern.source] };
  return ASK;
}

type Measured = Extract<Shape, { is: 'text' | 'list' | 'number' }>;

const atLeast = (shape: Measured, least: number): Shape => ({ ...shape, min: Math.max(least, shape.min ?? least) });
const atMost = (shape: Measured, most: number): Shape => ({ ...shape, max: Math.min(most, shape.max ?? most) });
