import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../src/commands/check/check.ts';
import { layersOf } from '../../src/files/policies/layers.ts';
import { PolicyFolder } from '../../src/files/policies/policy-folder.ts';
import { onDisk, type TextFolder } from '../../src/files/policies/text-folder.ts';
import { verify } from '../../src/policy/verify/verify.ts';
import { inWorld } from '../support/program/io.ts';
import { textOf } from './pages.ts';

// Every key of a schema stands on its reference page, and every example there is from a file that is read here.

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Record<string, Schema>;
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly examples?: readonly unknown[];
}

const PAGES = [
  ['case', 'docs/case-file.md', 'docs/examples/reference/case-file'],
  ['policy', 'docs/policy-pack.md', 'docs/examples/reference/policy-pack'],
] as const;

const schemaOf = (name: string): Schema => JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'));
const filesIn = (folder: string): string[] => readdirSync(folder).map((name) => `${folder}/${name}`);

const TOP = 'The file';

/** The keys of a schema by the group in which they stand; a definition that is referred to is a group of its own. */
function keysOf(root: Schema): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const seen = new Set<string>();
  const walk = (node: Schema, group: string): void => {
    if (node.$ref) {
      const name = node.$ref.split('/').at(-1) as string;
      if (seen.has(name)) return;
      seen.add(name);
      walk(root.$defs?.[name] as Schema, node === root ? TOP : name);
      return;
    }
    for (const [key, inner] of Object.entries(node.properties ?? {})) {
      found.set(group, (found.get(group) ?? new Set()).add(key));
      // A part at another time has the keys that the part itself has
      if (key !== 'editions') walk(inner, group === TOP ? key : `${group}.${key}`);
    }
    const inner = [node.items, node.additionalProperties, ...(node.anyOf ?? []), ...(node.oneOf ?? [])];
    for (const next of inner) if (typeof next === 'object') walk(next, group);
  };
  walk(root, TOP);
  return found;
}

interface Row {
  readonly key: string;
  readonly meaning: string;
  readonly example: string;
}

/** The rows of a page by section, and for a section that points to another the name of that one. */
function sectionsOf(page: string): Map<string, readonly Row[] | string> {
  const sections = textOf(page).split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const name = section.slice(0, section.indexOf('\n'));
      const other = /^The same as \[(.*?)\]/m.exec(section)?.[1];
      return [name, other ?? rowsIn(section)];
    }),
  );
}

const rowsIn = (section: string): Row[] =>
  [...section.matchAll(/^\| (?!key |---)(.*?) \|$/gm)].map(([, row = '']) => {
    const [key = '', , meaning = '', example = ''] = row.split(/(?<!\\) \| /);
    return { key: key.replaceAll(/[*`]/g, ''), meaning, example };
  });

/** Where a group is described: at itself, or where the group around it says. */
function placeOf(group: string, sections: ReturnType<typeof sectionsOf>): string {
  const around = [...sections].find(([name, to]) => typeof to === 'string' && `${group}.`.startsWith(`${name}.`));
  return around ? placeOf(group.replace(around[0], String(around[1])), sections) : group;
}

/** Every key with its value, however deep. */
function entriesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.entries(value).map(([key, of]) => JSON.stringify({ [key]: of }));
  return [...own, ...Object.values(value).flatMap(entriesIn)];
}

const examplesIn = (node: unknown): unknown[] =>
  typeof node === 'object' && node !== null
    ? [...((node as Schema).examples ?? []), ...Object.values(node).flatMap(examplesIn)]
    : [];

describe.each(PAGES)('the reference of the %s schema', (name, page, folder) => {
  const [schema, sections] = [schemaOf(name), sectionsOf(page)];
  const rows = [...sections.values()].flatMap((section) => (typeof section === 'string' ? [] : section));

  test.each([...keysOf(schema)])('has the keys of %s, and no other', (group, keys) => {
    const section = sections.get(placeOf(group, sections)) ?? [];
    const shown = typeof section === 'string' ? [] : section.map(({ key }) => key);
    expect([...new Set(shown)].filter((key) => key !== 'any id').sort()).toEqual([...keys].sort());
  });

  test('has no group that the schema lacks', () => {
    const groups = [...keysOf(schema).keys()];
    expect([...sections.keys()].filter((section) => !groups.includes(section))).toEqual([]);
  });

  test('says of each key what it means', () => {
    expect(rows.filter(({ meaning }) => meaning === '')).toEqual([]);
  });

  test('has examples from the files and from the schema alone', () => {
    const files = filesIn(folder).map((path) => parse(readFileSync(path, 'utf8')));
    const known = new Set([...files, ...examplesIn(schema)].flatMap(entriesIn));
    for (const { key, example } of rows) {
      const text = /^`(.*)`$/.exec(example)?.[1]?.replaceAll('\\|', '|');
      if (text === undefined) expect(example, key).toMatch(/^\[below\]\(#[\w-]+\)$/);
      else expect(known, key).toContain(JSON.stringify(parse(`{${text}}`)));
    }
  });
});

describe('the files of the examples', () => {
  test('hold the cases that the shipped packs read, with what they expect', async () => {
    const { exit, out } = await inWorld((io) => check(['docs/examples/reference/case-file'], {}, io));
    expect(out).toMatch(/^4 case files checked .*: 0 error/m);
    expect(exit).toBe(0);
  });

  test.each(filesIn('docs/examples/reference/policy-pack'))('%s verifies without a finding', (path) => {
    const text = readFileSync(path, 'utf8');
    const shipped = onDisk('policies');
    const name = path.split('/').at(-1) as string;
    const folder: TextFolder = {
      ...shipped,
      names: () => [name, 'facts.yaml'],
      read: (file) => (file === name ? text : shipped.read(file)),
    };
    const policies = new PolicyFolder(layersOf([folder], folder));
    expect(verify(policies.pack(name.replace('.yaml', '')), policies.vocabulary()).findings).toEqual([]);
  });
});
