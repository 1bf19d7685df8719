import * as z from 'zod';
import { DateText, DayText } from '../../calendar/date-text.ts';
import { CATEGORIES } from '../../facts/categories.ts';
import { YesNo } from '../../facts/yes-no.ts';
import { LookedAfter, Meetings, OpenOn } from './care-schema.ts';
import { Decision } from './decision-schema.ts';
import { Entry, Marks, NoteText, PostText, RoleText } from './entry.ts';
import { MOST_VALUES } from './limits.ts';
import { Differences, PreProceedings, Targets, Visits } from './recorded-schema.ts';
import { isOfOrdinarySize, isReleasedToSomebody } from './rules.ts';

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, {
  error: 'A reference has letters, digits, dots, dashes and underscores, at most 40.',
});

const Category = z.enum(Object.keys(CATEGORIES) as [keyof typeof CATEGORIES]).meta({
  description: 'Category of abuse, census code: NEG neglect, PHY physical, SAB sexual, EMO emotional, MUL multiple.',
});

const Plan = {
  authority: z.string().min(1).optional().meta({ description: 'The local authority that held the plan.' }),
  began: DateText.optional().meta({ description: 'When the plan began (the day of the initial conference).' }),
  category: Category.optional(),
  source: z
    .string()
    .optional()
    .meta({ description: 'Where this is from, such as `chronology` or `transfer summary`.' }),
  note: NoteText,
};

const PreviousPlan = z.strictObject({
  ...Plan,
  ended: z
    .union([z.literal('open'), DateText])
    .optional()
    .meta({ description: 'When the plan ended; `open` where the record shows that it has not.' }),
  ended_by: z.string().optional().meta({ description: 'How it ended, such as `review conference`.' }),
  stepped_down_by: RoleText.optional().meta({ description: 'The role that stepped the plan down.' }),
  outstanding: z.string().optional().meta({ description: 'What was outstanding when it ended.' }),
});

const PreviousPlans = z
  .strictObject({
    complete: YesNo.optional().meta({
      description: 'yes: the list below holds every earlier plan of this child, in any authority.',
    }),
    count: z
      .int()
      .min(0)
      .max(50)
      .optional()
      .meta({ description: 'How many earlier plans there were, where their dates are not known.' }),
    plans: z.array(PreviousPlan).max(50).optional().meta({ description: 'The earlier plans, one by one.' }),
  })
  .meta({
    description:
      'Earlier plans of this child alone, over all authorities. An absent key is unknown; an empty list with `complete: yes` is none.',
  });

const CurrentPlan = z
  .union([z.literal('none'), z.strictObject({ ...Plan, ...OpenOn })])
  .meta({ description: 'The plan the child is on today, or `none`. Absent: not known.' });

/** A date of the child, plain or with where it is from. */
const ChildDate = z.union([
  DateText,
  z.strictObject({
    value: DateText.meta({ description: 'The date.' }),
    source: z.string().optional().meta({ description: 'Where it is from, such as `birth certificate`.' }),
    note: NoteText,
  }),
]);

const Child = z.strictObject({
  born: ChildDate.optional().meta({ description: 'When the child was born.' }),
  expected: ChildDate.optional().meta({
    description: 'Expected date of delivery. It stays after the birth: days are counted from it.',
  }),
  died: ChildDate.optional().meta({ description: 'When the child died.' }),
});

const Recipient = z
  .strictObject({
    id: RoleText.meta({ description: 'What `about` and `--to` call this person, such as `mother`. Never a name.' }),
    role: RoleText.meta({ description: 'parent, child, or another role.' }),
  })
  .meta({ description: 'Somebody for whom a family form is written.' });

const Facts = (what: string) => z.record(z.string(), Entry).optional().meta({ description: what });

/** What may be read under `for_family`: everything, or words of its own. */
const Released = z.string().regex(/\S/, { error: 'Write `whole`, or the words that they may read.' });

const ForFamily = z
  .strictObject({
    parents: Released.optional().meta({
      description: 'For parents and others in the family: `whole` for the whole text, else the words for them.',
    }),
    child: Released.optional().meta({
      description: "For the child's own form: `whole` for the whole text, else the words for the child.",
    }),
    by: RoleText.optional().meta({ description: 'The role that released it.' }),
    date: DayText.optional().meta({ description: 'When it was released.' }),
  })
  .refine(isReleasedToSomebody, { error: 'Say for whom: `parents`, `child`, or both.' })
  .meta({ description: 'What the family may read of this text. Without it, they read nothing of it.' });

const Analysis = z
  .strictObject({
    text: z.string().meta({ description: "The analysis, in the worker's own words." }),
    covers: z
      .array(z.string())
      .optional()
      .meta({ description: 'The matters that the text covers, ticked off by the worker.' }),
    date: DayText.optional().meta({ description: 'When it was written.' }),
    by: RoleText.optional().meta({ description: 'The role that wrote it.' }),
    post: PostText.optional(),
    for_family: ForFamily.optional(),
    ...Marks,
  })
  .meta({ description: 'One text of analysis, such as one of the four points.' });

