import { describe, expect, test } from 'vitest';
import { TooManyNodes } from '../../../src/logic/diagram.ts';
import { spanInWords } from '../../../src/logic/span.ts';
import { compile } from '../../../src/policy/compile/compile.ts';
import { CONFLICT, GAP, NOT_IN_PLAY } from '../../../src/policy/compile/compiled.ts';
import { readPack } from '../../../src/policy/pack/read-pack.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import { endOf } from '../../support/packs/tables.ts';

const PACK = `
pack: doors
version: 1.0.0
published: 2026-01-01
source: {title: A text, publisher: nobody, dated: undated, standing: none}
roles: {driver: Driver}
facts:
  lamp: {type: yes_no, label: the lamp, asks: Is it lit?}
  door: {type: choice, label: the door, asks: Which door?, options: {front: front, back: back, none: none}}
  wait: {type: months, label: the wait, asks: How long?}
ask: [{about: door}, {about: lamp}, {about: wait}]
questions:
  way:
    title: Way
    asks: Which way?
    in_play: {lamp: yes}
    outcomes: {left: {says: left}, right: {says: right}}
    stages:
      - id: first
        rules:
          by_front: {when: {door: front}, outcome: left, clauses: [AB-1]}
          by_wait: {when: {wait: under 3}, outcome: right, clauses: [AB-1]EXCEPT}
      - id: second
        rules:
          by_back: {when: {door: [front, back]}, outcome: right, clauses: [AB-1]}
requirements:
  note: {kind: record, question: way, when: {outcome: way.right}, who: driver, says: Note it., clauses: [AB-1]}
  list:
    {kind: content, question: way, who: driver, says: See to it, clauses: [AB-1], items: {one: the first, two: the second}}
clauses: {AB-1: {section: A, paragraph: 1, says: a clause}}
`;

function compiled(except = '', limit?: number) {
  const { data, diagnostics } = readPack(readYaml(PACK.replace('EXCEPT', except)), {
    version: 1,
    roles: {},
    facts: {},
  });
  if (!data) throw new Error(diagnostics.map((d) => d.says).join('\n'));
  return compile(data, limit);
}

describe('the facts of a pack as variables', () => {
  const { variables } = compiled();

  test('stand in the order in which they are asked, and after them what shows that a requirement is met', () => {
    expect(variables.map(({ fact }) => fact)).toEqual(['door', 'lamp', 'wait', 'note', 'list.one', 'list.two']);
  });

  test('have a region for each option, or for each stretch between the thresholds that the pack names', () => {
    expect(variables.map(({ regions }) => regions)).toEqual([3, 2, 2, 2, 2, 2]);
    expect(variables[2]?.spans?.map(spanInWords)).toEqual(['under 3', 'at least 3']);
  });
});

/** door, lamp, wait; then the three records, which change no outcome. */
const world = (door: number, lamp: number, wait: number): number[] => [door, lamp, wait, 1, 1, 1];
const [FRONT, BACK, NONE] = [0, 1, 2];
const [LIT, DARK] = [0, 1];
const [SHORT, LONG] = [0, 1];

describe('a question', () => {
  test.each([
    ['that is not in play says so, whatever its rules say', world(FRONT, DARK, LONG), NOT_IN_PLAY],
    ['ends where the one rule that speaks leads', world(FRONT, LIT, LONG), 'left'],
    ['goes to the next stage where no rule of the first speaks', world(BACK, LIT, LONG), 'right'],
    ['does not go on to the next stage where one has spoken', world(FRONT, LIT, LONG), 'left'],
    ['ends in a conflict where two rules of a stage lead to different outcomes', world(FRONT, LIT, SHORT), CONFLICT],
    ['is silent where no rule of any stage speaks', world(NONE, LIT, LONG), GAP],
  ])('%s', (_, at, end) => {
    expect(endOf(compiled().questions[0]?.route as never, at)).toBe(end);
  });

  test('an exception takes the cases of the other rule away from a rule', () => {
    const { questions } = compiled(', except: [by_front]');
    expect(endOf(questions[0]?.route as never, world(FRONT, LIT, SHORT))).toBe('left');
    expect(endOf(questions[0]?.route as never, world(BACK, LIT, SHORT))).toBe('right');
  });
});

describe('a requirement', () => {
  const { requirements } = compiled();
  const [note, list] = requirements;

  test('applies only while its question is in play', () => {
    expect(endOf(list?.applies as never, world(NONE, LIT, LONG))).toBe(true);
    expect(endOf(list?.applies as never, world(NONE, DARK, LONG))).toBe(false);
  });

  test('may follow from an outcome', () => {
    expect(endOf(note?.applies as never, world(BACK, LIT, LONG))).toBe(true);
    expect(endOf(note?.applies as never, world(FRONT, LIT, LONG))).toBe(false);
  });

  test('with items is met where each of them is there', () => {
    expect(endOf(list?.evidence as never, [0, 0, 0, 1, 0, 0])).toBe(true);
    expect(endOf(list?.evidence as never, [0, 0, 0, 1, 0, 1])).toBe(false);
  });
});

test('a pack that is too large is refused', () => {
  expect(() => compiled('', 5)).toThrow(TooManyNodes);
});
