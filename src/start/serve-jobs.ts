import { parentPort, threadId, workerData } from 'node:worker_threads';
import { serve, type ThreadData } from '../cases/threads/serve.ts';
import { THREAD_JOBS } from '../commands/thread-jobs.ts';
import type { ShippedFiles } from '../files/policies/shipped-files.ts';

/** What a thread runs that was started by another: it answers its orders. */
export function serveJobs(shipped: ShippedFiles): void {
  const { job, setup, today, mark } = workerData as ThreadData;
  const open = THREAD_JOBS[job];
  if (!parentPort || !open) throw new Error(`A thread was started for ${job}.`);
  serve(parentPort, mark, open(setup, { today: () => today, shipped, thread: threadId }));
}
