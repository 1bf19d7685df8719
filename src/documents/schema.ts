import * as z from 'zod';
import type { Diagnostic } from '../diagnostic.ts';
import { IdText } from '../policy/vocabulary-schema.ts';
import type { Source } from '../yaml/read.ts';
import { validate } from '../yaml/validate.ts';

const TemplateName = z.string().regex(/^[a-z0-9][a-z0-9/_-]*\.md$/, {
  error: 'A template is named by its path below `templates`, such as `notes/full.md`.',
});

const Note = z
  .strictObject({
    forms: z.record(IdText, TemplateName).meta({ description: 'The template of each form.' }),
    only: z.array(IdText).optional().meta({ description: 'The only questions for decision that it speaks of.' }),
    leave_out: z.array(IdText).optional().meta({ description: 'Questions that it does not speak of.' }),
  })
  .meta({ description: 'The forms of a note for one kind of reader.' });

/** Which notes and documents there are, and when. */
export const DocumentsSchema = z
  .strictObject({
    version: z.literal(1),
    notes: z.strictObject({ file: Note, conference: Note, family: Note }),
    family_words: z.record(IdText, z.array(z.string())).meta({
      description: 'What a family form says, and the facts whose remarks say it.',
    }),
  })
  .meta({ id: 'documents', title: 'cpplan documents, version 1' });

export type Documents = z.infer<typeof DocumentsSchema>;

/** Reads the list of documents. */
export function readDocuments(source: Source): {
  readonly data: Documents | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  return validate(DocumentsSchema, source);
}
