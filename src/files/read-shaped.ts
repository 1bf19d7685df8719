import type * as z from 'zod';
import * as rules from '../case/file/rules.ts';
import { faultyFile } from '../messages/diagnostic.ts';
import { readYaml, type Source } from '../yaml/read.ts';
import { fitting, MISFIT, type Shape } from '../yaml/shape.ts';
import { readText } from './read-text.ts';

/** What a file of ours must be: its shape, and its schema, which is loaded only to say what is wrong. */
export interface Kind<T> {
  readonly shape: Shape;
  readonly schema: () => Promise<z.ZodType<T>>;
}

/** Reads a file that is not a case file. @throws UserError with every fault, by line and column */
export async function readShaped<T>(path: string, kind: Kind<T>): Promise<{ data: T; source: Source }> {
  const source = readYaml(readText(path));
  const fitted = source.diagnostics.length > 0 ? MISFIT : fitting(kind.shape, rules)(source.value);
  if (fitted !== MISFIT) return { data: fitted as T, source };
  const { validate } = await import('../yaml/validate.ts');
  const { data, diagnostics } = validate(await kind.schema(), source);
  if (data !== undefined) return { data, source };
  throw faultyFile(path, diagnostics);
}
