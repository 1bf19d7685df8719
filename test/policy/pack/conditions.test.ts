import { describe, expect, test } from 'vitest';
import type { Path } from '../../../src/messages/diagnostic.ts';
import { buildPack } from '../../../src/policy/pack/build-pack.ts';
import { changeAt } from '../../../src/policy/pack/change.ts';
import { ALWAYS, NEVER } from '../../../src/policy/pack/condition.ts';
import { conditionsOf, withCondition } from '../../../src/policy/pack/conditions.ts';
import { requirementOf } from '../../../src/policy/pack/pack.ts';
import { broken, compiled, read, SOUND } from '../../support/packs/broken-packs.ts';
import { policies } from '../../support/packs/policies.ts';

const sound = compiled(SOUND);
const PACKS = [['sound', sound], ...policies.names().map((name) => [name, policies.pack(name)] as const)] as const;

const at = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], root);

describe.each(PACKS)('the conditions of %s', (_, { pack, written }) => {
  const conditions = [...conditionsOf(pack)];

  test('are gone through in the order in which they are read, each of them once', () => {
    const asRead: string[] = [];
    buildPack(written, (_text, path) => asRead.push(path.join(' ')));
    expect(conditions.map(({ path }) => path.join(' '))).toEqual(asRead);
    expect(new Set(asRead).size).toBe(asRead.length);
  });

  test('stand where they say, in parts that stand where they say', () => {
    for (const { owner, key, path, condition } of conditions) {
      expect(at(pack, owner.path)).toBe(owner);
      expect(path).toEqual([...owner.path, key]);
      expect(at(pack, path)).toBe(condition);
    }
  });

  test('are written there in the file, but for a requirement that always applies', () => {
    for (const { owner, key, path } of conditions) {
      const text = at(written, path);
      if (owner.what === 'requirement' && key === 'when' && text === undefined) expect(owner.when).toEqual(ALWAYS);
      else expect(Object.keys(text as object)).toHaveLength(1);
    }
  });
});

describe('a condition in the place of another', () => {
  const conditions = [...conditionsOf(sound.pack)];

  test.each(conditions.map((one, i) => [one.path.join(' '), one, i] as const))(
    'at %s changes nothing else',
    (_, one, i) => {
      const changed = withCondition(sound.pack, one, NEVER);
      const after = [...conditionsOf(changed)].map(({ condition }) => condition);
      expect(after).toEqual(conditions.map(({ condition }) => condition).with(i, NEVER));
      expect(after[i]).toBe(NEVER);
      expect([...conditionsOf(sound.pack)]).toEqual(conditions);
    },
  );

  test('is refused where the condition is of another pack, or has been replaced', () => {
    for (const one of conditions) {
      const changed = withCondition(sound.pack, one, NEVER);
      expect(() => withCondition(changed, one, ALWAYS)).toThrow('not one of this pack');
    }
    const elsewhere = { ...conditions[0], path: ['terms', 'another', 'means'] } as (typeof conditions)[number];
    expect(() => withCondition(sound.pack, elsewhere, ALWAYS)).toThrow('not one of this pack');
  });
});

describe('a condition that is wrong', () => {
  const written = [...conditionsOf(sound.pack)].filter(({ path }) => at(sound.written, path) !== undefined);

  test.each(written.map(({ path }) => [path.join(' '), path] as const))(
    'at %s makes the pack unusable, and is said there',
    (_, path) => {
      const { data, diagnostics } = read(JSON.stringify(changeAt(sound.written, path, { no_such_fact: 'yes' })));
      expect(data).toBeUndefined();
      expect(diagnostics.map(({ code, path: where }) => [code, where])).toContainEqual([
        'bad_condition',
        [...path, 'no_such_fact'],
      ]);
    },
  );

  test('does not hide names that are wrong elsewhere', () => {
    const text = broken(
      ['outcome: manager', 'outcome: manger'],
      ['in_play: {asked_for: yes}', 'in_play: {asked: yes}'],
    );
    expect(read(text).diagnostics.map(({ code }) => code)).toEqual([
      'bad_condition',
      'unknown_name',
      'outcome_without_rule',
    ]);
  });
});

test('what a pack has no name for is an error of the program, never a condition that holds', () => {
  expect(() => requirementOf(sound.pack, 'not_there')).toThrow('not_there');
});

test('nothing is changed at a place where nothing stands', () => {
  expect(() => changeAt(sound.pack, ['requirements', 'not_there', 'due'], undefined)).toThrow('not_there');
  expect(() => changeAt(sound.pack, ['impossible', 99], undefined)).toThrow('99');
});
