import * as z from 'zod';
import type { Diagnostic, Placed } from '../messages/diagnostic.ts';
import type { Source } from '../yaml/read.ts';
import { IdText, Words } from '../yaml/text-schema.ts';
import { validate } from '../yaml/validate.ts';

const DocumentId = z.string().regex(/^[a-z][a-z0-9-]*$/, {
  error: 'The name of a document has small letters, digits and dashes, and begins with a letter.',
});

const TemplateName = z.string().regex(/^[a-z0-9][a-z0-9/_-]*\.md$/, {
  error: 'A template is named by its path below `templates`, such as `notes/full.md`.',
});

const Note = z
  .strictObject({
    forms: z.record(IdText, TemplateName).meta({ description: 'The template of each form.' }),
    leave_out: z.array(IdText).optional().meta({ description: 'Questions that it does not speak of.' }),
  })
  .meta({ description: 'The forms of a note for one kind of reader.' });

const Due = z
  .union([
    z.strictObject({ requirement: IdText }).meta({ description: 'While this requirement applies and is not met.' }),
    z
      .strictObject({ question: IdText, outcomes: z.array(IdText).min(1).optional() })
      .meta({ description: 'While this question has one of these outcomes; any, where none is named.' }),
  ])
  .meta({ description: 'When the document is due.' });

const Need = z
  .union([
    z
      .strictObject({ decision: IdText, outcomes: z.array(IdText).min(1), by: z.array(IdText).min(1) })
      .meta({ description: 'People have recorded this decision, and one of these roles made it.' }),
    z.strictObject({ requirement: IdText }).meta({ description: 'This requirement is met, or does not apply.' }),
  ])
  .meta({ description: 'What must be there before the document can be written.' });

const Document = z
  .strictObject({
    title: Words,
    pack: Words.meta({ description: 'The pack that asks for it.' }),
    clauses: z.array(Words).min(1),
    template: TemplateName,
    by: IdText.meta({ description: 'The role that writes and signs it.' }),
    to: Words.meta({ description: 'Who gets it, or where it is kept.' }),
    for: z.enum(['file', 'conference', 'family']).default('file').meta({
      description:
        "Who may read it: outside the child's file nothing confidential, or about one person alone, goes in.",
    }),
    due: Due,
    needs: z.array(Need).optional(),
    ends_plan: z.literal('yes').optional().meta({ description: 'It tells people that the plan has ended.' }),
  })
  .refine((document) => !document.ends_plan || document.needs?.some((need) => 'decision' in need), {
    error: 'A document that ends a plan needs a decision that people have recorded: add it under `needs`.',
  });

const Call = z.strictObject({
  says: Words.meta({ description: 'The number, with a name before it where there is one.' }),
  source: Words.meta({ description: 'Where the number is published.' }),
});

/** Which notes and documents there are, and when. */
export const DocumentsSchema = z
  .strictObject({
    version: z.literal(1),
    notes: z.strictObject({ file: Note, conference: Note, family: Note }),
    family_words: z.record(IdText, z.array(z.string())).meta({
      description: 'What a family form says, and the facts whose remarks say it.',
    }),
    family_days: z.record(IdText, z.array(z.string())).meta({
      description: 'Days that a family form names: of these dates the first that is known and still to come.',
    }),
    family_calls: z.strictObject({ danger: Call, child: Call, evenings: Call.optional() }).meta({
      description: 'Whom a family form names to call, where the configuration of the folder names nobody.',
    }),
    documents: z.record(DocumentId, Document),
  })
  .meta({ id: 'documents', title: 'cpplan documents, version 1' });

export type Documents = z.infer<typeof DocumentsSchema>;
export type Document = z.infer<typeof Document>;
export type Need = z.infer<typeof Need>;

/** Reads the list of documents. */
export function readDocuments(source: Source): {
  readonly data: Documents | undefined;
  readonly diagnostics: readonly Placed<Diagnostic>[];
} {
  return validate(DocumentsSchema, source);
}
