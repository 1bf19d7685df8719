import * as z from 'zod';
import { isYes } from './fact.ts';

/** `yes` or `no`, as people write it. */
export const YesNo = z
  .union([z.enum(['yes', 'no']), z.boolean()])
  .transform(isYes)
  .meta({ title: '`yes` or `no`', description: 'yes or no' });
