import * as z from 'zod';
import { DateText, DayText } from '../../calendar/date-text.ts';
import { LENGTH_KEYS } from '../../calendar/length-keys.ts';
import { LENGTHS } from '../../calendar/lengths.ts';
import { EventsSchema, FactSchema } from '../../facts/vocabulary-schema.ts';
import { IdText, Words } from '../../yaml/text-schema.ts';
import { dated } from '../editions/dated-schema.ts';
import { FAMILY_PARTS, OutcomeForFamily, QuestionForFamily } from './family-words.ts';
import { KINDS } from './kinds.ts';

const ClauseId = z.string().regex(/^[A-Z]{2,4}-(?:[0-9]+|(?:App)?[A-Z][0-9]*)(?:\.[0-9]+)*[a-z]?$/, {
  error: 'A clause id looks like `RP-6.2`, `RP-7.4.6` or `RP-AppB.2`.',
});
const Clauses = z.array(ClauseId).min(1).meta({ description: 'The clauses of the source that say so.' });
const PackId = z.string().regex(/^[a-z][a-z0-9-]*$/);
const OfQuestion = IdText.meta({ description: 'The question for decision that it belongs to.' });

export { KINDS };

const TestValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()])).min(1)]);

/** The id of a fact; an item that is ticked off has the id of its list before it: `chair_writes.agencies`. */
const FactText = z.string().regex(/^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?$/);

/** A condition as it is written. */
export interface ConditionText {
  [key: string]: unknown;
}

/** A tree of `all`, `any` and `not` over tests of one fact each: `{months_since_last_plan: under 12}`. */
export const ConditionText: z.ZodType<ConditionText> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(ConditionText) }).meta({ description: 'Every one of these holds.' }),
      z.strictObject({ any: z.array(ConditionText) }).meta({ description: 'At least one of these holds.' }),
      z.strictObject({ not: ConditionText }).meta({ description: 'This does not hold.' }),
      z.strictObject({ term: IdText }).meta({ description: 'A condition that stands under `terms`.' }),
      z
        .strictObject({ outcome: z.string() })
        .meta({ description: 'A question comes to this outcome. Write the question, a dot, and the outcome.' }),
      z.record(FactText, TestValue).meta({
        description: 'A fact has this value or one of these values, or lies in this range.',
      }),
    ]),
  )
  .meta({
    id: 'condition',
    description:
      'A condition: `all`, `any` or `not` of others, a `term`, an `outcome`, or a fact with what it must be.',
  });

const Source = z.strictObject({
  title: Words.meta({ description: 'The title of the document.' }),
  publisher: Words.meta({ description: 'Who published it; say so where the text does not name them.' }),
  edition: Words.optional().meta({ description: 'Which edition or version of the document it is.' }),
  dated: Words.meta({ description: 'Its date as it states it, or `undated`.' }),
  review_date: DateText.optional().meta({
    description: 'When it was to be reviewed; a note warns once that has passed.',
  }),
  standing: Words.meta({ description: 'What is known of its standing today.' }),
});

const Clause = z.strictObject({
  section: Words.meta({ description: 'The heading under which it stands.' }),
  paragraph: z
    .union([z.int().min(1), Words], { error: 'A paragraph is a whole number, or text: put `"7.4"` in quotes.' })
    .meta({
      description: 'The paragraph or point below that heading: a number, or as the document has it, such as `7.4.6`.',
    }),
  source: IdText.optional().meta({
    description: 'For a pack of several documents: the one of `sources` in which it stands. Without it, `source`.',
  }),
  says: Words.meta({ description: 'The clause in words of our own.' }),
  context: Words.optional().meta({ description: 'Why nothing is computed from it: aim, definition or background.' }),
  judgement: Words.optional().meta({ description: 'Why it stays with people.' }),
  not_verified: Words.optional().meta({
    description:
      'What about it was not verified. It is shown as not verified. Nothing that rests on it alone is applied.',
  }),
  conflicts_with: z.record(PackId, Clauses).optional().meta({
    description: 'Clauses of other packs that stand against it, by pack. A case that goes by both shows the conflict.',
  }),
  reading: Words.optional().meta({ description: 'The reading taken, where the text is open.' }),
});

