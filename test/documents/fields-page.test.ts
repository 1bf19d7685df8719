import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentFields } from '../../src/documents/fields.ts';
import { noteFields } from '../../src/report/note/note-fields.ts';
import { offered } from '../support/documents.ts';
import { fullCase, orderOf, title } from '../support/notes.ts';

const page = readFileSync('docs/notes-and-documents.md', 'utf8');

/** The fields that the page lists below a sentence. */
function listed(sentence: string): string[] {
  const table = page.slice(page.indexOf(sentence)).split('\n\n')[1] ?? '';
  const cells = table
    .split('\n')
    .slice(2)
    .map((row) => row.split('|')[1] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map((match) => match[1] as string)).sort();
}

test('the page lists every field that a note can name', () => {
  expect(listed('A note can use these fields:')).toEqual(Object.keys(noteFields(orderOf(fullCase()))).sort());
});

test('the page lists every field that a document can name', () => {
  const { assessment, offers } = offered(fullCase());
  const [first] = offers;
  expect(first && listed('A document can use these fields:')).toEqual(
    first && Object.keys(documentFields(first, assessment, title)).sort(),
  );
});
