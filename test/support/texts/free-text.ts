import * as z from 'zod';
import { type CaseFile, CaseSchema } from '../../../src/case/file/case-schema.ts';

/** Keys under which a case file holds words of a person. */
export const FREE_TEXT: readonly string[] = [
  'about',
  'authority',
  'source',
  'note',
  'post',
  'team',
  'worker',
  'text',
  'reason',
  'ended_by',
  'outstanding',
  'question',
  'outcome',
  'possible',
  'clauses',
  'pack',
];

/** Keys that hold such words in one group alone. */
const IN_GROUP: Readonly<Record<string, readonly string[]>> = { for_family: ['parents', 'child'] };

/**
 * A case file with every text of a person in it replaced, by one text or each by another; the authority at
 * its head is a name from a list.
 */
export function withFreeText(file: CaseFile, text: string | (() => string)): CaseFile {
  const next = typeof text === 'string' ? () => text : text;
  const fill = (value: unknown, key = '', group = ''): unknown => {
    const isFree = FREE_TEXT.includes(key) || IN_GROUP[group]?.includes(key);
    if (typeof value === 'string') return isFree ? next() : value;
    if (Array.isArray(value)) return value.map((item) => fill(item, key, group));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner, name, key)]));
  };
  const { authority, ...rest } = file;
  return { ...(fill(rest) as CaseFile), ...(authority && { authority }) };
}

/** Keys of a case file whose value may be any text: neither a choice, nor a pattern, nor a date. */
export function openKeys(): string[] {
  const keys = new Set<string>();
  const walk = (node: unknown, key?: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, pattern, properties, enum: choices } = node as Record<string, unknown>;
    if (type === 'string' && !pattern && !choices && key !== undefined) keys.add(key);
    for (const [name, inner] of Object.entries((properties as object) ?? {})) walk(inner, name);
    for (const part of ['anyOf', 'oneOf', 'items', 'additionalProperties', '$defs']) {
      const inner = (node as Record<string, unknown>)[part];
      if (Array.isArray(inner)) for (const one of inner) walk(one, key);
      else if (part === '$defs') for (const one of Object.values((inner as object) ?? {})) walk(one, key);
      else walk(inner, part === 'additionalProperties' ? undefined : key);
    }
  };
  walk(z.toJSONSchema(CaseSchema, { io: 'input', unrepresentable: 'any' }));
  return [...keys];
}