const DatedClause = dated(Clause);

const Headlines = z
  .strictObject({
    to_prepare: Words.optional().meta({ description: 'While something must still be prepared.' }),
    ready: Words.optional().meta({ description: 'While it is ready for decision.' }),
    decided: Words.optional().meta({ description: 'Once it has been decided.' }),
    declined: Words.optional().meta({ description: 'Once it has been declined.' }),
    carried_out: Words.optional().meta({ description: 'Once the decision has been carried out.' }),
  })
  .meta({
    description: 'What a headline says of the outcome in place of its label, by where the question stands.',
  });

const Outcome = z.strictObject({
  says: Words.meta({ description: 'One sentence: what the procedure asks next.' }),
  label: Words.optional().meta({
    description: 'The outcome in a few words, for a headline; without it, `says`.',
  }),
  headlines: Headlines.optional(),
  safety: Words.optional().meta({
    description:
      "What the tool itself says for the child's safety, where the document is silent or asks for less. Shown beside the outcome, labelled as the tool's own and without a clause.",
  }),
  silent: z.literal('yes').optional().meta({ description: 'The document says nothing on this.' }),
  urgent: z
    .union([z.literal('yes'), z.array(IdText).min(1)])
    .optional()
    .meta({
      description:
        'It cannot wait: said at once in an interview, and first on the screen and in the note. A list names the requirements that cannot wait; once they are done, it is urgent no more.',
    }),
  for_family: OutcomeForFamily.optional(),
});

const Rule = z.strictObject({
  when: ConditionText.meta({ description: 'When the rule holds.' }),
  outcome: IdText.meta({ description: 'The outcome of the question where the rule holds.' }),
  clauses: Clauses,
  except: z.array(IdText).optional().meta({ description: 'Rules whose cases this one leaves alone.' }),
  decided: z
    .strictObject({
      how: z.enum(['agrees', 'departs']).meta({ description: 'Whether it is what the document asks, or is not.' }),
      by: IdText.meta({ description: 'The role that decided it.' }),
      on: IdText.optional().meta({ description: 'A date fact: when it was decided.' }),
    })
    .optional()
    .meta({ description: 'Where the rule holds, people have decided already: the records show it.' }),
});

const Decider = z
  .strictObject({
    outcomes: z.array(IdText).min(1).optional().meta({ description: 'For these outcomes; without them, for all.' }),
    when: ConditionText.optional().meta({
      description: 'Only where this holds; of several deciders, the first that is left decides.',
    }),
    who: z.array(IdText).min(1).meta({ description: 'The roles of which one decides, or as many as `needs` says.' }),
    needs: z
      .union([z.literal('all'), z.int().min(2)])
      .optional()
      .meta({ description: 'Whether `all` of the roles must agree, or at least so many. Without it, one decides.' }),
    before: IdText.optional().meta({ description: 'The date before which the decision is due.' }),
    approval_departs: z.literal('yes').optional().meta({
      description: 'Where the approval is given all the same, the decision departs from what the document asks.',
    }),
    clauses: Clauses,
  })
  .meta({ description: 'Who decides, and by which clause: `check` reports a decision missing, or by another role.' });

const EndsWithSchema = z
  .strictObject({
    event: IdText.meta({ description: "The event in a case's life with which the duty ends, met or not." }),
    clauses: Clauses.optional(),
    reading: Words.optional().meta({ description: 'The reading by which it ends then, where no clause says so.' }),
  })
  .refine((end) => end.clauses !== undefined || end.reading !== undefined, {
    error: 'A duty ends by words of the document: name `clauses`, or the `reading` taken.',
  });

const EndsWithList = z.array(EndsWithSchema).min(1).optional();

const DatedRule = dated(Rule);

