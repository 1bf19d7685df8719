import type { Job, World } from '../cases/threads/serve.ts';
import type { CheckSetup } from './check/check-part.ts';
import type { VisitSetup } from './team/visit-part.ts';

/** What threads do beside the one that runs the program, by its name; the code of each is loaded by the threads that do it. */
export const THREAD_JOBS: Readonly<Record<string, (setup: unknown, world: World) => Promise<Job>>> = {
  check: async (setup, world) => (await import('./check/check-thread.ts')).checkJob(setup as CheckSetup, world),
  visit: async (setup, world) => (await import('./team/visit-part.ts')).visitJob(setup as VisitSetup, world),
};
