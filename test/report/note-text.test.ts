import { describe, expect, test } from 'vitest';
import { plainNote } from '../../src/report/plain-note.ts';
import { caseAt, caseFiles } from '../support/cases.ts';
import { withFreeText } from '../support/free-text.ts';
import { HOSTILE } from '../support/hostile.ts';
import { fullCase, noteOf } from '../support/notes.ts';

/** Lines that begin at the edge: headings, and the lines under them. */
const edge = (text: string): string[] => text.split('\n').filter((line) => /^\S/.test(line));

describe('the plain text form', () => {
  test.each(caseFiles)('of %s has at most 80 characters a line', (path) =>
    expect(
      plainNote(noteOf(caseAt(path)))
        .split('\n')
        .filter((line) => line.length > 80),
    ).toEqual([]),
  );

  test('reads as text: headings underlined, points with a dash, no escapes', () => {
    const text = plainNote('# One\n\nA \\*b\\* **c**\n\n- first\n  - inner\n- second\n\n## Two\n\nx');
    expect(text).toBe('One\n===\n\n  A *b* c\n\n  - first\n    - inner\n  - second\n\nTwo\n---\n\n  x\n');
  });

  const expected = edge(plainNote(noteOf(withFreeText(fullCase(), 'tame'))));
  test.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('no heading can be forged by %s', (_, text) => {
    const words = text.trim() === '' ? 'x' : text;
    expect(edge(plainNote(noteOf(withFreeText(fullCase(), words))))).toEqual(expected);
  });
});
