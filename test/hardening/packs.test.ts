import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Diagrams } from '../../src/logic/diagram.ts';
import { restsOn } from '../../src/logic/reasons.ts';
import { folderWith } from '../support/folder.ts';
import { faultOf, program } from '../support/program/in-process.ts';

const many = (count: number, part: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => part(i)).join('');

const yesNo = (count: number): string => many(count, (i) => `  f${i}: {type: yes_no, label: f${i}}\n`);
const choices = (count: number, options: number): string =>
  many(count, (i) => `  f${i}: {type: choice, label: f${i}, options: {${many(options, (j) => `o${j}: o, `)}}}\n`);

/** Either of two, not both. */
const either = (a: string, b: string): string => `{any: [{all: [${a}, {not: ${b}}]}, {all: [{not: ${a}}, ${b}]}]}`;

const chain = (count: number): string =>
  many(
    count,
    (i) => `  t${i}: {says: t, means: ${i === 0 ? '{f0: yes}' : either(`{term: t${i - 1}}`, `{f${i}: yes}`)}}\n`,
  );

/** Each of the first half together with its fellow of the second: diagrams grow without bounds in this order. */
const fellows = (count: number): string =>
  `{any: [${many(count, (i) => `{all: [{f${i}: yes}, {f${i + count}: yes}]}, `)}]}`;

const rule = (id: string, when: string): string => `          ${id}: {when: ${when}, outcome: a, clauses: [SD-1]}\n`;

const pack = (facts: string, when: string, { rules = '', more = '', ask = 0 } = {}): string =>
  `pack: bad\nversion: 1.0.0\npublished: 2026-01-05\nsource: {title: T, publisher: nobody, dated: undated, standing: tests}\n` +
  `facts:\n${facts}ask: [${many(ask, (i) => `{about: f${i}}, `)}]\n${more}questions:\n  q:\n    title: Q\n    asks: Q?\n    in_play: {all: []}\n` +
  `    outcomes: {a: {says: A.}}\n    stages:\n      - id: s\n        rules:\n${rule('r', when)}${rules}` +
  'clauses:\n  SD-1: {section: S, paragraph: 1, says: S.}\n';

const nested = (depth: number): string => `${'{not: '.repeat(depth)}{f0: yes}${'}'.repeat(depth)}`;

/** Packs that would take the machine's time or memory, and what is said of each; nothing where they can be used. */
const PACKS: Readonly<Record<string, [text: string, says?: RegExp]>> = {
  'a condition of 300 KB': [pack(yesNo(10), `{any: [${many(24_000, (i) => `{f${i % 10}: yes}, `)}]}`)],
  '5,000 conditions within one another': [pack(yesNo(1), nested(5000)), /yaml_syntax/],
  '25 conditions within one another': [pack(yesNo(1), nested(25))],
  '3,000 rules': [
    pack(yesNo(2), '{f0: yes}', { rules: many(3_000, (i) => rule(`x${i}`, '{f1: yes}')) }),
    /at most 400: split/,
  ],
  '5,000 facts': [pack(yesNo(5000), '{f0: yes}'), /at most 300: split/],
  '200 facts of 60 options': [pack(choices(200, 60), '{f0: o1}'), /at most 30 options/],
  '2,000 thresholds': [
    pack('  n: {type: number, label: n}\n', `{n: [${many(2000, (i) => `${i}, `)}]}`),
    /at most 30 options/,
  ],
  'terms that double at each of 30 steps': [pack(yesNo(30), '{term: t29}', { more: `terms:\n${chain(30)}` })],
  'a hundred pairs in the worst order': [
    pack(yesNo(200), fellows(100), { ask: 200 }),
    /too large to be worked through/,
  ],
  'a fact named constructor': [pack('  constructor: {type: yes_no, label: c}\n', '{constructor: yes}')],
  'an option named constructor': [
    pack('  c: {type: choice, label: c, options: {constructor: x, b: y}}\n', '{c: constructor}'),
  ],
  'a fact named __proto__': [pack('  __proto__: {type: yes_no, label: c}\n', '{f0: yes}'), /yaml_key/],
  'a term in a circle': [
    pack(yesNo(1), '{term: t}', { more: 'terms:\n  t: {says: t, means: {not: {term: t}}}\n' }),
    /defined through itself/,
  ],
  'a tag that names code': [pack(yesNo(1), '!!js/function "process.exit()"'), /yaml_tag/],
  'a file of more than 384 KB': [
    `${pack(yesNo(1), '{f0: yes}')}${'# words.\n'.repeat(49_000)}`,
    /at most 393216 bytes/,
  ],
};

