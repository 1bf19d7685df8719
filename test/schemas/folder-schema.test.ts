import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { policySchema } from '../../src/commands/schema.ts';
import { policies } from '../support/packs/policies.ts';
import { inWorld } from '../support/program/io.ts';

const { out } = await inWorld((io) => policySchema('policies', {}, io));
const schema = JSON.parse(out);
const valid = new Ajv2020({ allowUnionTypes: true, strict: false, allErrors: true }).compile(schema);
const packOf = (name: string): unknown => parse(readFileSync(`policies/${name}.yaml`, 'utf8'));

test.each(policies.names())('the pack `%s` fits the schema of its folder', (name) => {
  valid(packOf(name));
  expect((valid.errors ?? []).slice(0, 5)).toEqual([]);
});

describe('a misspelt name is marked where it stands', () => {
  // biome-ignore format: one row a line
  const WRONG: readonly (readonly [what: string, path: readonly (string | number)[], wrong: unknown])[] = [
    ['fact in a condition', ['questions', 'further_plan', 'in_play'], { conference_soght: 'yes' }],
    ['value of a choice', ['terms', 'repeat', 'means'], { risks_compared: 'sme' }],
    ['value of yes or no', ['terms', 'repeat', 'means'], { conference_sought: 'maybe' }],
    ['term', ['questions', 'further_plan', 'in_play'], { term: 'repeet' }],
    ['outcome in a condition', ['questions', 'further_plan', 'in_play'], { outcome: 'further_plan.secnd' }],
    ['role', ['requirements', 'head_of_service_agrees', 'who'], 'head_of_servise'],
    ['clause', ['requirements', 'head_of_service_agrees', 'clauses'], ['RP-6.9']],
    ['question', ['requirements', 'head_of_service_agrees', 'question'], 'further_plans'],
    ['what is asked', ['ask', 0, 'about'], 'previus_plans'],
    ['event', ['ends_with', 0, 'event'], 'child_dies'],
    ['date', ['requirements', 'head_of_service_agrees', 'due'], { before: 'initial_conferense' }],
  ];

  test.each(WRONG)('%s', (_, path, wrong) => {
    const pack = packOf('repeat-plans') as Record<string | number, unknown>;
    const place = path.slice(0, -1).reduce((at, step) => {
      const next = at[step] as Record<string | number, unknown>;
      expect(next, String(step)).toBeDefined();
      return next;
    }, pack);
    place[path.at(-1) as string] = wrong;
    expect(valid(pack)).toBe(false);
    expect(valid.errors?.some(({ instancePath }) => instancePath.startsWith(`/${path.join('/')}`))).toBe(true);
  });
});

test('a fact is explained where it is named', () => {
  const facts = schema.$defs.condition.anyOf.at(-1).properties;
  expect(facts.conference_sought.description).toContain('Is an initial child protection conference being asked for');
});

describe('every key of a schema that people write files by has hover text', () => {
  const NAMES = ['case', 'policy', 'facts', 'policies', 'profiles', 'documents', 'closures', 'config', 'suppressions'];

  function* without(node: unknown, path: string): Generator<string> {
    if (typeof node !== 'object' || node === null) return;
    const {
      properties = {},
      examples: _,
      ...rest
    } = node as {
      properties?: Record<string, Record<string, unknown>>;
      examples?: unknown;
    };
    for (const [key, of] of Object.entries(properties)) {
      if (!of.description && !of.$ref) yield `${path}.${key}`;
      yield* without(of, `${path}.${key}`);
    }
    for (const [key, inner] of Object.entries(rest)) yield* without(inner, key === '$defs' ? path : path);
  }

  test.each(NAMES)('%s', (name) => {
    expect([...without(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')), name)]).toEqual([]);
  });
});
