import { describe, expect, test } from 'vitest';
import { compileTogether } from '../../../src/policy/compile/compile.ts';
import { type PackSnapshot, revive, snapshotOf } from '../../../src/policy/compile/snapshot.ts';
import { differences } from '../../../src/policy/mutate/differ.ts';
import { compiled, SOUND, vocabulary as small } from '../../support/packs/broken-packs.ts';
import { policies } from '../../support/packs/policies.ts';

const shipped = policies.vocabulary();
const PACKS = [
  ['the sound pack', compiled(SOUND), small],
  ...policies.names().map((name) => [name, policies.pack(name), shipped] as const),
] as const;

const asData = (snapshot: PackSnapshot): PackSnapshot => JSON.parse(JSON.stringify(snapshot));

test.each(PACKS)('%s comes back from plain data as it was taken down', (_, pack, { vocabulary }) => {
  const back = revive(asData(snapshotOf(pack)), vocabulary);
  expect(back.pack).toEqual(pack.pack);
  expect(back.written).toEqual(pack.written);
  expect(back.facts).toEqual(pack.facts);
  expect(snapshotOf(back)).toEqual(snapshotOf(pack));
  const [a, b] = compileTogether([pack, back]);
  expect(a && b && differences(a, b)).toEqual([]);
});

describe('data from which something is missing', () => {
  const whole = asData(snapshotOf(compiled(SOUND)));
  const lists = ['conditions', 'nodes', 'questions', 'requirements', 'indicators'] as const;

  test.each(lists)('is refused: the last of the %s', (list) => {
    const short = { ...whole, [list]: whole[list].slice(0, -1) };
    expect(() => revive(short, small.vocabulary)).toThrow('this snapshot of a pack has nothing at');
  });

  test('is refused: a rule of a question', () => {
    const questions = whole.questions.map((question) => ({ ...question, rules: question.rules.slice(0, -1) }));
    expect(() => revive({ ...whole, questions }, small.vocabulary)).toThrow('nothing at');
  });
});
