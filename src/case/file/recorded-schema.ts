import * as z from 'zod';
import { DateText, DayText } from '../../calendar/date-text.ts';
import { YesNo } from '../../facts/yes-no.ts';
import { NoteText, Scalar } from './entry.ts';

const where = {
  source: z.string().optional().meta({ description: 'Where this is from, such as `case system` or `visit record`.' }),
  note: NoteText,
};

const Visit = z
  .strictObject({
    date: DateText.meta({ description: 'The day of the visit.' }),
    under: z.enum(['plan', 'care']).optional().meta({
      description: 'What the visit is a duty of: the child protection plan, or being looked after.',
    }),
    seen: YesNo.optional().meta({ description: 'Whether the child was seen.' }),
    seen_alone: YesNo.optional().meta({ description: 'Whether the child was seen alone.' }),
    ...where,
  })
  .meta({ description: 'A statutory visit that took place.' });

/** The statutory visits of a child. */
export const Visits = z
  .strictObject({
    complete: YesNo.optional().meta({ description: 'yes: every visit since the plan or the care began is listed.' }),
    list: z.array(Visit).max(500).meta({ description: 'The visits, one by one.' }),
  })
  .meta({ description: 'Statutory visits to the child. Absent: not known.' });

/** The steps of pre-proceedings that returns date. */
export const PRE_PROCEEDINGS_STEPS = [
  'started',
  'letter_before_proceedings',
  'initial_meeting',
  'step_decision',
  'court_application',
  'care_proceedings_letter',
] as const;

const Step = z
  .strictObject({
    step: z.enum(PRE_PROCEEDINGS_STEPS).meta({
      description:
        'started: pre-proceedings began. letter_before_proceedings, initial_meeting: the letter went out, the first meeting was held. step_decision: it was decided to step up or down. court_application, care_proceedings_letter: the court was asked, the parents were told by letter.',
    }),
    date: DateText.meta({ description: 'The day of this step.' }),
    ...where,
  })
  .meta({ description: 'A step of pre-proceedings.' });

/** The steps of pre-proceedings, each with its day. */
export const PreProceedings = z
  .strictObject({
    complete: YesNo.optional().meta({ description: 'yes: every step is listed.' }),
    list: z.array(Step).max(50).meta({ description: 'The steps, one by one.' }),
  })
  .meta({ description: 'Steps of pre-proceedings, each with its day. Absent: not known.' });

const Target = z
  .strictObject({
    for: z.enum(['initial_conference']).meta({ description: 'What was to be done by that day.' }),
    date: DateText.meta({ description: 'The last day, as a record has it.' }),
    ...where,
  })
  .meta({ description: 'A last day that a record names.' });

/** The last days that records name, beside those that are counted here. */
export const Targets = z.array(Target).max(50).meta({
  description: 'Last days as records name them, beside those that are counted here.',
});

const Difference = z
  .strictObject({
    about: z.string().max(200).meta({
      description: 'What it is about, in the words of `check --against`, such as `the date of birth`.',
    }),
    case_file: Scalar.meta({ description: 'What this case file says; `nothing` where it does not have it.' }),
    return: Scalar.meta({ description: 'What the return says.' }),
    source: z.string().optional().meta({ description: 'Which return says it, and of which day.' }),
    kept: DayText.meta({ description: 'The day on which somebody saw both sides and kept this case file as it is.' }),
    note: NoteText,
  })
  .meta({ description: 'Something that a return says otherwise, and that somebody has decided.' });

/** What returns say otherwise, where somebody has seen both sides and kept the case file. */
export const Differences = z.array(Difference).max(200).meta({
  description:
    'What returns say otherwise, where somebody has seen both sides and kept what this case file says. It is asked again once one of the two sides changes. Take an entry away to be asked again.',
});
