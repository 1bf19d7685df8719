import * as z from 'zod';
import { DateText, DayText } from '../../calendar/date-text.ts';
import { YesNo } from '../../facts/yes-no.ts';
import { hasAccountsIfDisputed } from './rules.ts';

/** The id of a role, of a post or a person's initials: never a full name. */
export const RoleText = z.string().regex(/^[a-z][a-z0-9_]*$/, {
  error: 'A role is written in small letters with underscores, such as `head_of_service`.',
});

export const PostText = z
  .string()
  .max(40)
  .meta({ description: 'A post or initials, such as `SM North` or `AB`. Never a full name.' });

/** A remark in the words of the worker. */
export const NoteText = z.string().optional().meta({ description: 'A remark in the words of the worker.' });

const Provenance = {
  source: z.string().optional().meta({ description: 'Where the value is from, such as `conference minutes`.' }),
  date: DateText.optional().meta({ description: 'When it was done, said or recorded.' }),
  by: RoleText.optional().meta({ description: 'The role that did, said or recorded it.' }),
  post: PostText.optional(),
  note: NoteText,
};

/** Who may see words of a case outside the child's file. */
export const Marks = {
  about: RoleText.optional().meta({
    description: 'Whom it is about, by role or as under `recipients`: outside the file it goes to that person alone.',
  }),
  confidential: YesNo.optional().meta({ description: 'yes: it stays on the file, and goes into no other form.' }),
};

export const Scalar = z
  .union([z.string(), z.number(), z.boolean()])
  .meta({ description: 'The value: a date, an option, a number or a range, or yes or no.' });

export const UNKNOWN_KINDS = ['not_known', 'awaited', 'disputed', 'withheld'] as const;

const Account = z.strictObject({ value: Scalar, ...Provenance }).meta({ description: 'One side of a disputed fact.' });

const Given = z.strictObject({
  value: Scalar,
  ...Provenance,
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'A time of day is written in quotes, such as "14:30".' })
    .optional()
    .meta({ description: 'The time of day, where something is counted in hours.' }),
  ...Marks,
});

const NotKnown = z
  .strictObject({
    unknown: z.enum(UNKNOWN_KINDS).meta({
      description:
        'not_known: asked, nobody here knows. awaited: somebody will say. disputed: accounts differ. withheld: known, but not to be shown.',
    }),
    who: RoleText.optional().meta({ description: 'The role that finds out.' }),
    chase_by: DayText.optional().meta({ description: 'The day by which it should be known.' }),
    accounts: z.array(Account).min(2).optional().meta({ description: 'The accounts that differ, for `disputed`.' }),
    note: NoteText,
    ...Marks,
  })
  .refine(hasAccountsIfDisputed, {
    error: 'A disputed fact needs `accounts`, at least two; no other fact has them.',
  });

/** The value of one fact, plain or with where it is from, or a typed "not yet known". */
export const Entry = z.union([Scalar, Given, NotKnown]).meta({
  title: 'a value',
  description:
    'A plain value; a value with where it is from; or what is not yet known, with who finds out and by when.',
});

export type Entry = z.infer<typeof Entry>;
export type NotKnownEntry = z.infer<typeof NotKnown>;
export type GivenEntry = z.infer<typeof Given>;
export type UnknownKind = (typeof UNKNOWN_KINDS)[number];
