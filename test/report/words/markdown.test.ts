import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../../src/report/words/markdown.ts';
import { harmless } from '../../../src/report/words/wrap.ts';
import { HOSTILE } from '../../support/texts/hostile.ts';
import { parseCommonMark, parseGfm } from '../../support/texts/markdown.ts';

const oneLine = (text: string): string => harmless(text).replace(/\s+/g, ' ').trim();

/** A place in a document, as Markdown and as the words that stand there. */
const PLACES = [
  { place: 'a paragraph', markdown: (text: string) => text, words: (text: string) => text },
  {
    place: 'a sentence',
    markdown: (text: string) => `Before: ${text} (after)`,
    words: (text: string) => `Before: ${text} (after)`,
  },
  { place: 'a point of a list', markdown: (text: string) => `- ${text}`, words: (text: string) => text },
  { place: 'strong words', markdown: (text: string) => `**x${text}x**`, words: (text: string) => `x${text}x` },
];

describe.each(PLACES)('in $place', ({ markdown, words }) => {
  test.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('%s comes out as the characters it has', (_, text) => {
    const escaped = markdown(escapeMarkdown(text));
    const expected = words(oneLine(text)).trim();
    expect(parseCommonMark(escaped).words.trim()).toBe(expected);
    expect(parseGfm(escaped).words.trim()).toBe(expected);
  });
});

test.each([
  "It's the mother's view: 50% sure (see p. 4); she said “no”, then 'yes' – or did she?",
  'He earns £20 a week & pays 1/3; 14:30 on 3 May, ref. 2024-7 #4.',
  'Twenty-six months have passed; attendance stayed above 94 per cent!',
  '2.5 hours, from 10:30 to 13:00',
  'She wrote "a + b = c - d" on 16. May, and left it at that...',
])('ordinary prose comes out as it went in: %s', (text) => expect(escapeMarkdown(text)).toBe(text));
