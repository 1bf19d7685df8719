import * as z from 'zod';
import { DayText } from '../../calendar/date-text.ts';
import { YesNo } from '../../facts/yes-no.ts';
import { DEPARTURES, type Departure } from './departures.ts';
import { PostText, RoleText } from './entry.ts';
import { saysWhyIfDeparting } from './rules.ts';

const inWords = Object.entries(DEPARTURES).map(([code, words]) => `\`${code}\`: ${words}`);

const Recommended = z
  .strictObject({
    as_at: DayText.meta({ description: 'The day at which the case was looked at.' }),
    possible: z.array(z.string()).min(1).meta({ description: 'The outcome, or those between which it was undecided.' }),
    clauses: z.array(z.string()).optional().meta({ description: 'The clauses on which that rested.' }),
    pack: z.string().meta({ description: 'The pack and its version, such as `repeat-plans 1.0.0`.' }),
  })
  .meta({ description: 'What the procedure asked next when the decision was recorded: kept as it was then.' });

/** A decision that people made, kept apart from what the tool says. */
export const Decision = z
  .strictObject({
    question: z.string().meta({ description: 'The question for decision, such as `further_plan`.' }),
    outcome: z.string().meta({ description: 'What was decided: one of the outcomes of the question, or in words.' }),
    by: RoleText.meta({ description: 'The role that decided.' }),
    with: z.array(RoleText).min(1).optional().meta({
      description: 'The other roles that decided it together with this one.',
    }),
    post: PostText.optional(),
    date: DayText.meta({ description: 'When it was decided.' }),
    agrees: YesNo.meta({ description: 'Whether it agrees with what the procedure asks next.' }),
    reason_code: z
      .enum(Object.keys(DEPARTURES) as [Departure])
      .optional()
      .meta({ description: `Why it departs, where it does. ${inWords.join('; ')}.` }),
    reason: z.string().optional().meta({ description: 'Why it departs, in words.' }),
    recommended: Recommended.optional(),
  })
  .refine(saysWhyIfDeparting, { error: 'A decision that departs needs a `reason_code` and a `reason` in words.' })
  .meta({ description: 'A decision that people made, kept apart from what the tool says.' });

export type Decision = z.infer<typeof Decision>;
