import { factInShort, type Ids } from './ids.ts';

/** A JSON Schema, or a part of one. */
export interface Schema {
  readonly [key: string]: unknown;
}

/** The ids that each key of a pack takes. */
const TAKES: Readonly<Record<string, keyof Ids>> = {
  term: 'terms',
  question: 'questions',
  who: 'roles',
  by: 'roles',
  clauses: 'clauses',
  in: 'analyses',
  outcome: 'outcomes',
  except: 'rules',
  about: 'askable',
  event: 'events',
  occasion: 'occasions',
  source: 'sources',
  done: 'dates',
  on: 'dates',
  in_force_by: 'dates',
  from: 'dates',
  to: 'dates',
  since: 'dates',
  than: 'dates',
  after: 'dates',
  before: 'dates',
  recorded: 'dates',
  happened: 'dates',
  meeting: 'meetings',
};

/** Keys whose place decides what they take. */
const WITHIN: Readonly<Record<string, keyof Ids>> = {
  'condition.outcome': 'ends',
  'decided_by.outcomes': 'outcomes',
  'outcomes.urgent': 'requirements',
};

/** The schema of a pack in which the ids of a folder are listed: an editor then offers them, and marks one that is not there. */
export function folderSchema(pack: Schema, ids: Ids): Schema {
  const defs = pack.$defs as Readonly<Record<string, Schema>>;
  const named = Object.fromEntries(
    Object.entries(defs).map(([name, def]) => [name, walk(def, name === 'condition' ? name : '', ids)]),
  );
  return { ...pack, $defs: { ...named, condition: withFacts(named.condition as Schema, ids) } };
}

function walk(node: Schema, around: string, ids: Ids): Schema {
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'properties') return [key, properties(value as Record<string, Schema>, around, ids)];
      return [key, inner(value, around, ids)];
    }),
  );
}

function inner(value: unknown, around: string, ids: Ids): unknown {
  if (Array.isArray(value)) return value.map((one) => inner(one, around, ids));
  return typeof value === 'object' && value !== null ? walk(value as Schema, around, ids) : value;
}

function properties(group: Readonly<Record<string, Schema>>, around: string, ids: Ids): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(group).map(([key, node]) => {
      const takes = WITHIN[`${around}.${key}`] ?? TAKES[key];
      const list = takes && ids[takes];
      return [key, Array.isArray(list) ? listed(node, list as string[]) : walk(node, key, ids)];
    }),
  );
}

/** A value, or each of several, that must be one of these ids. What is no id, such as a whole number, is left as it is. */
function listed(node: Schema, ids: readonly string[]): Schema {
  const { anyOf, items } = node;
  if (Array.isArray(anyOf)) return { ...node, anyOf: anyOf.map((one) => listed(one as Schema, ids)) };
  if (items) return { ...node, items: listed(items as Schema, ids) };
  if (node.type !== 'string' || node.enum || node.const || node.minLength !== undefined) return node;
  const { pattern: _, ...rest } = node;
  return { ...rest, enum: ids };
}

/** A condition in which each fact has its own values. */
function withFacts(condition: Schema, ids: Ids): Schema {
  const forms = condition.anyOf as Schema[];
  const facts = Object.fromEntries(
    [...ids.facts].map(([id, fact]) => {
      const options = fact.type === 'yes_no' ? ['yes', 'no', true, false] : Object.keys(fact.options ?? {});
      const description = factInShort(fact);
      if (options.length === 0) return [id, { description, type: ['string', 'number'] }];
      const one = { enum: options };
      return [id, { description, anyOf: [one, { type: 'array', minItems: 1, items: one }] }];
    }),
  );
  const anyOf = forms.map((form) =>
    form.propertyNames
      ? { type: 'object', description: form.description, properties: facts, additionalProperties: false }
      : form,
  );
  return { ...condition, anyOf };
}
