import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { noteFields } from '../../../src/report/note/note-fields.ts';
import { fill } from '../../../src/report/note/template.ts';
import { plainNote } from '../../../src/report/words/plain-note.ts';
import { assessedFile, caseAt, caseFiles } from '../../support/cases.ts';
import { orderOf, templates } from '../../support/notes.ts';

/** Lines on one A4 page as the HTML form prints it, in 9.4 points: counted on paper. A heading takes two. */
const PAGE = 70;
const LETTERS = 104;

function withoutText(file: CaseFile): CaseFile {
  const texts = Object.entries(file.analysis ?? {}).map(([id, own]) => [id, { ...own, text: 'A text.' }]);
  return { ...file, ...(file.analysis && { analysis: Object.fromEntries(texts) }) };
}

/** How many lines a form of the note has on paper, people's own text not counted. */
function linesOf(template: string, path: string): number {
  const file = withoutText(caseAt(path));
  const note = fill(template, templates, noteFields(orderOf(file, undefined, assessedFile(file))));
  const text = plainNote(note, LETTERS);
  return text.split('\n').filter((line) => line.trim() !== '' && !/^[=-]+$/.test(line)).length + headings(note);
}

/** A heading stands in a space of its own. */
const headings = (note: string): number => note.split('\n').filter((line) => /^#{1,2} /.test(line)).length;

/** Two pages for a plan that comes after another; three for everything else. */
const pagesOf = (path: string): number => (path.startsWith('cases/further-plan/') ? 2 : 3) + (isOfThree(path) ? 2 : 0);

/** The documents of three authorities on one case compare them: nobody signs such a note. */
const isOfThree = (path: string): boolean => (caseAt(path).packs ?? []).length > 2;

describe.each(caseFiles)('the notes on %s', (path) => {
  test('fit one page in short, and two or three in full', () => {
    const [short, full] = [linesOf('notes/short.md', path), linesOf('notes/full.md', path)];
    const most = [PAGE, pagesOf(path) * PAGE] as const;
    expect([short <= most[0], full <= most[1]], `${short} and ${full} lines`).toEqual([true, true]);
  });
});
