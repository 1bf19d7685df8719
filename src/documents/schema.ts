import * as z from 'zod';
import type { Source } from '../yaml/read.ts';
import type { ReadResult } from '../yaml/read-result.ts';
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
    title: Words.meta({ description: 'What it is called in lists.' }),
    pack: Words.meta({ description: 'The pack that asks for it.' }),
    clauses: z.array(Words).min(1).meta({ description: 'The clauses of the pack that ask for it.' }),
    template: TemplateName.meta({ description: 'Its template, by its path below `templates`.' }),
    by: IdText.meta({ description: 'The role that writes and signs it.' }),
    to: Words.meta({ description: 'Who gets it, or where it is kept.' }),
    for: z.enum(['file', 'conference', 'family']).default('file').meta({
      description:
        "Who may read it: outside the child's file nothing confidential, or about one person alone, goes in.",
    }),
    due: Due,
    needs: z.array(Need).optional().meta({ description: 'What must be there before it can be written.' }),
    ends_plan: z.literal('yes').optional().meta({ description: 'It tells people that the plan has ended.' }),
  })
  .refine((document) => !document.ends_plan || document.needs?.some((need) => 'decision' in need), {
    error: 'A document that ends a plan needs a decision that people have recorded: add it under `needs`.',
  });

const Call = z
  .strictObject({
    says: Words.meta({ description: 'The number, with a name before it where there is one.' }),
    source: Words.meta({ description: 'Where the number is published.' }),
  })
  .meta({ description: 'A number to call.' });

/** Which notes and documents there are, and when. */
const DocumentsSchema = z
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

const whole = DocumentsSchema.shape;

/** What a folder adds to the list of the folder that it extends. */
export const DocumentsLayerSchema = z
  .strictObject({
    version: whole.version.meta({ description: 'Version of the format.' }),
    notes: whole.notes.partial().optional().meta({ description: 'Notes with other forms than those below.' }),
    family_words: whole.family_words.optional(),
    family_days: whole.family_days.optional(),
    family_calls: whole.family_calls
      .partial()
      .optional()
      .meta({ description: 'Whom a family form names to call, in the place of those below.' }),
    documents: whole.documents.optional().meta({ description: 'Documents that the packs of this folder ask for.' }),
  })
  .meta({ id: 'documents-layer', title: 'cpplan documents of a folder that extends another, version 1' });

export type Documents = z.infer<typeof DocumentsSchema>;
/** A whole list, or what a folder adds to one. */
export type DocumentsPart = z.infer<typeof DocumentsLayerSchema>;
export type Document = z.infer<typeof Document>;
export type Need = z.infer<typeof Need>;

/** Reads the list of documents; on top of another, it adds to that one, or takes the place of parts of it. */
export function readDocuments(source: Source, below?: Documents): ReadResult<Documents> {
  if (!below) return validate(DocumentsSchema, source);
  const { data: own, diagnostics } = validate(DocumentsLayerSchema, source);
  return { data: own && layered(below, own), diagnostics };
}

/** Lists of facts and days are added to; everything else stands under a name of its own. */
function layered(below: Documents, own: DocumentsPart): Documents {
  const given = <T extends object>(group: T | undefined): T =>
    Object.fromEntries(Object.entries(group ?? {}).filter(([, value]) => value !== undefined)) as T;
  return {
    version: 1,
    notes: { ...below.notes, ...given(own.notes) } as Documents['notes'],
    family_words: longer(below.family_words, own.family_words),
    family_days: longer(below.family_days, own.family_days),
    family_calls: { ...below.family_calls, ...given(own.family_calls) } as Documents['family_calls'],
    documents: { ...below.documents, ...own.documents },
  };
}

type Lists = Readonly<Record<string, readonly string[]>>;

function longer(below: Lists, own: Lists = {}): Record<string, string[]> {
  const keys = [...new Set([...Object.keys(below), ...Object.keys(own)])];
  return Object.fromEntries(keys.map((key) => [key, [...(own[key] ?? []), ...(below[key] ?? [])]]));
}
