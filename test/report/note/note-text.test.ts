import { expect, test } from 'vitest';
import { plainNote } from '../../../src/report/words/plain-note.ts';

test('the plain text form reads as text: headings underlined, points with a dash, no escapes', () => {
  const text = plainNote('# One\n\nA \\*b\\* **c**\n\n- first\n  - inner\n- second\n\n## Two\n\nx');
  expect(text).toBe('One\n===\n\n  A *b* c\n\n  - first\n    - inner\n  - second\n\nTwo\n---\n\n  x\n');
});
