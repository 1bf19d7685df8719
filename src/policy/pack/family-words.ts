import * as z from 'zod';
import { Words } from '../../yaml/text-schema.ts';

/** The parts of a family form into which words of a case go. */
export const FAMILY_PARTS = [
  'worries',
  'what_must_change',
  'what_is_expected',
  'the_plan',
  'help',
  'how_measured',
  'otherwise',
] as const;

const WORDS = {
  parents: Words.meta({ description: 'For parents and others in the family, in easy words and without blame.' }),
  child: Words.meta({ description: "For the child's own form." }),
};

/** What a family form says of a question that is not settled. */
export const QuestionForFamily = z.strictObject(WORDS).meta({
  description:
    'What a family form says while the question is not settled. Without it, no family form speaks of the question.',
});

const PLAN = z.enum(['has_ended', 'is_asked_for']).optional().meta({
  description:
    '`has_ended`: the form asks for no change and names no review conference. `is_asked_for`: it does, although a plan has ended.',
});

/** What a family form says of an outcome, and what becomes of the plan by it. */
export const OutcomeForFamily = z.union([z.literal('nothing'), z.strictObject({ ...WORDS, plan: PLAN })]).meta({
  description: 'What a family form says of the outcome; `nothing` where there is nothing to say.',
});
