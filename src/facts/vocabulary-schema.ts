import * as z from 'zod';
import { LENGTHS } from '../calendar/lengths.ts';
import { IdText, Words } from '../yaml/text-schema.ts';

const Means = z
  .record(z.string(), IdText)
  .optional()
  .meta({ description: 'For a choice: what a code or value of the record means among its options.' });

const Kinds = z.union([IdText, z.array(IdText).min(1)]).meta({ description: 'The kind, or kinds, of meeting.' });

const Between = z.strictObject({ from: IdText, to: z.array(IdText) });

export { LENGTHS };

const length = z.int().min(1).max(400).optional();

/** A length of time in one unit: `{working_days: 15}`. */
export const Length = { days: length, weeks: length, months: length, working_days: length };

/** How a derived fact is worked out from dates and records: a closed list of primitives. */
export const Derive = z
  .union([
    z.strictObject({ count: z.literal('previous_plans') }).meta({ description: 'How many earlier plans there were.' }),
    z.strictObject({ last_plan: z.enum(['began', 'ended', 'category']) }).meta({
      description: 'A field of the earlier plan that ended last.',
    }),
    z.strictObject({ current_plan: z.enum(['open', 'began', 'category']) }).meta({
      description: 'Whether there is a current plan, or a field of it.',
    }),
    z.strictObject({ months: z.strictObject({ from: IdText, to: z.array(IdText) }) }).meta({
      description: 'Months from one date to the first of the others that is known, else to as_at.',
    }),
    z.strictObject({ happened: z.array(IdText).min(1), meeting: Kinds.optional(), since: IdText.optional() }).meta({
      description:
        'yes where one of the dates is not after as_at, no where all are after it. With `meeting`: also yes where one of that kind was held, and no where a complete list has none.',
    }),
    z
      .strictObject({ recorded: z.array(IdText).min(1) })
      .meta({ description: 'yes where one of the dates is recorded.' }),
    z.strictObject({ differ: z.tuple([IdText, IdText]) }).meta({ description: 'Whether two choices differ.' }),
    z.strictObject({ child: z.enum(['born', 'expected', 'died', 'unborn', 'grown_or_died']) }).meta({
      description:
        'A date of the child, whether the child is yet to be born, or whether the file shows that the child is 18 or has died.',
    }),
    z
      .strictObject({ birthday: z.int().min(1).max(25) })
      .meta({ description: 'The day on which the child is that old.' }),
    z
      .strictObject({
        care: z.enum(['open', 'began', 'ended', 'legal_status', 'first_legal_status', 'placement']),
        means: Means,
      })
      .meta({
        description:
          'From the looked-after episodes: whether the child is looked after today (short breaks do not count), when the present or last time began or ended, legal status, placement.',
      }),
    z
      .strictObject({
        meeting: Kinds,
        pick: z.enum(['first', 'last', 'next']),
        since: IdText.optional().meta({ description: 'A date: only meetings from then on.' }),
        field: z.enum(['date', 'held', 'quorate', 'decided', 'minutes_sent']),
        means: Means,
      })
      .meta({
        description:
          'From the list of meetings: the first or last held, or the next to come. For a choice, `means` gives its option for yes, no, plan_continues, plan_ends and so on, and for `none`: there was no such meeting.',
      }),
    z.strictObject({ working_days: Between }).meta({ description: 'Working days from one date to the first known.' }),
    z.strictObject({ days: Between }).meta({ description: 'Days from one date to the first of the others known.' }),
    z
      .strictObject({ later: z.strictObject({ than: IdText, ...Length }) })
      .meta({ description: 'The date that lies so many days, weeks, months or working days after another.' }),
    z.strictObject({ earliest: z.array(IdText).min(2) }).meta({ description: 'The earliest of dates all known.' }),
    z.strictObject({ latest: z.array(IdText).min(2) }).meta({ description: 'The latest of dates all known.' }),
    z.strictObject({ earlier: z.tuple([IdText, IdText]) }).meta({
      description: 'Whether the first date is before the second.',
    }),
    z.strictObject({ by_dates: z.record(IdText, IdText) }).meta({
      description: 'For a choice: an option is the one once its date has come, and is ruled out while it is ahead.',
    }),
  ])
  .meta({ description: 'How the fact is worked out where the case file holds what it needs.' });

export const FactSchema = z
  .strictObject({
    type: z.enum(['yes_no', 'choice', 'number', 'months', 'date']),
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
    derive: Derive.optional(),
  })
  .refine((f) => (f.type === 'choice') === (f.options !== undefined), {
    error: 'A choice needs `options`; no other type has them.',
  })
  .meta({ description: 'A named value, known or unknown.' });

/** The shared vocabulary: packs cite these facts, and never redefine them. */
export const VocabularySchema = z
  .strictObject({
    version: z.literal(1),
    roles: z.record(IdText, Words).meta({ description: 'Role ids and their usual titles.' }),
    meetings: z.record(IdText, Words).optional().meta({ description: 'Kinds of meeting, with their usual names.' }),
    facts: z.record(IdText, FactSchema),
    contradictions: z
      .record(IdText, z.strictObject({ when: z.unknown(), says: Words }))
      .optional()
      .meta({ description: 'Combinations that cannot both be right, whatever the procedure: a warning in `check`.' }),
  })
  .meta({ id: 'vocabulary', title: 'cpplan vocabulary of facts, version 1' });

export type Fact = z.infer<typeof FactSchema>;
export type Derive = z.infer<typeof Derive>;
export type Vocabulary = z.infer<typeof VocabularySchema>;
