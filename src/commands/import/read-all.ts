import { returnFile } from '../../files/return-file.ts';
import { Gathered } from '../../import/case/gather.ts';
import { type Identity, type People, peopleIn } from '../../import/case/people.ts';
import { readReturns } from '../../import/read-returns.ts';
import type { Io } from '../../io.ts';
import { UserError } from '../../messages/errors.ts';
import { fileName, safe } from '../../messages/safe.ts';
import { dataDateOf, type ReturnOptions } from './import-options.ts';

/** What returns hold, and of whom. */
export interface ReadReturn {
  readonly gathered: Gathered;
  readonly people: People;
}

/**
 * Reads returns to their end; undefined where the person wants to stop.
 * @throws UserError where returns of several systems are read and nobody says whose ids are whose
 */
export async function readAll(
  paths: readonly string[],
  identity: Identity,
  options: ReturnOptions,
  io: Io,
  isStopped: () => boolean,
): Promise<ReadReturn | undefined> {
  const today = io.today();
  const day = dataDateOf(options, today);
  const gathered = new Gathered();
  let count = 0;
  for (const reading of readReturns(paths.map(returnFile), { today, ...day })) {
    if (reading.type === 'progress') {
      await breathe(`${fileName(reading.file)}: ${percent(reading)}`, io);
      if (isStopped()) return undefined;
    } else gathered.take(reading);
    count += 1;
    if (count % OFTEN === 0) await breathe(undefined, io);
  }
  if (gathered.kinds().length > 1 && !identity.map && !identity.sameIds)
    throw new UserError(
      safe`These returns are of several systems. Is an id the same child in each of them? Say so with --same-ids, or name a map of ids with --map.`,
    );
  return { gathered, people: peopleIn(gathered, identity) };
}

/** Readings between two looks at whether somebody wants to stop. */
const OFTEN = 2000;

const percent = ({ done, of }: { readonly done: number; readonly of: number }): string =>
  `${of > 0 ? Math.floor((100 * done) / of) : 100} %`;

/** Lets a signal through, and shows how far it is. */
export async function breathe(line: string | undefined, { progress }: Io): Promise<void> {
  if (line !== undefined) progress?.(line);
  await new Promise((resolve) => setImmediate(resolve));
}
