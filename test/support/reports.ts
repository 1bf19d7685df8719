import { check } from '../../src/commands/check/check.ts';
import type { CheckOptions } from '../../src/commands/check/check-options.ts';
import type { FormName } from '../../src/report/run/forms.ts';
import { inWorld } from './program/io.ts';

/** The report of a check in one form, as it goes to a pipe. */
export async function report(form: FormName, paths: readonly string[], options: CheckOptions = {}): Promise<string> {
  const { out } = await inWorld((io) => check(paths, { format: form, asAt: '2026-11-22', ...options }, io));
  return out;
}
