import { bytesOf } from '../../files/find/bytes-of.ts';
import type { Io } from '../../io.ts';
import { UserError } from '../../messages/errors.ts';

/** Most threads that anybody can ask for. */
const MOST = 64;

const MEGABYTE = 1024 * 1024;

/**
 * Bytes of case files from which a second thread pays, and how many more there must be for each further one. Each
 * thread has to get warm by itself. The first figure was measured on two processors (docs/benchmarks.md).
 */
const [SECOND, FURTHER] = [32 * MEGABYTE, 8 * MEGABYTE];

/** How many threads the command line asks for; undefined where it leaves that to the program. @throws UserError for what is no number of threads */
export function threadsAsked({ threads }: { readonly threads?: string }): number | undefined {
  if (threads === undefined || threads === 'auto') return undefined;
  const number = /^\d{1,3}$/.test(threads) ? Number(threads) : 0;
  if (number >= 1 && number <= MOST) return number;
  throw new UserError(`--threads ${threads}: write a whole number from 1 to ${MOST}, or auto.`);
}

/** How many threads are to share some files: as many as were asked for; else as the files are large, and as processors are there. */
export function threadsFor(
  asked: number | undefined,
  files: readonly string[],
  { threads }: Pick<Io, 'threads'>,
): number {
  if (!threads || files.length < 2) return 1;
  if (asked !== undefined) return Math.min(asked, files.length);
  const most = Math.min(threads.processors(), MOST);
  if (most < 2) return 1;
  const bytes = bytesOf(files, SECOND + FURTHER * (most - 2));
  return bytes < SECOND ? 1 : Math.min(most, 2 + Math.floor((bytes - SECOND) / FURTHER));
}
