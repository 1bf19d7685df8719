import { sizesReach } from '../../files/find/sizes.ts';
import type { Io } from '../../io.ts';
import { UserError } from '../../messages/errors.ts';

/** Most threads that anybody can ask for. */
const MOST = 64;

/** Bytes of files from which a second thread pays, and for each further one as much again (docs/benchmarks.md). */
const A_THREAD = 8 * 1024 * 1024;

/**
 * How many threads are to share some files: as many as were asked for; else as the files are large, and as processors
 * are there.
 * @throws UserError for what is no number of threads
 */
export function threadsFor(
  asked: string | undefined,
  files: readonly string[],
  { threads }: Pick<Io, 'threads'>,
): number {
  const wanted = asked === undefined || asked === 'auto' ? undefined : numberOf(asked);
  if (!threads || files.length < 2) return 1;
  if (wanted !== undefined) return Math.min(wanted, files.length);
  const most = Math.min(threads.processors(), MOST);
  return most < 2 ? 1 : Math.max(1, sizesReach(files, A_THREAD, most));
}

function numberOf(asked: string): number {
  const number = /^\d{1,3}$/.test(asked) ? Number(asked) : 0;
  if (number >= 1 && number <= MOST) return number;
  throw new UserError(`--threads ${asked}: write a whole number from 1 to ${MOST}, or auto.`);
}
