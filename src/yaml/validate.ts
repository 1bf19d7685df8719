import * as z from 'zod';
import { type Diagnostic, type Path, place, type Remark } from '../messages/diagnostic.ts';
import { didYouMean, inShort, oneOf, quoted } from '../messages/suggest.ts';
import { flatten, valueAt } from './best-branch.ts';
import type { Source } from './read.ts';

type Issue = z.core.$ZodIssue;

/** Values that fit a schema, or the diagnostics that say why not. */
export interface Validated<T> {
  readonly data: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks a read text against a schema, with a place and a sentence for everything that does not fit. */
export function validate<S extends z.ZodType>(schema: S, source: Source): Validated<z.output<S>> {
  if (source.diagnostics.length > 0) return { data: undefined, diagnostics: source.diagnostics };
  const result = schema.safeParse(source.value);
  if (result.success) return { data: result.data, diagnostics: [] };
  const issues = result.error.issues.slice(0, MOST + 1).flatMap((issue) => flatten(issue, source.value));
  const remarks = issues.slice(0, MOST + 1).flatMap((issue) => explain(issue, source, schema));
  return { data: undefined, diagnostics: listed(remarks).map((remark) => place(remark, source.locate)) };
}

/** Faults that are listed of one file: whoever mends the first of them looks again. */
const MOST = 100;

function listed(remarks: readonly Remark[]): readonly Remark[] {
  if (remarks.length <= MOST) return remarks;
  const says = `This file has more faults than these ${MOST}: put these right, then check it again. Is it the right file?`;
  return [...remarks.slice(0, MOST), { code: 'too_many_faults', severity: 'error', says, path: [] }];
}

function explain(issue: Issue, source: Source, schema: z.ZodType): Remark[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(asJsonSchema(schema), path);
    return issue.keys.slice(0, MOST + 1).map((key) => ({
      code: 'unknown_key',
      severity: 'error',
      says: notHere(key, allowed),
      path: [...path, key],
      at: 'key',
    }));
  }
  return [{ code: codeOf(issue), severity: 'error', ...words(issue, valueAt(source.value, path)), path }];
}

const notHere = (key: string, allowed: readonly string[]): string =>
  allowed.includes(key)
    ? `The key \`${inShort(key)}\` cannot stand beside the other keys here.`
    : `The key \`${inShort(key)}\` is not known here.${didYouMean(key, allowed)} Known: ${oneOf(allowed, 20)}.`;

const codeOf = ({ code }: Issue): string => (code === 'invalid_type' ? 'wrong_type' : 'wrong_value');

/** What is wrong with a value, and apart from that the value itself. */
function words(issue: Issue, value: unknown): { says: string; found?: string } {
  const name = issue.path.length > 0 ? `\`${inShort(String(issue.path.at(-1)))}\`` : 'The file';
  const custom = issue.code === 'custom' || issue.code === 'invalid_format';
  if (value === undefined && !custom) return { says: `${name} is missing; it is needed here.` };
  if (issue.code === 'invalid_key')
    return { says: issue.issues[0]?.message ?? 'This key is not allowed.', found: quoted(name) };
  const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const scalar = typeof value !== 'object' && value !== undefined;
  return {
    says: custom ? issue.message : expectation(issue, name, allowed),
    ...(scalar && { found: quoted(String(value), typeof value === 'string' ? allowed : []) }),
  };
}

function expectation(issue: Issue, name: string, allowed: readonly string[]): string {
  if (issue.code === 'invalid_type') return `${name} must be ${article(issue.expected)}.`;
  if (issue.code === 'invalid_value') return `${name} must be ${oneOf(allowed, 20)}.`;
  if (issue.code === 'invalid_union') return `${name} has none of the forms that are allowed here.`;
  if (issue.code === 'too_big' && issue.origin === 'array')
    return `${name} is too long: at most ${issue.maximum} are read.`;
  return `${name} does not fit: ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}.`;
}

const article = (type: string): string =>
  ({
    object: 'a group of keys',
    record: 'a group of keys',
    array: 'a list',
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
  })[type] ?? type;

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

const asJson = new WeakMap<z.ZodType, unknown>();

/** A schema as JSON Schema; worked out once. */
function asJsonSchema(schema: z.ZodType): unknown {
  let found = asJson.get(schema);
  if (!found) asJson.set(schema, (found = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
  return found;
}

/** The keys that a JSON Schema allows at a path of the value. */
function keysAt(root: unknown, path: Path): string[] {
  const top = root as JsonSchema;
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
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}
