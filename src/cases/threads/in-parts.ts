import type { Found } from '../../files/find/find-cases.ts';
import type { Io } from '../../io.ts';
import { ourFault } from '../../messages/our-fault.ts';
import { Crew, type Work } from './crew.ts';
import type { ThreadData } from './serve.ts';

/** What is done with the files of a folder, part by part. */
export interface FolderWork<R> extends Pick<Work<Found, R>, 'here' | 'take'> {
  /** The same as a job of another thread. */
  readonly job: Pick<ThreadData, 'setup'> & { readonly name: string };
  /** Is told of a fault of our own. */
  readonly trace: (says: string) => void;
}

/** Files of a part: a hundredth of a second or two. */
const FILES = 64;

/** Parts for each thread at the least, where there are few files. */
const PARTS = 8;

/**
 * Does something with the files of a folder, in this thread and others, and takes what it came to in the order of the
 * files. Gives whether somebody stopped it before its end.
 */
export async function inParts<R>(found: Found, work: FolderWork<R>, threads: number, io: Io): Promise<boolean> {
  if (found.files.length === 1) return await ofOne(found, work);
  const size = threads === 1 ? FILES : Math.max(1, Math.min(FILES, Math.ceil(found.files.length / (threads * PARTS))));
  const parts = partsOf(found, size);
  const { here, take, trace, job } = work;
  const data = { job: job.name, setup: job.setup, today: io.today() };
  const crew = new Crew<Found, R>(
    { parts, here, take, ended: (error) => trace(ourFault(error)) },
    async (mark) => io.threads?.start({ ...data, mark } satisfies ThreadData),
    async (taken) => {
      io.progress?.(`${Math.min(taken * size, found.files.length)} of ${found.files.length}`);
      await new Promise((resolve) => setImmediate(resolve));
    },
  );
  let isStopped = false;
  const forget = io.onInterrupt(() => {
    isStopped = true;
    crew.stop();
  });
  try {
    await crew.run(threads - 1);
  } finally {
    forget();
    io.progress?.('');
  }
  return isStopped;
}

/** One file is done before anybody could stop it: whoever tries ends the program. */
async function ofOne<R>(found: Found, { here, take }: FolderWork<R>): Promise<false> {
  await take(await here(found, [], () => undefined), found, []);
  return false;
}

/** The files in pieces of a size, each with what is known of its own. */
function partsOf(found: Found, size: number): Found[] {
  const { files, named, closed } = found;
  return Array.from({ length: Math.ceil(files.length / size) }, (_, i) => {
    const own = files.slice(i * size, (i + 1) * size);
    return {
      files: own,
      named: new Set(own.filter((path) => named.has(path))),
      closed: new Map(own.flatMap((path) => (closed.has(path) ? [[path, closed.get(path) as never]] : []))),
      ...{ configured: [], others: 0 },
    };
  });
}
