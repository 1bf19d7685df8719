import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FORMS } from '../../src/facts/derivations/table.ts';
import { filesBelow, importsOf, roomOf } from './imports.ts';

const files = filesBelow('src');
const textOf = (file: string): string => readFileSync(file, 'utf8');
const imports = importsOf(files);
const importersOf = (file: string): string[] => files.filter((other) => imports.get(other)?.includes(file));

test('half of all files have 40 lines or more, and half 120 or fewer', () => {
  const lengths = files.map((file) => textOf(file).split('\n').length - 1).toSorted((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)];
  expect(median).toBeGreaterThanOrEqual(40);
  expect(median).toBeLessThanOrEqual(120);
});

test('the linter refuses a function of more than 45 lines, and no file of src is excused', () => {
  const { linter, overrides } = JSON.parse(readFileSync('biome.json', 'utf8'));
  const rule = 'noExcessiveLinesPerFunction';
  expect(linter.rules.complexity[rule]).toMatchObject({ level: 'error', options: { maxLines: 45 } });
  const excused = overrides.filter((one: { linter: { rules: object } }) =>
    JSON.stringify(one.linter.rules).includes(rule),
  );
  expect(excused.flatMap(({ includes }: { includes: string[] }) => includes)).toEqual(['scripts/**', 'test/**']);
  expect(files.filter((file) => textOf(file).includes(`biome-ignore lint/complexity/${rule}`))).toEqual([]);
});

describe('the forms of a derivation', () => {
  /** A question which form something has, by the key that the form is written with. */
  const LADDER = new RegExp(`'(?:${FORMS.map(({ key }) => key).join('|')})' in (?:how|derive|\\w+\\.derive)\\b`);

  test.each(["'count' in how", "'months' in fact.derive", "'shown' in derive"])('%s is seen to be a ladder', (text) =>
    expect(text).toMatch(LADDER),
  );

  test('are told apart by their table alone', () => {
    expect(files.filter((file) => LADDER.test(textOf(file)))).toEqual([]);
  });
});

describe('a case has one door', () => {
  const ABOVE = ['start', 'main', 'cli', 'commands', 'completion', 'interview', 'import'];
  const fromAbove = (file: string): string[] => importersOf(file).filter((other) => ABOVE.includes(roomOf(other)));

  test('no command assesses a case itself', () => expect(fromAbove('src/assess/case/assess.ts')).toEqual([]));

  test('no command reads a case file itself; only a decision is put into the text that stands there now', () =>
    expect(fromAbove('src/case/file/read-case.ts')).toEqual(['src/commands/note/save-decision.ts']));

  test('no command looks for the configuration of a folder of cases', () => {
    const looks = files.filter((file) => /^import \{[^}]*\bConfigs\b/m.test(textOf(file)));
    expect(looks).toEqual(['src/cases/case-opener.ts']);
  });
});

describe('no object that is made for each case has getters of its own', () => {
  // The engine keeps a form for each such object, and with it the case: 50,000 cases took twice as long. A class has one.
  const OWN_GETTER = /^\s+get \w+\(\)(?!:) \{/m;

  test.each(['  get unknown() {\n', '    get hangsOn() {'])('%s is seen to be one', (text) =>
    expect(text).toMatch(OWN_GETTER),
  );

  test('a getter of a class says what it gives', () => expect('  get pack(): CompiledPack {').not.toMatch(OWN_GETTER));

  test('only the world outside has them, and there is one', () =>
    expect(files.filter((file) => OWN_GETTER.test(textOf(file)))).toEqual(['src/io.ts']));
});

describe('an assessment, and what it says on a question, is never spread', () => {
  const SPREAD = /\.\.\.(?:\w+\.)*(?:assessment|question|result)\b/;
  const MAKERS = ['src/assess/case/assessment.ts', 'src/policy/'];

  test('what is worked out when it is asked for would be lost: there are functions for it', () => {
    const isMaker = (file: string): boolean => MAKERS.some((maker) => file.startsWith(maker));
    const spread = files.filter((file) => !isMaker(file) && SPREAD.test(objects(file)));
    expect(spread).toEqual([]);
  });

  /** Spreads into objects, not into lists. */
  function objects(file: string): string {
    return [...textOf(file).matchAll(/\{\s*\.\.\.[\w.]+/g)].map(([text]) => text).join('\n');
  }
});