const Expect = z
  .strictObject({
    questions: z
      .record(z.string(), z.union([z.string(), z.array(z.string()).min(2)]))
      .optional()
      .meta({ description: 'Outcome per question; a list where it is undecided between several.' }),
    clauses: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: 'State per clause, such as `outstanding`.' }),
    findings: z
      .record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
      .optional()
      .meta({
        description: 'State per requirement; of one that is asked for each time, the state for each, earliest first.',
      }),
    standings: z.record(z.string(), z.string()).optional().meta({
      description: 'Where each question stands: `to_prepare`, `ready`, `decided` or `carried_out`.',
    }),
    deciders: z
      .record(z.string(), z.union([z.string(), z.array(z.string())]))
      .optional()
      .meta({
        description:
          'The role or roles of which the decision on each question is; an empty list where that is not known.',
      }),
    rules: z.array(z.string()).optional().meta({ description: 'Rules that hold.' }),
    diagnostics: z.array(z.string()).optional().meta({
      description:
        'Codes of diagnostics that this file must give, or of what `check` says of its decisions, such as `decision_by_too_few`.',
    }),
  })
  .meta({ description: 'What a worked case is to give; `cpplan check` compares.' });

/** The id of a kind of occurrence, or of a stage. */
const KindText = z.string().regex(/^[a-z][a-z0-9_]*$/, { error: 'A kind or stage is written like `challenge`.' });

const OccurrenceIn = z
  .strictObject({
    kind: KindText.meta({ description: 'What it was, such as `challenge`: a kind that a pack of this case lists.' }),
    date: DateText.meta({ description: 'When it happened.' }),
    stage: KindText.optional().meta({ description: 'The stage in which it stands, as the pack lists it.' }),
    stage_since: DateText.optional().meta({ description: 'When it came to that stage; without it, `date`.' }),
    closed: DateText.optional().meta({ description: 'When it was settled.' }),
    done: z
      .record(z.string(), z.union([DateText, z.literal('no')]))
      .optional()
      .meta({ description: 'When each thing that is asked for was done for this one, or `no`.' }),
  })
  .meta({ description: 'Something that happened, and may happen again.' });

const Occurrences = z
  .strictObject({
    complete: YesNo.optional().meta({ description: 'yes: all of them are listed.' }),
    list: z
      .array(OccurrenceIn)
      .max(200)
      .meta({ description: 'Challenges, escalations, changes of worker, one by one.' }),
  })
  .meta({
    description: 'What can happen more than once: challenges, escalations, changes of worker. Absent: not known.',
  });

/** Marks of records, as an import makes them. */
const ImportMarks = z.string().regex(/^[b-t]{8}(?: [b-t]{8}){0,199}$/, {
  error: 'An import writes this line. Take it away, and every value is taken to be a person’s.',
});

/** What a case file is made of. */
export const CaseParts = z.strictObject({
  version: z.literal(1).meta({ description: 'Version of the format.' }),
  case: Id.meta({ description: 'The reference of the case, such as EX-0001. Never a name.' }),
  about: z.string().optional().meta({ description: 'For worked cases: what the case shows.' }),
  family: Id.optional().meta({ description: 'A reference shared by the case files of one family.' }),
  authority: z
    .string()
    .optional()
    .meta({ description: 'The authority whose procedures apply: picks the packs of its profile.' }),
  team: PostText.optional().meta({ description: 'The team that holds the case, such as `East`. Never a name.' }),
  worker: PostText.optional().meta({
    description: 'The worker who holds the case, by post or initials, such as `SW 12`. Never a full name.',
  }),
  packs: z
    .array(z.string())
    .min(1)
    .max(50)
    .optional()
    .meta({ description: 'Policy packs named one by one, in place of or beside those of the authority.' }),
  as_at: DayText.optional().meta({
    description: 'The day the case is looked at, for worked cases; else today, or --as-at.',
  }),
  occasions: z.array(z.string()).max(50).optional().meta({
    description:
      'What is happening, such as `plan_may_end`; `not_sure` where nobody can say. Only what belongs to it is asked. Everything is assessed and checked all the same.',
  }),
  child: Child.optional().meta({ description: 'Born or unborn.' }),
  previous_plans: PreviousPlans.optional(),
  current_plan: CurrentPlan.optional(),
  looked_after: LookedAfter.optional(),
  meetings: Meetings.optional(),
  visits: Visits.optional(),
  pre_proceedings: PreProceedings.optional(),
  targets: Targets.optional(),
  occurrences: Occurrences.optional(),
  dates: Facts('Dates by fact id, such as `initial_conference`.'),
  answers: Facts('Answers by fact id.'),
  analysis: z.record(z.string(), Analysis).optional().meta({ description: 'Analysis by id, such as `point_1`.' }),
  checklists: z
    .record(z.string(), z.record(z.string(), Entry))
    .optional()
    .meta({ description: 'What a plan, letter or meeting contains, item by item: yes, no, or not yet known.' }),
  records: Facts('What was done elsewhere, by fact id: agreements, approvals, meetings, letters.'),
  recipients: z
    .array(Recipient)
    .optional()
    .meta({ description: 'Those for whom the family form is written, each one of their own.' }),
  decisions: z
    .array(Decision)
    .optional()
    .meta({ description: 'Decisions that people made, kept apart from what the tool says.' }),
  differences: Differences.optional(),
  as_imported: ImportMarks.optional().meta({
    description:
      'Marks of plans and episodes as an import wrote them, kept by the program. Once a person changes such a value it is theirs, and no import changes it.',
  }),
  expect: Expect.optional(),
});

/** A case file, version 1: the single source of its JSON Schema and reference page. */
export const CaseSchema = CaseParts.refine(isOfOrdinarySize, {
  error: `This file holds more than ${MOST_VALUES} values; the file of one case holds a few hundred. Is it several in one?`,
}).meta({
  id: 'case',
  title: 'cpplan case file, version 1',
  description: 'What is known about one child for the questions that the procedures ask.',
});

export type CaseFile = z.infer<typeof CaseSchema>;
export type PreviousPlan = z.infer<typeof PreviousPlan>;
export type { Decision } from './decision-schema.ts';
