import * as rules from '../case/file/rules.ts';
import type { Shape } from '../yaml/shape.ts';
import { shapeOf } from '../yaml/shape-of.ts';
import { ConfigSchema } from './config-schema.ts';
import { SuppressionsSchema } from './suppressions-schema.ts';

/** The shapes of the files that `check` reads beside case files. */
export const CONFIG_SHAPE: Shape = shapeOf(ConfigSchema, rules);
export const SUPPRESSIONS_SHAPE: Shape = shapeOf(SuppressionsSchema, rules);
