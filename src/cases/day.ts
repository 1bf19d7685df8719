import { type Day, parseDate } from '../calendar/dates.ts';
import type { Io } from '../io.ts';
import { UserError } from '../messages/errors.ts';

/** The day that an option of the command line names, if it names one. @throws UserError where it is not a whole date */
export function dayGiven({ asAt }: { readonly asAt?: string }, option = '--as-at'): Day | undefined {
  if (asAt === undefined) return undefined;
  const range = parseDate(asAt);
  if (range && range.from === range.to) return range.from;
  throw new UserError(`${option} ${asAt}: write a whole date, such as 2026-11-20.`);
}

/** The day of the run: the one that the command line names, else today. */
export const dayOfRun = (options: { readonly asAt?: string }, io: Io): Day => dayGiven(options) ?? io.today();
