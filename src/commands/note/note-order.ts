import type { Assessment } from '../../assess/case/assessment.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { Config } from '../../check/config-schema.ts';
import type { Documents } from '../../documents/schema.ts';
import { shortDigest } from '../../files/digest.ts';
import { stampsOf } from '../../files/policies/digest.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import { onQuestions, type Recipient, type Whom } from '../../report/case/audience.ts';
import type { FamilyMatter } from '../../report/note/family-fields.ts';
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
  /** What its folder says, where it says something. */
  readonly config: Config | undefined;
}

/** Everything that goes into a note but its template. */
export function noteOrder(
  { file, book, assessment, config }: Assessed,
  choice: NoteChoice,
  documents: Documents,
): Omit<NoteOrder, 'template' | 'templates' | 'diagnostics'> {
  const { for: whom, to, question } = choice;
  const speaks = speaksOf(whom, documents, assessment);
  const recipient = recipientsOf(file).find(({ id }) => id === to) ?? (to ? { id: to, role: to } : undefined);
  return {
    assessment: onQuestions(assessment, (id) => speaks(id) && (question === undefined || id === question)),
    title: titles(book.roles),
    making: { version: VERSION, stamps: stampsOf(book), digest: shortDigest },
    audience: { whom, ...(recipient && { recipient }) },
    family: { words: documents.family_words, days: documents.family_days, calls: callsOf(documents, config) },
  };
}

/** Whom a family form names to call: as the folder says, else the national numbers. */
function callsOf({ family_calls: national }: Documents, config: Config | undefined): FamilyMatter['calls'] {
  const own = config?.calls;
  return {
    danger: own?.danger ?? national.danger.says,
    evenings: own?.evenings ?? national.evenings?.says ?? null,
    child: own?.child ?? national.child.says,
  };
}

/** Whether the forms for some readers speak of a question: those for the family where a pack has words for it. */
export function speaksOf(whom: Whom, { notes }: Documents, { questions }: Assessment): (question: string) => boolean {
  const { leave_out: out } = notes[whom];
  const forFamily = new Set<string>(questions.filter((q) => q.compiled.question.for_family).map((q) => q.id));
  return (question) => (whom !== 'family' || forFamily.has(question)) && !out?.includes(question);
}

const EVERYBODY: readonly Recipient[] = [
  { id: 'parent', role: 'parent' },
  { id: 'child', role: 'child' },
];

/** Those for whom a family form is written: as the case file lists them, else parent and child. */
export const recipientsOf = ({ recipients }: CaseFile): readonly Recipient[] => recipients ?? EVERYBODY;
