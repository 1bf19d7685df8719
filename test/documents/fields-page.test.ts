import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { documentFields } from '../../src/documents/fields.ts';
import { ON_FILE } from '../../src/report/audience.ts';
import { noteFields } from '../../src/report/note-fields.ts';
import { bookOf } from '../support/cases.ts';
import { documents, offered } from '../support/documents.ts';
import { fullCase, shelf, title } from '../support/notes.ts';

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
  const assessment = assess(fullCase(), bookOf(fullCase()), '2026-11-20');
  const making = { version: '1', stamps: [], digest: (text: string) => text };
  const order = {
    template: '',
    shelf,
    assessment,
    diagnostics: [],
    title,
    making,
    audience: ON_FILE,
    family: { words: documents.family_words, days: documents.family_days },
  };
  expect(listed('What a note can name:')).toEqual(Object.keys(noteFields(order)).sort());
});

test('the page lists every field that a document can name', () => {
  const { assessment, offers } = offered(fullCase());
  const [first] = offers;
  expect(first && listed('What a document can name:')).toEqual(
    first && Object.keys(documentFields(first, assessment, title)).sort(),
  );
});
