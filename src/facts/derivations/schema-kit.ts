import * as z from 'zod';
import { LENGTH_KEYS } from '../../calendar/length-keys.ts';
import { IdText } from '../../yaml/text-schema.ts';

const Means = z
  .record(z.string(), IdText)
  .optional()
  .meta({ description: 'For a choice: what a code or value of the record means among its options.' });

const Kinds = z.union([IdText, z.array(IdText).min(1)]).meta({ description: 'The kind, or kinds, of meeting.' });

const Since = z
  .union([IdText, z.array(IdText).min(1)])
  .optional()
  .meta({
    description:
      'A date: only meetings from then on. Of several, from the latest on: the first must be known, each other counts where it is.',
  });

const After = IdText.optional().meta({
  description: 'A date: only meetings after it, where the records do not show that there is no such date.',
});

const Between = z.strictObject({
  from: IdText.meta({ description: 'The date from which it is counted.' }),
  to: z.array(IdText).meta({
    description: 'The dates to which it is counted: the first that is known, else the day of the assessment.',
  }),
});

const FactOrItem = z.string().regex(/^[a-z][a-z0-9_]*([.][a-z][a-z0-9_]*)?$/, {
  error: 'The id of a fact, or of an item of a requirement: `letters.agencies`.',
});

/** A date is worked out in whole days: hours are for deadlines. */
const { hours: _, ...lengthKeys } = LENGTH_KEYS;

/** What the schemas of the forms are made of. They are given it, so that a start which reads no pack loads no zod. */
export const SCHEMA_KIT = { z, Id: IdText, FactOrItem, Means, Kinds, Since, After, Between, lengthKeys };

export type SchemaKit = typeof SCHEMA_KIT;
