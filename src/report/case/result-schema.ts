import * as z from 'zod';
import { STANDINGS } from '../../assess/case/assessment.ts';
import { RANKS } from '../../assess/case/tasks.ts';

const Ends = { outcome: z.string().optional(), possible: z.array(z.string()).optional() };
const Change = { fact: z.string(), from: z.string(), to: z.string() };
const Strings = z.array(z.string());

const Question = z.strictObject({
  id: z.string(),
  pack: z.string(),
  state: z.enum(['settled', 'undecided', 'not_in_play', 'silent']),
  outcome: z.string().optional(),
  standing: z
    .enum(STANDINGS)
    .optional()
    .meta({ description: 'Where people stand with it; absent where it does not arise or the document is silent.' }),
  left: z
    .strictObject({ to_do: z.int(), to_find_out: z.int() })
    .optional()
    .meta({ description: 'What is left before the decision; where nobody decides, in all.' }),
  decided: z
    .strictObject({ how: z.enum(['agrees', 'departs', 'declined']), by_role: z.string(), date: z.string().optional() })
    .optional(),
  headline: z.string().meta({ description: 'The outcome and where it stands, in words.' }),
  safety: z.string().optional().meta({ description: "The tool's own word on safety, from no document." }),
  possible: Strings.meta({ description: 'Outcomes that remain, whatever the missing answers turn out to be.' }),
  rules: Strings.meta({ description: 'Rules that hold.' }),
  clauses: Strings,
  rests_on: Strings.meta({ description: 'The smallest set of known facts that carries the outcome.' }),
  hangs_on: Strings.meta({ description: 'Unknown facts that can still change it.' }),
  would_change: z.array(z.strictObject({ ...Change, ...Ends })),
  would_change_together: z.array(z.strictObject({ changes: z.array(z.strictObject(Change)), ...Ends })),
});

const Finding = z.strictObject({
  rule: z.string(),
  pack: z.string(),
  question: z.string(),
  clauses: Strings,
  kind: z.enum(['analysis', 'approval', 'record', 'content', 'notify', 'action', 'deadline', 'indicator']),
  state: z.enum([
    'met',
    'outstanding',
    'due',
    'overdue',
    'past_due_unrecorded',
    'done_late',
    'declined',
    'varied',
    'barred',
    'unknown',
    'not_applicable',
  ]),
  who: z.string().optional(),
  roles: Strings.optional(),
  points: z.enum(['for', 'against']).optional(),
  unsure: z
    .enum(['applies', 'done', 'when'])
    .optional()
    .meta({ description: 'For unknown: whether it is whether it applies, was done, or was done in time.' }),
  counted: z.string().optional().meta({ description: 'How the due date was counted, or why it could not be.' }),
  due: z.string().optional(),
  done: z.string().optional(),
  strength: z.enum(['should', 'ideally']).optional().meta({
    description: 'Where the document asks for it less strongly than by a must.',
  }),
  waits_for: z.string().optional().meta({ description: 'What must be so before it may be done.' }),
  caveat: z.string().optional().meta({
    description:
      'What must be said with it although it counts as in place: its text is in doubt, or who and when is missing.',
  }),
  if_still_open: z.literal(true).optional().meta({
    description:
      'It stands only if a plan or care goes on that was open on the day of a record (`open_on`) and is not confirmed.',
  }),
  says: z.string(),
});

const Task = z.strictObject({
  rank: z.enum(RANKS),
  roles: Strings,
  due: z.string().optional(),
  clauses: Strings,
  rule: z.string().optional(),
  texts: Strings.optional(),
  question: z.string().optional(),
  fact: z.string().optional(),
  says: z.string(),
});

const Unknown = z.strictObject({
  fact: z.string(),
  kind: z.enum(['not_asked', 'asked_not_known', 'awaited', 'disputed', 'withheld']),
  who: z.string().optional(),
  chase_by: z.string().optional(),
});

const Diagnostic = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  line: z.int(),
  column: z.int(),
  says: z.string(),
});

/** The machine contract of `screen --format json`, version 2. */
export const ResultSchema = z
  .strictObject({
    version: z.literal(2),
    case: z.string(),
    authority: z.string().optional(),
    as_at: z.string(),
    packs: z.array(z.strictObject({ id: z.string(), version: z.string(), digest: z.string() })),
    questions: z.array(Question),
    do_now: z.array(Task).meta({ description: 'What is open, the most pressing first, each thing once.' }),
    findings: z.array(Finding),
    unknown: z.array(Unknown),
    diagnostics: z.array(Diagnostic),
    decision: z
      .strictObject({
        question: z.string(),
        outcome: z.string(),
        by_role: z.string(),
        date: z.string(),
        agrees: z.boolean(),
      })
      .optional(),
  })
  .meta({
    id: 'result',
    title: 'cpplan result, version 2',
    description: 'What the packs of a case say about it at one date.',
  });
