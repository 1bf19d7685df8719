import type { Io } from '../io.ts';

/** Without the line that is drawn again and again. */
export function silent({ progress: _, ...rest }: Io): Io {
  return rest;
}

/** Files between two looks at whether somebody wants to stop, some hundredths of a second apart. */
const BREATH = 100;

/** Does something with each of some files in turn, with a line on how far it is. Gives whether somebody stopped it before its end. */
export async function walk(files: readonly string[], act: (path: string) => Promise<void>, io: Io): Promise<boolean> {
  let isStopped = false;
  const forget = io.onInterrupt(() => (isStopped = true));
  try {
    for (const [i, path] of files.entries()) {
      if (i % BREATH === 0) await breathe(i, files.length, io);
      if (isStopped) break;
      await act(path);
    }
  } finally {
    forget();
    io.progress?.('');
  }
  return isStopped;
}

async function breathe(done: number, all: number, { progress }: Io): Promise<void> {
  progress?.(`${done} of ${all}`);
  await new Promise((resolve) => setImmediate(resolve));
}
