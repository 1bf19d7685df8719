import * as z from 'zod';
import { HINT_CODES } from '../records.ts';
import { targetOf } from './fields.ts';

const TargetText = z
  .string()
  .refine((text) => targetOf(text) !== undefined, { error: 'No table of ours has this column.' });

/** Elements or keys, each a column of ours or more of them; `is` names the table of which each one makes a row. */
export interface TreeText {
  readonly [name: string]: string | TreeText;
}

const Tree: z.ZodType<TreeText> = z.lazy(() => z.record(z.string(), z.union([z.string(), Tree])));

const Table = z.strictObject({
  needs: z.array(z.string()).min(1),
  columns: z.record(z.string(), TargetText),
  unread: z.array(z.string()).default([]),
});

/** The map of one format: which elements and columns are read, and as what. */
export const MapSchema = z.strictObject({
  kind: z.enum(['cin', 'ssda903', 'annex_a', 'ssd', 'api']),
  name: z.string(),
  dates: z.array(z.enum(['iso', 'day_first'])).min(1),
  /** Texts that stand for nothing at all. */
  blank: z.array(z.string()).default([]),
  root: z.string().optional(),
  collection: z.string().optional(),
  tree: Tree.optional(),
  /** The key of a list of children, and the column that holds one child. */
  list: z.string().optional(),
  payload: z.string().optional(),
  tables: z.record(z.string(), Table).default({}),
  not_read: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  /** Only the latest episode of care is told. */
  present_only: z.boolean().default(false),
  /** The source begins at some day, so that what ended before it is missing. */
  earlier_may_be_missing: z.boolean().default(false),
});

export type FormatMap = z.infer<typeof MapSchema>;

const Reason = z.strictObject({ says: z.string().optional(), hint: z.enum(HINT_CODES).optional() });

/** What codes and words stand for. */
export const CodesSchema = z.strictObject({
  category: z.strictObject({ words: z.record(z.string(), z.string()) }),
  status: z.strictObject({ words: z.record(z.string(), z.string()) }),
  orders: z.record(z.string(), z.string()),
  closure: z.record(z.string(), Reason),
  ending: z.record(z.string(), Reason),
  beginning: z.array(z.string()),
  case_status: z.record(z.string(), z.string()),
});

export type Codes = z.infer<typeof CodesSchema>;
export type Reason = z.infer<typeof Reason>;
