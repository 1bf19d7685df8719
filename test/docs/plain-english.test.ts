import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../architecture/imports.ts';
import { PAGES } from './pages.ts';
import { type Sentence, sentencesOf, TURNS, textOfPage, textOfTemplate, textsOfModule } from './prose.ts';

// Texts that people read: one thought a sentence, and no turn that has to be read twice.

const LONGEST = 35;
const AVERAGE = 18;

const faultsIn = (sentences: readonly Sentence[]): string[] => [
  ...sentences
    .filter(({ words }) => words > LONGEST)
    .map(({ place, text, words }) => `${place}: ${words} words: ${text}`),
  ...sentences
    .filter(({ text }) => TURNS.test(text))
    .map(({ place, text }) => `${place}: “${TURNS.exec(text)?.[0]}”: ${text}`),
];

const averageOf = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { words }) => sum + words, 0) / sentences.length;

/** Pages with texts that are still to be mended, each with where they come from. */
const PENDING: Readonly<Record<string, string>> = {
  'docs/clauses.md': 'policies/',
  'docs/case-file.md': 'src/case/file/',
};

test.each(Object.keys(PENDING))('%s is still pending', (page) => {
  expect(faultsIn(sentencesOf(textOfPage(page), page))).not.toEqual([]);
});

describe.each(PAGES.filter((page) => !(page in PENDING)))('%s', (page) => {
  const sentences = sentencesOf(textOfPage(page), page);

  test('has no sentence that has to be read twice', () => {
    expect(faultsIn(sentences)).toEqual([]);
  });

  test('has short sentences', () => {
    expect(sentences.length).toBeGreaterThan(3);
    expect(averageOf(sentences)).toBeLessThan(AVERAGE);
  });
});

describe('the templates of notes and letters', () => {
  const sentences = readdirSync('templates', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => sentencesOf(textOfTemplate(join('templates', name)), name));

  test('say nothing that has to be read twice', () => {
    expect(faultsIn(sentences)).toEqual([]);
  });

  test('speak in short sentences', () => {
    expect(sentences.length).toBeGreaterThan(200);
    expect(averageOf(sentences)).toBeLessThan(AVERAGE);
  });
});

describe('the program', () => {
  const sentences = filesBelow('src')
    .filter((path) => !path.startsWith(join('src', 'completion')))
    .flatMap((path) => textsOfModule(path).flatMap((text) => sentencesOf(text, path)));

  test('says nothing that has to be read twice', () => {
    expect(faultsIn(sentences)).toEqual([]);
  });

  test('speaks in short sentences', () => {
    expect(sentences.length).toBeGreaterThan(500);
    expect(averageOf(sentences)).toBeLessThan(AVERAGE);
  });
});

test.each([
  ['What is no case file is passed over.', 2],
  ['A folder stands in place of all those built in.', 1],
  [`${'word '.repeat(36)}.`, 1],
  ['Other files are skipped, and their number is shown.', 0],
])('a fault is seen: %s', (text, least) => {
  expect(faultsIn(sentencesOf(text, 'here')).length).toBe(Math.min(least, 1));
});
