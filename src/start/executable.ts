import { processIo } from '../io.ts';
import { held, heldByExecutable } from './held.ts';
import { answerOrRun } from './start.ts';

/** Name of the code of threads in the executable. */
const THREAD = 'thread.cjs';

void answerOrRun(
  processIo(heldByExecutable(), () => ({ text: held(THREAD) })),
  () => import('./fast-start.ts'),
);
