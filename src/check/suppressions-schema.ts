import * as z from 'zod';
import { DayText } from '../calendar/date-text.ts';
import { RoleText } from '../case/file/entry.ts';

const Suppression = z.strictObject({
  rule: z.string().min(1).meta({ description: 'The rule that is accepted, such as `service_manager_rationale`.' }),
  case: z.string().min(1).meta({ description: 'The reference of the case.' }),
  reason: z.string().min(1).meta({ description: 'Why it is accepted.' }),
  owner: RoleText.meta({ description: 'The role that answers for it.' }),
  expires: DayText.meta({ description: 'The last day on which it is accepted.' }),
});

/** The file of accepted findings, version 1. */
export const SuppressionsSchema = z.strictObject({ version: z.literal(1), suppressions: z.array(Suppression) }).meta({
  id: 'suppressions',
  title: 'cpplan accepted findings, version 1',
  description: 'Findings that are known and accepted for a time, each with the role that answers for it.',
});

export type SuppressionText = z.infer<typeof Suppression>;
