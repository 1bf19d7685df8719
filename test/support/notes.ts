import type { CaseFile } from '../../src/case/file/case-schema.ts';
import { recipientsOf } from '../../src/commands/note/note-order.ts';
import { shortDigest } from '../../src/files/digest.ts';
import { documentsOf } from '../../src/files/policies/documents.ts';
import { readTemplates } from '../../src/files/policies/templates.ts';
import { onDisk } from '../../src/files/policies/text-folder.ts';
import type { Diagnostic, Placed } from '../../src/messages/diagnostic.ts';
import { type Audience, ON_FILE } from '../../src/report/case/audience.ts';
import type { NoteOrder } from '../../src/report/note/note-fields.ts';
import { note } from '../../src/report/note/note-text.ts';
import type { TemplateSet } from '../../src/report/note/template.ts';
import { titles } from '../../src/report/words/titles.ts';
import { assessedFile, caseAt } from './cases.ts';
import { policies } from './packs/policies.ts';

export const title = titles(policies.vocabulary().vocabulary.roles);

export const templates = readTemplates(onDisk('templates'));

const MAKING = { version: '1.2.3', stamps: [], digest: shortDigest };

const { documents } = documentsOf(policies.layers, onDisk('policies'));

/** Everything that goes into a note on a case but its template. */
export function orderOf(file: CaseFile, audience = ON_FILE, assessment = assessedFile(file)): NoteOrder {
  const { danger, child } = documents.family_calls;
  const calls = { danger: danger.says, child: child.says, evenings: null };
  const family = { words: documents.family_words, days: documents.family_days, calls };
  return { template: '', templates, assessment, diagnostics: [], title, making: MAKING, audience, family };
}

/** A note on a case by some template. */
export function noteBy(
  template: string,
  templates: TemplateSet,
  file: CaseFile,
  audience = ON_FILE,
  diagnostics: readonly Placed<Diagnostic>[] = [],
): string {
  return note({ ...orderOf(file, audience), template, templates: templates, diagnostics });
}

/** A form of the note, for its reader. */
export interface NoteForm {
  readonly template: string;
  readonly audience: Audience;
}

/** Every form of every note for some case, by its readers: for each, what its templates can name is the same. */
export function formsOf(file: CaseFile): NoteForm[] {
  return (['file', 'conference', 'family'] as const).flatMap((whom) => {
    const readers = whom === 'family' ? recipientsOf(file) : [undefined];
    return readers.flatMap((recipient) =>
      Object.values(documents.notes[whom].forms).map((template) => ({
        template,
        audience: { whom, ...(recipient && { recipient }) },
      })),
    );
  });
}

/** The full note of a case, by the shipped template. */
export const noteOf = (file: CaseFile): string => noteBy('notes/full.md', templates, file);

/** A case with something in every field that a person can fill. */
export function fullCase(): CaseFile {
  const file = caseAt('cases/further-plan/second-plan-ready.yaml');
  const { decisions: _, ...rest } = file;
  const decision = { by: 'head_of_service', post: 'HoS', date: '2026-11-21', question: 'challenge', outcome: 'none' };
  return {
    ...rest,
    decisions: [
      { ...decision, agrees: true },
      {
        ...decision,
        agrees: false,
        reason_code: 'other',
        reason: 'The chair knows the core group.',
        recommended: {
          as_at: '2026-11-20',
          possible: ['issue', 'none'],
          clauses: ['RP-7.1'],
          pack: 'repeat-plans 1.0.0',
        },
      },
    ],
  };
}
