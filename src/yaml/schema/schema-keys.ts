import * as z from 'zod';
import type { Path } from '../../messages/diagnostic.ts';
import { names, type Safe } from '../../messages/safe.ts';

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

const asJson = new WeakMap<z.ZodType, JsonSchema>();

/** A schema as JSON Schema; worked out once. */
function asJsonSchema(schema: z.ZodType): JsonSchema {
  let found = asJson.get(schema);
  if (!found) {
    found = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
    asJson.set(schema, found);
  }
  return found;
}

/** The keys that a schema allows at a path of the value. */
export function keysAt(schema: z.ZodType, path: Path): Safe[] {
  const top = asJsonSchema(schema);
  const open = (node: JsonSchema): JsonSchema[] => {
    const target = node.$ref ? (node.$ref === '#' ? top : top.$defs?.[node.$ref.split('/').at(-1) as string]) : node;
    const choices = target?.anyOf ?? target?.oneOf;
    return target === undefined ? [] : choices ? choices.flatMap(open) : [target];
  };
  let nodes = open(top);
  for (const step of path) {
    nodes = nodes.flatMap((node) => {
      const next = typeof step === 'number' ? node.items : (node.properties?.[step] ?? node.additionalProperties);
      return typeof next === 'object' ? open(next) : [];
    });
  }
  return names(new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {}))));
}