const Question = z.strictObject({
  title: Words.meta({ description: 'The question in a few words, as a heading.' }),
  short: Words.optional().meta({ description: 'The title in one or two words, for the brief.' }),
  asks: Words.meta({ description: 'The question as a person would put it.' }),
  occasion: z
    .union([IdText, z.array(IdText).min(1)])
    .optional()
    .meta({
      description:
        'What is happening where this is asked: an occasion, or several. `new` and `screen` ask for it first. Without it, the question is always asked.',
    }),
  urgent: z.literal('yes').optional().meta({
    description: 'Where it arises it cannot wait, not even while its answer hangs on what is not known.',
  }),
  in_play: ConditionText.meta({ description: 'When the question arises at all.' }),
  always: Words.optional().meta({ description: 'Said with every result of this question.' }),
  in_every_brief: z.literal('yes').optional().meta({
    description: 'The sentence under `always` stays however short a brief has to be.',
  }),
  decided_by: z.array(Decider).optional().meta({ description: 'Who decides, and by when.' }),
  for_family: QuestionForFamily.optional(),
  ends_with: EndsWithList.meta({ description: 'Events with which every duty of this question ends.' }),
  outcomes: z.record(IdText, Outcome).meta({ description: 'What the question can come to.' }),
  stages: z
    .array(
      z.strictObject({
        id: IdText.meta({ description: 'What the stage is called.' }),
        rules: z.record(IdText, DatedRule).meta({
          description: 'Conditions and the outcome of each. Rules of one stage must not lead to different outcomes.',
        }),
      }),
    )
    .min(1)
    .meta({ description: 'Groups of rules, in order: a later one speaks only where no rule before it can hold.' }),
});

const Anchor = z
  .union([IdText, z.array(IdText).min(1)])
  .optional()
  .meta({
    description: 'A date fact; of several, the first that is known.',
  });

/** How strongly a document asks for something. */
export const STRENGTHS = ['must', 'should', 'ideally'] as const;

/** A length stands alone; after a date there is one, before a date there may be. */
const hasItsLength = (isAfter: boolean, lengths: number): boolean => (isAfter ? lengths === 1 : lengths <= 1);

const Due = z
  .strictObject({
    before: Anchor,
    after: Anchor,
    ...LENGTH_KEYS,
    every: z.literal('yes').optional().meta({
      description: 'It falls due again and again: `after` is the last time it was done.',
    }),
  })
  .refine((due) => (due.before === undefined) !== (due.after === undefined), {
    error: 'Either `before` or `after`, and a date fact.',
  })
  .refine((due) => hasItsLength(due.after !== undefined, LENGTHS.filter((unit) => due[unit] !== undefined).length), {
    error: '`after` needs exactly one of days, weeks, months, working_days and hours; `before` one of them, or none.',
  });

/** What `after` names, where something is due after each meeting or occurrence. */
export const EACH = 'each';

const ForEachSchema = z
  .strictObject({
    meeting: z
      .union([IdText, z.array(IdText).min(1)])
      .optional()
      .meta({
        description:
          'Each meeting of this kind, or these kinds, that was held. Its minutes that went out show it done.',
      }),
    occurrence: IdText.optional().meta({
      description: 'Each occurrence of this kind, as the pack lists it under `occurrences`.',
    }),
    stage: IdText.optional().meta({
      description: 'Only those that stand in this stage: the time is counted from the day on which they came to it.',
    }),
    since: IdText.optional().meta({ description: 'A date: only those from then on.' }),
  })
  .refine((each) => (each.meeting === undefined) !== (each.occurrence === undefined), {
    error: 'Name either a `meeting` or an `occurrence`.',
  })
  .refine((each) => each.stage === undefined || each.occurrence !== undefined, {
    error: 'A `stage` belongs to an `occurrence`.',
  });

const Occurrence = z.strictObject({
  says: Words.meta({ description: 'One of them in a few words, such as `a challenge`.' }),
  stages: z.record(IdText, Words).optional().meta({ description: 'The stages through which it can go, in order.' }),
});

