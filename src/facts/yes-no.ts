import * as z from 'zod';
import { isYes } from '../case/file/rules.ts';

/** `yes` or `no`, as people write it. */
export const YesNo = z
  .union([z.enum(['yes', 'no']), z.boolean()])
  .transform(isYes)
  .meta({ title: '`yes` or `no`', description: 'yes or no' });
