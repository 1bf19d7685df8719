import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCase } from '../../src/case/file/read-case.ts';
import { ConfigSchema } from '../../src/check/config-schema.ts';
import { SuppressionsSchema } from '../../src/check/suppressions-schema.ts';
import { readManifest } from '../../src/policy/folder/manifest.ts';
import { readProfiles } from '../../src/policy/pack/profiles.ts';
import { readYaml } from '../../src/yaml/read.ts';
import { validate } from '../../src/yaml/validate.ts';
import { policiesIn } from '../support/packs/policies.ts';
import { type Block, blocksOf, PAGES } from './pages.ts';

const YAML = PAGES.flatMap(blocksOf).filter(({ language }) => language === 'yaml');
const named = ({ page, line }: Block): string => `${page}:${line}`;

/** Parts of a pack that are shown, by their first key. */
const PARTS = ['sources', 'decided_by', 'facts', 'requirements', 'occurrences'];
const plainly = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Every group of keys within a value. */
function* groupsIn(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const inner of Object.values(value)) yield* groupsIn(inner);
}

/** Whether everything that is shown stands so in the whole. */
function isWithin(shown: unknown, whole: unknown): boolean {
  if (Array.isArray(shown))
    return Array.isArray(whole) && shown.length === whole.length && shown.every((one, i) => isWithin(one, whole[i]));
  if (typeof shown !== 'object' || shown === null) return JSON.stringify(shown) === JSON.stringify(whole);
  if (typeof whole !== 'object' || whole === null) return false;
  return Object.entries(shown).every(([key, of]) => isWithin(of, (whole as Record<string, unknown>)[key]));
}

/** What a block is, by the file that it stands in and by its keys. */
function kindOf({ text, file }: Block): string {
  const keys = Object.keys((parse(text) as object | null) ?? {});
  if (keys.includes('case')) return 'case';
  if (file === 'cpplan.config.yaml') return 'config';
  if (file === 'cpplan.suppressions.yaml') return 'suppressions';
  if (file === 'profiles.yaml') return 'profiles';
  if (file === 'policies.yaml') return 'policies';
  if (file !== undefined) return 'recipe';
  return keys[0] ?? 'comment';
}

const ofPacks = YAML.filter((block) => PARTS.includes(kindOf(block)));
const all = (kind: string): Block[] => YAML.filter((block) => kindOf(block) === kind);

test.each(all('case').map((block) => [named(block), block] as const))('%s is a case file', (_, { text }) => {
  expect(readCase(text).diagnostics).toEqual([]);
});

describe('a file that is shown whole is valid', () => {
  test.each([
    ['config', ConfigSchema],
    ['suppressions', SuppressionsSchema],
  ])('%s', (kind, schema) => {
    const blocks = all(kind);
    expect(blocks.length).toBeGreaterThan(0);
    for (const { text } of blocks) expect(validate(schema, readYaml(text)).diagnostics).toEqual([]);
  });

  test('policies', () => {
    const blocks = all('policies');
    expect(blocks.length).toBeGreaterThan(0);
    for (const { text } of blocks) expect(readManifest(readYaml(text)).diagnostics).toEqual([]);
  });

  test('profiles', () => {
    for (const { text } of all('profiles')) expect(readProfiles(readYaml(text)).diagnostics).toEqual([]);
  });
});

describe('a part that is shown', () => {
  test('of a pack stands in the pack of the example', () => {
    const { written } = policiesIn('docs/examples/exampleshire/policies').pack('exampleshire-long-plans');
    const [shown] = all('early_end').map(({ text }) => parse(text));
    const { in_play, stages } = written.questions.early_end ?? {};
    expect(shown.early_end).toEqual(JSON.parse(JSON.stringify({ in_play, stages })));
  });

  test.each(ofPacks.map((block) => [named(block), block] as const))(
    '%s stands in a pack of the example',
    (_, { text }) => {
      const folder = policiesIn('docs/examples/exampleshire/policies');
      const parts = folder.names().flatMap((name) => {
        const { written, whole = written } = folder.pack(name);
        return [...groupsIn(plainly(whole))];
      });
      for (const shown of Object.entries(parse(text)).map((group) => plainly(Object.fromEntries([group])))) {
        expect(
          parts.some((part) => isWithin(shown, part)),
          JSON.stringify(shown),
        ).toBe(true);
      }
    },
  );

  test('of a case file is valid in one', () => {
    const blocks = all('recipients');
    expect(blocks.length).toBeGreaterThan(0);
    for (const { text } of blocks)
      expect(readCase(`version: 1\ncase: EX-0001\nauthority: stoke-on-trent\n${text}`).diagnostics).toEqual([]);
  });
});

test('every block of YAML is one of these, a recipe (recipes.test.ts) or a first line with a schema', () => {
  const known = [
    ...PARTS,
    'case',
    'config',
    'suppressions',
    'profiles',
    'policies',
    'recipe',
    'early_end',
    'recipients',
    'comment',
  ];
  expect(YAML.filter((block) => !known.includes(kindOf(block))).map(named)).toEqual([]);
  for (const { text } of all('comment')) expect(text).toMatch(/^# (yaml-language-server: \$schema=|cpplan accepts )/);
});