const Requirement = z.strictObject({
  kind: z.enum(KINDS).meta({ description: 'What must exist: a text, an approval, a record, or what has to be done.' }),
  question: OfQuestion,
  when: ConditionText.optional().meta({ description: 'When it applies, beyond its question being in play.' }),
  who: z.union([IdText, z.array(IdText).min(1)]).meta({ description: 'The role, or the roles, that must see to it.' }),
  says: Words.meta({ description: 'What must exist or be done, as an instruction.' }),
  brief: Words.optional().meta({ description: 'The same in one short sentence, for the brief; without it, `says`.' }),
  clauses: Clauses,
  in: IdText.optional().meta({ description: 'For analysis: the text that must cover it.' }),
  items: z
    .record(IdText, Words)
    .optional()
    .meta({ description: 'For content: what must be there, each ticked off by itself.' }),
  evidence: ConditionText.optional().meta({
    description: 'What shows that it is met; else its own entry under `records`.',
  }),
  refused: ConditionText.optional().meta({
    description: 'What shows that the person asked did not agree.',
  }),
  belongs: z.enum(['before', 'to', 'after']).optional().meta({
    description:
      'Whether it comes before the decision, is part of it, or follows from it. Without it: an approval is part of it, a notice follows, everything else comes before.',
  }),
  ends_with: EndsWithList.meta({ description: 'Events with which it ends although it was not met.' }),
  strength: z.enum(STRENGTHS).optional().meta({
    description:
      'How strongly the document asks for it. Without it, `must`. Only a must turns overdue; the others stay something to do.',
  }),
  variation: z
    .strictObject({
      who: z.array(IdText).min(1).meta({ description: 'The roles of which one may approve it.' }),
      clauses: Clauses.optional(),
    })
    .optional()
    .meta({
      description:
        'A departure from it can be approved. The case file says so under `checklists`, as the item `variation` of this requirement. The role that approved it stands in for the one whose approval was asked for. Where `refused` holds, the refusal counts.',
    }),
  not_until: z
    .strictObject({
      when: ConditionText.meta({ description: 'What must be so first.' }),
      says: Words.meta({
        description: 'The same in words that follow "Wait until", such as `the legal meeting has been held`.',
      }),
    })
    .optional()
    .meta({ description: 'The step is barred until this is so.' }),
  past: Words.optional().meta({
    description:
      'The same told once it is done, to stand after the role: past tense, small letter, no full stop. Such as `recorded the reasons`.',
  }),
  due: Due.optional().meta({ description: 'By when it must be done.' }),
  for_each: ForEachSchema.optional().meta({
    description:
      'It is asked for once for each of these, with a day of its own: write `due: {after: each, …}`. Each goes by the text in force on its own day, unless `in_force_by` names an event.',
  }),
  done: IdText.optional().meta({
    description: 'A date fact that says when it was done; else the date recorded with the evidence.',
  }),
});

const DatedRequirement = dated(Requirement);

const Contradiction = z.strictObject({
  when: ConditionText.meta({ description: 'Where the answers and records do not go together.' }),
  says: Words.meta({ description: 'Both sides, and what to do about it.' }),
  clauses: Clauses.optional(),
});

const Indicator = z.strictObject({
  question: OfQuestion,
  when: ConditionText.meta({ description: 'When it is shown.' }),
  points: z.enum(['for', 'against']).meta({ description: 'Whether it speaks for or against a plan.' }),
  says: Words.meta({ description: 'The indicator in words.' }),
  clauses: Clauses,
});

const DatedIndicator = dated(Indicator);

const Ask = z.strictObject({
  about: z.string().meta({ description: 'A fact, an analysis, `previous_plans` or `current_plan`.' }),
  clauses: Clauses.optional(),
  why: Words.optional().meta({ description: 'Why it is asked.' }),
});

const AnalysisText = z.strictObject({
  title: Words.meta({ description: 'The text in a few words, as a heading.' }),
  asks: Words.meta({ description: 'What the text must answer.' }),
  question: OfQuestion,
  who: IdText.meta({ description: 'The role that writes it.' }),
  family_part: z.enum(FAMILY_PARTS).optional().meta({
    description: 'The part of a family form for what is released of it; without it, `worries`.',
  }),
  prompts: z.array(Words).optional().meta({ description: 'Questions that help to think it through.' }),
  of_the_child: z.array(Words).optional().meta({
    description: 'Further such questions about what the child says: left out for a child who is not yet born.',
  }),
});

const Term = dated(
  z.strictObject({
    // The first use of a condition stands without words of its own: else zod defines it a second time
    means: ConditionText,
    says: Words.meta({ description: 'The condition in words.' }),
  }),
);

