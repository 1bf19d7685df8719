import * as z from 'zod';
import { DayText } from '../../calendar/date-text.ts';
import { NOT_SET } from './period.ts';

const Period = z
  .strictObject({
    from: DayText.optional().meta({ description: 'The first day on which it is in force.' }),
    until: DayText.optional().meta({ description: 'The last day on which it is in force.' }),
  })
  .refine(({ from, until }) => from !== undefined || until !== undefined, {
    error: 'Name `from`, `until`, or both.',
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    error: '`from` must not be later than `until`.',
  });

const InForce = z
  .union([z.literal(NOT_SET), Period])
  .optional()
  .meta({
    description:
      'When it is in force: `{from: 2024-04-01, until: 2026-03-31}`, with either end left out where it is open. `not set`: no day is set; it is shown, and never applied.',
  });

/** A part of a document that can be in force for a time, and that can have read otherwise at other times. */
export function dated<S extends z.ZodRawShape>(part: z.ZodObject<S>) {
  const edition = z
    .strictObject(part.shape)
    .partial()
    .extend({
      in_force: Period.meta({ description: 'When it read so.' }),
    });
  const whole = part.extend({
    in_force: InForce,
    editions: z.array(edition).min(1).optional().meta({
      description:
        'How it read at other times: each with `in_force`, and only what was different. The text here holds at every other time, unless it has `in_force` too.',
    }),
  });
  return whole.meta({
    examples: [
      { in_force: { from: '2025-01-01', until: '2026-03-31' }, editions: [{ in_force: { until: '2024-12-31' } }] },
    ],
  });
}
