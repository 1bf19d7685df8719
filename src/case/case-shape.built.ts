import type { Shape } from '../yaml/shape.ts';
import { shapeOf } from '../yaml/shape-of.ts';
import * as rules from './rules.ts';
import { CaseSchema } from './schema.ts';

/** The shape of a case file. */
export const CASE_SHAPE: Shape = shapeOf(CaseSchema, rules);
