import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pastedBlock } from '../../../src/report/note/block.ts';
import { BLOCKS } from '../../../src/report/note/block-names.ts';
import { caseAt, caseFiles } from '../../support/cases.ts';
import { fullCase, noteBy, templates } from '../../support/notes.ts';

describe.each(BLOCKS)('the block %s', (name) => {
  const markdown = noteBy(`blocks/${name}.md`, templates, fullCase());

  test('says the same each time', async () => {
    await expect(`${pastedBlock(markdown).text}\n`).toMatchFileSnapshot(`blocks/${name}.txt`);
  });

  test('can be made of every worked case', () => {
    for (const path of caseFiles.filter((_, i) => i % 10 === 0))
      expect(pastedBlock(noteBy(`blocks/${name}.md`, templates, caseAt(path))).text.length).toBeGreaterThan(40);
  });

  test('never is longer than its box, and says where it is not all', () => {
    const whole = pastedBlock(markdown).text;
    fc.assert(
      fc.property(fc.integer({ min: 200, max: whole.length + 50 }), (most) => {
        const { text, left } = pastedBlock(markdown, most);
        expect(text.length).toBeLessThanOrEqual(most);
        if (most >= whole.length) {
          expect({ text, left }).toEqual({ text: whole, left: 0 });
          return;
        }
        expect(text).toMatch(/\n\n\[This is not all: \d+ of \d+ letters\. The rest stands in the full note\.\]$/);
        const kept = text.slice(0, text.lastIndexOf('\n\n['));
        expect(whole.startsWith(kept)).toBe(true);
        expect(kept.length + left).toBe(whole.length);
      }),
    );
  });
});