describe.each(Object.entries(PACKS))('a pack with %s', (_, [text, says]) => {
  test(says ? 'is refused in words' : 'is worked through', { timeout: 120_000 }, async () => {
    const folder = folderWith({
      'bad.yaml': text,
      'case/a.yaml': 'version: 1\ncase: EX-0001\npacks: [bad]\nanswers: {f0: yes}\n',
    });
    copyFileSync('test/policy/packs/facts.yaml', join(folder, 'facts.yaml'));
    const given = await program(['policy', 'show', 'bad', '--policies', folder]);
    expect(given.exit).toBe(says ? 2 : 0);
    if (says) expect(given.err).toMatch(says);
    for (const args of [
      ['explain', join(folder, 'case', 'a.yaml')],
      ['check', join(folder, 'case')],
    ]) {
      expect(await faultOf([...args, '--policies', folder])).toBeUndefined();
    }
  });
});

test('what the program itself answers to a built-in name is not taken from a prototype', async () => {
  for (const name of ['constructor', '__proto__', 'toString']) {
    const { err } = await program(['policy', 'show', name]);
    expect(err).toContain('There is no policy pack');
  }
});

test('the least set of forty facts, all of which are needed, is found without trying every set', () => {
  const diagrams = new Diagrams();
  const facts = Array.from({ length: 40 }, (_, i) => diagrams.test(i, 2, 1));
  const odd = facts.reduce((a, b) => diagrams.choose(a, diagrams.not(b), b));
  expect(
    restsOn(
      odd,
      facts.map(() => 1),
    ),
  ).toHaveLength(40);
});

test('of forty facts, twenty of which are enough, a set is found that cannot do without any of its own', () => {
  const diagrams = new Diagrams();
  const facts = Array.from({ length: 40 }, (_, i) => diagrams.test(i, 2, 1));
  // Where `n` of the facts from here on are still wanted
  const wanted = Array.from({ length: 21 }, (_, n) => (n === 0 ? diagrams.yes : diagrams.no));
  for (const fact of facts.toReversed())
    for (let n = 20; n > 0; n--)
      wanted[n] = diagrams.choose(fact, wanted[n - 1] ?? diagrams.yes, wanted[n] ?? diagrams.no) as typeof diagrams.yes;
  const known = facts.map(() => 1);
  expect(restsOn(wanted[20] as typeof diagrams.yes, known)).toHaveLength(20);
});

test('what one case needs leaves nothing behind in the diagrams of its pack', () => {
  const diagrams = new Diagrams(200);
  const facts = Array.from({ length: 12 }, (_, i) => diagrams.test(i, 2, 1));
  const both = diagrams.all(facts);
  for (let i = 0; i < 500; i++) {
    const known = facts.map((_, v) => (i & (1 << v) ? 1 : 3));
    diagrams.aside(() => diagrams.restrict(diagrams.not(both), known));
  }
  expect(() => diagrams.restrict(diagrams.not(both), [1])).not.toThrow();
});

describe('a template from others', () => {
  const TEMPLATES: Readonly<Record<string, string>> = {
    'includes itself': '{% include "a.md" %}',
    'goes round for ever': '{% for a in (1..99999999) %}{% for b in (1..99999999) %}x{% endfor %}{% endfor %}',
    'doubles a text': `{% assign a = "x" %}${'{% assign a = a | append: a %}'.repeat(60)}{{ a }}`,
    'asks for the prototype': '{{ case.constructor }}{{ case.__proto__.polluted }}{{ constructor.constructor }}',
    'asks for a file': '{% include "../../package.json" %}{% render "/etc/passwd" %}',
    'has a filter that is a function of the language': '{{ case | constructor }}',
  };

  test.each(Object.entries(TEMPLATES))('that %s is refused in words', { timeout: 60_000 }, async (_, text) => {
    const folder = folderWith({ 'notes/a.md': text });
    writeFileSync(join(folder, 'a.md'), text);
    const given = await program([
      'rationale',
      'cases/further-plan/second-plan-ready.yaml',
      '--template',
      join(folder, 'a.md'),
      '--templates',
      folder,
    ]);
    expect(given.exit).toBe(2);
    expect(given.err).toMatch(/\S/);
  });
});
