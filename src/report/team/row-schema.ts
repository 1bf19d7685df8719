import * as z from 'zod';
import { STANDINGS } from '../../assess/case/assessment.ts';
import { RANKS } from '../../assess/case/tasks.ts';
import type { CaseRow } from './case-row.ts';

const Day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .nullable();
const Known = z.enum(['yes', 'no', 'unknown']);
const Ids = z.array(z.string());

const Range = (what: string) =>
  z.strictObject({ min: z.int().min(0).nullable(), max: z.int().min(0).nullable() }).meta({
    description: `${what} At least \`min\` and at most \`max\`; null where there is no such end, both null where nothing is known.`,
  });

const Question = z.strictObject({
  state: z
    .enum(['settled', 'undecided', 'not_in_play', 'silent'])
    .meta({ description: 'Whether the procedures settle it.' }),
  outcome: z.string().nullable().meta({ description: 'The outcome, where it is settled.' }),
  standing: z
    .enum(STANDINGS)
    .nullable()
    .meta({ description: 'Where people stand with it; null where it does not arise.' }),
  rules: Ids.meta({ description: 'Rules that hold.' }),
  clauses: Ids.meta({ description: 'Clauses of these rules.' }),
});

/** One line of `overview --format ndjson`, version 1. */
export const RowSchema: z.ZodType<CaseRow> = z
  .strictObject({
    version: z.literal(1),
    case: z.string().meta({ description: 'The reference.' }),
    authority: z.string().nullable().meta({ description: 'Whose procedures apply, by id.' }),
    team: z.string().nullable().meta({ description: 'The team that holds the case.' }),
    worker: z.string().nullable().meta({ description: 'The worker who holds it, by post or initials.' }),
    as_at: z.string().meta({ description: 'The day the case is looked at.' }),
    on_plan: Known.meta({ description: 'The child is on a plan that day.' }),
    looked_after: Known.meta({ description: 'The child is looked after that day.' }),
    dual_status: Known.meta({ description: 'On a plan and looked after at once.' }),
    earlier_plans: Range('Plans that have ended, in any authority.'),
    plan_number: Range('The number of the plan that the child is on, or that is asked for.'),
    months_between_plans: Range(
      'Full months from the end of the last plan to the start of the plan in force; where none is, to the request.',
    ),
    last_plan_months: Range('Full months that the last plan lasted.'),
    months_on_plan: Range('Full months on the plan in force.'),
    plan_began: Day.meta({ description: 'Start of the plan in force; null where the day is not known.' }),
    last_plan_began: Day.meta({ description: 'Start of the last plan that ended.' }),
    last_plan_ended: Day.meta({ description: 'End of the last plan that ended.' }),
    conference_requested: Day.meta({ description: 'The day on which a conference was asked for.' }),
    category_now: z
      .string()
      .nullable()
      .meta({ description: 'Category of the plan in force, else of the present concern: NEG, PHY, SAB, EMO or MUL.' }),
    category_before: z.string().nullable().meta({ description: 'Category of the last plan that ended.' }),
    tasks: z
      .strictObject(
        Object.fromEntries(RANKS.map((rank) => [rank, z.int().min(0)])) as Record<(typeof RANKS)[number], z.ZodInt>,
      )
      .meta({ description: 'Open tasks by how pressing they are; each counts once.' }),
    next_due: Day.meta({ description: 'The first day, from as_at on, on which something is due.' }),
    next_due_clauses: Ids.meta({ description: 'The clauses that ask for it.' }),
    overdue_clauses: Ids.meta({ description: 'Clauses of tasks known not to be done although their day has passed.' }),
    past_due_clauses: Ids.meta({
      description: 'Clauses of tasks whose day has passed and that nobody recorded as done.',
    }),
    analysis_missing: Ids.meta({ description: 'Matters that the analysis is asked to cover and does not.' }),
    missing: Ids.meta({ description: 'Facts that matter and are not known.' }),
    file_faults: z.int().min(0).meta({ description: 'Errors for which the file cannot be relied on.' }),
    questions: z
      .record(z.string(), Question)
      .meta({ description: 'Every question of the packs of the case, by `pack.question`.' }),
  })
  .meta({
    id: 'row',
    title: 'cpplan row of a case, version 1',
    description:
      'One line of `cpplan overview --format ndjson`: figures, dates and ids of one case, nothing that a person wrote.',
  });
