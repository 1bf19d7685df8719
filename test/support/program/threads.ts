import type { EventEmitter } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { serve, type ThreadData } from '../../../src/cases/threads/serve.ts';
import { THREAD_JOBS } from '../../../src/commands/thread-jobs.ts';
import { packageFiles } from '../../../src/files/policies/shipped-files.ts';
import type { Threads } from '../../../src/io.ts';

/** Threads as the program starts them, but in this one: what passes between them is copied as it is between threads. */
export function threadsHere(processors = 2): Threads & { readonly started: () => number } {
  let started = 0;
  return {
    started: () => started,
    processors: () => processors,
    start: async (given) => {
      const thread = ++started;
      const { port1, port2 } = new MessageChannel();
      const { job, setup, today, mark } = structuredClone(given) as ThreadData;
      const open = THREAD_JOBS[job];
      if (!open) throw new Error(`There is no job ${job}.`);
      serve(port2, mark, open(setup, { today: () => today, shipped: packageFiles('.'), thread }));
      return Object.assign(port1 as unknown as EventEmitter, {
        postMessage: port1.postMessage.bind(port1),
        terminate: async () => {
          port1.close();
          return 0;
        },
      }) as never;
    },
  };
}
