import { assess } from '../../src/assess/assess.ts';
import type { CaseFile } from '../../src/case/schema.ts';
import { shortDigest } from '../../src/commands/note-order.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { documentsOf } from '../../src/files/documents.ts';
import { readShelf } from '../../src/files/templates.ts';
import { onDisk } from '../../src/files/text-folder.ts';
import { ON_FILE } from '../../src/report/audience.ts';
import { note } from '../../src/report/note.ts';
import type { Shelf } from '../../src/report/template.ts';
import { titles } from '../../src/report/titles.ts';
import { bookOf, caseAt } from './cases.ts';
import { policies } from './policies.ts';

export const title = titles(policies.vocabulary().vocabulary.roles);

export const shelf = readShelf(onDisk('templates'));

const MAKING = { version: '1.2.3', stamps: [], digest: shortDigest };

const { documents } = documentsOf(onDisk('policies'), onDisk('policies'));

/** A note on a case by some template. */
export function noteBy(
  template: string,
  templates: Shelf,
  file: CaseFile,
  audience = ON_FILE,
  diagnostics: readonly Diagnostic[] = [],
): string {
  const assessment = assess(file, bookOf(file), String(file.as_at));
  const family = { words: documents.family_words, days: documents.family_days };
  return note({
    template,
    shelf: templates,
    assessment,
    diagnostics,
    title,
    making: MAKING,
    audience,
    family,
  });
}

/** The full note of a case, by the shipped template. */
export const noteOf = (file: CaseFile): string => noteBy('notes/full.md', shelf, file);

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
