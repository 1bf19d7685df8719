import type { Assessment } from '../../assess/case/assessment.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { Documents } from '../../documents/schema.ts';
import { shortDigest } from '../../files/digest.ts';
import { stampsOf } from '../../files/policies/digest.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import { onQuestions, type Recipient, type Whom } from '../../report/case/audience.ts';
import type { NoteOrder } from '../../report/note/note-fields.ts';
import { titles } from '../../report/words/titles.ts';
import { VERSION } from '../../version.ts';

/** For whom a note is, and on what. */
export interface NoteChoice {
  readonly for: Whom;
  readonly to?: string | undefined;
  readonly question?: string | undefined;
}

/** A case with everything that its packs say about it. */
export interface Assessed {
  readonly file: CaseFile;
  readonly book: Rulebook;
  readonly assessment: Assessment;
}

/** Everything that goes into a note but its template. */
export function noteOrder(
  { file, book, assessment }: Assessed,
  choice: NoteChoice,
  documents: Documents,
): Omit<NoteOrder, 'template' | 'templates' | 'diagnostics'> {
  const { for: whom, to, question } = choice;
  const speaks = speaksOf(whom, documents);
  const recipient = recipientsOf(file).find(({ id }) => id === to) ?? (to ? { id: to, role: to } : undefined);
  return {
    assessment: onQuestions(assessment, (id) => speaks(id) && (question === undefined || id === question)),
    title: titles(book.vocabulary.vocabulary.roles),
    making: { version: VERSION, stamps: stampsOf(book), digest: shortDigest },
    audience: { whom, ...(recipient && { recipient }) },
    family: { words: documents.family_words, days: documents.family_days },
  };
}

/** Whether the forms for some readers speak of a question. */
export function speaksOf(whom: Whom, { notes }: Documents): (question: string) => boolean {
  const { only, leave_out: out } = notes[whom];
  return (question) => (only?.includes(question) ?? true) && !out?.includes(question);
}

const EVERYBODY: readonly Recipient[] = [
  { id: 'parent', role: 'parent' },
  { id: 'child', role: 'child' },
];

/** Those for whom a family form is written: as the case file lists them, else parent and child. */
export const recipientsOf = ({ recipients }: CaseFile): readonly Recipient[] => recipients ?? EVERYBODY;
