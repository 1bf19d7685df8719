import * as z from 'zod';
import { DateText, DayText } from '../../calendar/date-text.ts';
import { LEGAL_STATUSES, type LegalStatus, MEETING_DECISIONS, PLACEMENTS } from '../../facts/records/codes.ts';
import { YesNo } from '../../facts/yes-no.ts';
import { NoteText } from './entry.ts';

const inWords = (codes: Readonly<Record<string, string>>): string =>
  Object.entries(codes)
    .map(([code, words]) => `${code} ${words}`)
    .join(', ');

const where = {
  source: z.string().optional().meta({ description: 'Where this is from, such as `case system` or `minutes`.' }),
  note: NoteText,
};

/** What a record that is not of today shows: that something was open on its day. */
export const OpenOn = {
  open_on: DayText.optional().meta({
    description:
      'The day on which a record shows it open, such as the day of a return. On a later day it counts as not known whether it goes on, until somebody confirms it or gives its end. What it asks for stays in view.',
  }),
  confirmed: DayText.optional().meta({
    description: 'The day on which somebody confirmed that it goes on. From then on it counts as open.',
  }),
};

const Episode = z
  .strictObject({
    began: DateText.optional().meta({ description: 'When the episode began.' }),
    ended: DateText.optional().meta({ description: 'When it ended; leave it out while it goes on.' }),
    legal_status: z
      .enum(Object.keys(LEGAL_STATUSES) as [LegalStatus])
      .optional()
      .meta({ description: `Legal status by its code in the national return: ${inWords(LEGAL_STATUSES)}.` }),
    placement: z.enum(PLACEMENTS).optional().meta({
      description:
        'Placement by its code in the national return, such as P1 with a parent; U1 to U3 relative or friend; U4 to U6 other foster carer; K2 children’s home; K3 supported accommodation (from the return of 2025; Z11 to Z14 from that of 2026).',
    }),
    ...OpenOn,
    ...where,
  })
  .meta({ description: 'A time under one legal status in one placement.' });

/** When, and on what footing, the child was looked after. */
export const LookedAfter = z
  .union([
    z.literal('none'),
    z.strictObject({
      complete: YesNo.optional().meta({ description: 'yes: every episode of this child is listed.' }),
      episodes: z.array(Episode).max(100).meta({
        description: 'At least every episode of the present, or last, unbroken time of being looked after.',
      }),
    }),
  ])
  .meta({
    description: 'Episodes of being looked after, or `none` where there were none. Absent: not known.',
  });

const Meeting = z
  .strictObject({
    kind: z
      .string()
      .regex(/^[a-z][a-z0-9_]*$/, { error: 'A kind of meeting is written like `core_group`.' })
      .meta({
        description: 'The kind of meeting, such as `core_group`, `review_conference` or `looked_after_review`.',
      }),
    date: DateText.meta({ description: 'When it was held, or the day for which it is planned.' }),
    held: YesNo.optional().meta({ description: 'no: it did not take place. Otherwise a day that has passed counts.' }),
    quorate: YesNo.optional().meta({ description: 'Whether enough agencies were there to decide.' }),
    decided: z.enum(MEETING_DECISIONS).optional().meta({ description: 'What it decided about the plan.' }),
    minutes_sent: DateText.optional().meta({ description: 'When its minutes went out.' }),
    ...where,
  })
  .meta({ description: 'A meeting, held or planned.' });

/** Conferences, core groups and reviews, held and planned. */
export const Meetings = z
  .strictObject({
    complete: YesNo.optional().meta({ description: 'yes: every meeting since the plan or the care began is listed.' }),
    list: z.array(Meeting).max(200).meta({ description: 'The meetings, one by one.' }),
  })
  .meta({ description: 'Conferences, core groups and reviews, held and planned. Absent: not known.' });

export type Episode = z.infer<typeof Episode>;
export type Meeting = z.infer<typeof Meeting>;
