import type { Shape } from '../../yaml/shape.ts';
import { shapeOf } from '../../yaml/shape-of.ts';
import { CaseSchema } from './case-schema.ts';
import * as rules from './rules.ts';

/** The shape of a case file. */
export const CASE_SHAPE: Shape = shapeOf(CaseSchema, rules);
