import * as z from 'zod';
import { IdText, Words } from '../yaml/text-schema.ts';
import { SCHEMA_KIT } from './derivations/schema-kit.ts';
import { type Derive, FORMS } from './derivations/table.ts';
import { FACT_TYPES } from './fact-type.ts';

const FORM_SCHEMAS = FORMS.map((form) =>
  form.schema(SCHEMA_KIT).meta({ description: form.says, examples: [...form.examples] }),
);

/** How a derived fact is worked out from dates and records: one of the forms of the table. */
const DeriveSchema: z.ZodType<Derive> = z
  .union(FORM_SCHEMAS)
  .meta({ description: 'How the fact is worked out where the case file holds what it needs.' });

const Value = z.union([z.string(), z.number(), z.boolean()]);

/** Facts with the value, values or range of each. */
const Values = z.record(IdText, z.union([Value, z.array(Value).min(1)]));

export const FactSchema = z
  .strictObject({
    type: z.enum(FACT_TYPES).meta({ description: 'What its values are.' }),
    label: Words.meta({ description: 'A short name in plain words, as it reads in a sentence.' }),
    asks: Words.optional().meta({ description: 'The question put to the worker.' }),
    definition: Words.optional().meta({ description: 'What counts, and what does not.' }),
    options: z
      .record(IdText.or(z.string().regex(/^[A-Z][A-Z0-9]{1,3}$/)), Words)
      .optional()
      .meta({
        description: 'For a choice, and for a record that is more than done or not done: id and words.',
      }),
    unit: Words.optional().meta({ description: 'For a number: what is counted.' }),
    record: z.literal('yes').optional().meta({ description: 'It happens elsewhere and stands under `records`.' }),
    who: IdText.optional().meta({ description: 'The role that does or records it.' }),
    turns: z.literal('yes').optional().meta({
      description:
        'It rests on a meeting to come, and is meant to change once that meeting is past. Without it, `verify` warns.',
    }),
    family: z.literal('yes').optional().meta({
      description:
        'It can be the same for brothers and sisters: an interview over a family asks it once, and for which of the children it is so. Never a judgement about a child, a view, or a decision on a plan.',
    }),
    once: Values.optional().meta({
      description:
        'It is asked only while all of these can be so, such as what a meeting decided once it was held. It changes what is asked, and nothing else.',
    }),
    derive: DeriveSchema.optional(),
  })
  .refine((f) => (f.type === 'choice') === (f.options !== undefined), {
    error: 'A choice needs `options`; no other type has them.',
  })
  .refine((f) => !f.family || f.asks !== undefined, {
    error: 'What is asked once for a family needs a question: `asks`.',
  })
  .meta({ description: 'A named value, known or unknown.' });

const EventSchema = z
  .strictObject({
    says: Words.meta({ description: 'What happens, as it reads behind "once": the plan ends.' }),
    given: Values.optional().meta({ description: 'What must be so for it to happen.' }),
    sets: Values.meta({
      description: 'Every fact that it changes in life, with the value, values or range that the fact then has.',
    }),
  })
  .meta({ description: "A step in a case's life. `verify` shows that no duty is lost by it." });

/** Events in a case's life, by id. */
export const EventsSchema = z.record(IdText, EventSchema);

/** The shared vocabulary: packs cite these facts, and never redefine them. A folder that extends another adds to its own. */
export const VocabularySchema = z
  .strictObject({
    version: z.literal(1),
    roles: z.record(IdText, Words).default({}).meta({ description: 'Role ids and their usual titles.' }),
    meetings: z.record(IdText, Words).optional().meta({ description: 'Kinds of meeting, with their usual names.' }),
    occasions: z
      .record(IdText, Words)
      .optional()
      .meta({ description: 'What can be happening, in the words of a worker.' }),
    facts: z
      .record(IdText, FactSchema)
      .default({})
      .meta({ description: 'The facts that packs may test, ask or derive.' }),
    events: EventsSchema.optional().meta({ description: "Steps in a case's life, which change facts together." }),
    contradictions: z
      .record(IdText, z.strictObject({ when: z.unknown(), says: Words }))
      .optional()
      .meta({ description: 'Combinations that cannot both be right, whatever the procedure: a warning in `check`.' }),
  })
  .meta({ id: 'vocabulary', title: 'cpplan vocabulary of facts, version 1' });

export type Fact = z.infer<typeof FactSchema>;
export type LifeEvent = z.infer<typeof EventSchema>;
export type Vocabulary = z.infer<typeof VocabularySchema>;