/** A policy pack, version 1: one source document as data. */
export const PackSchema = z
  .strictObject({
    pack: PackId.meta({ description: 'The id of the pack, by which cases and profiles name it.' }),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/)
      .meta({ description: 'The version of the pack: three numbers.' }),
    published: DayText.meta({
      description: 'When this version of the pack was published. A published pack is not edited.',
    }),
    source: Source.meta({ description: 'The document that the pack holds; of several, the main one.' }),
    sources: z.record(IdText, Source).optional().meta({
      description: 'Further documents, such as an appendix with a date of its own, by the id that clauses name.',
    }),
    in_force_by: z.array(IdText).min(1).optional().meta({
      description:
        'The date facts that decide which text of the document applies: the first that is known. Without them, and where none is known, the day of the assessment decides.',
    }),
    roles: z.record(IdText, Words).optional().meta({ description: "Role ids and the source's own titles." }),
    meetings: z.record(IdText, Words).optional().meta({
      description: "Kinds of meeting that only this pack knows, or the source's own names for them.",
    }),
    occasions: z.record(IdText, Words).optional().meta({
      description: 'Occasions that only this pack knows, in the words of a worker.',
    }),
    occurrences: z.record(IdText, Occurrence).optional().meta({
      description:
        'What can happen more than once and has a duty each time: challenges, escalations, changes of worker.',
    }),
    facts: z.record(IdText, FactSchema).optional().meta({ description: 'Facts that only this pack needs.' }),
    analyses: z.record(IdText, AnalysisText).optional().meta({ description: 'Texts of analysis that people write.' }),
    events: EventsSchema.optional().meta({ description: 'Steps over facts that only this pack has.' }),
    ends_with: EndsWithList.meta({ description: 'Events with which every duty of the pack ends.' }),
    ask: z.array(Ask).meta({ description: 'What is asked, in this order.' }),
    terms: z.record(IdText, Term).optional().meta({ description: 'Conditions with a name, for use in others.' }),
    impossible: z
      .array(
        z.strictObject({
          when: ConditionText.meta({ description: 'What cannot be.' }),
          because: Words.meta({ description: 'Why this cannot be, in a sentence.' }),
        }),
      )
      .optional()
      .meta({ description: 'Combinations that cannot be: `verify` leaves them out, and `check` reports them.' }),
    contradictions: z.record(IdText, dated(Contradiction)).optional().meta({
      description: 'Answers and records that do not go together under this document: a warning that shows both sides.',
    }),
    questions: z
      .record(IdText, Question)
      .meta({ description: 'The questions for decision that the document speaks to.' }),
    requirements: z
      .record(IdText, DatedRequirement)
      .optional()
      .meta({ description: 'What must exist or be done, beside the outcome.' }),
    indicators: z
      .record(IdText, DatedIndicator)
      .optional()
      .meta({ description: 'Evidence for or against a plan. It is shown, and never added up.' }),
    clauses: z.record(ClauseId, DatedClause).meta({ description: 'Every numbered statement of the document.' }),
  })
  .meta({
    id: 'pack',
    title: 'cpplan policy pack, version 1',
    description: 'One source document as data.',
    examples: [{ in_force_by: ['initial_conference'] }],
  });

/** A pack as its file has it. What the program works with is `Pack`, in which every condition has been read. */
export type PackText = z.infer<typeof PackSchema>;
export type EndsWith = z.infer<typeof EndsWithSchema>;
export type DeciderText = z.infer<typeof Decider>;
export type QuestionText = z.infer<typeof Question>;
export type RequirementText = z.infer<typeof DatedRequirement>;
export type IndicatorText = z.infer<typeof DatedIndicator>;
export type ContradictionText = z.infer<typeof Contradiction>;
export type RuleText = z.infer<typeof DatedRule>;
export type ForEach = z.infer<typeof ForEachSchema>;
export type Due = z.infer<typeof Due>;
export type Strength = (typeof STRENGTHS)[number];
export type Source = z.infer<typeof Source>;
export type Clause = z.infer<typeof DatedClause>;
export type { Kind } from './kinds.ts';
