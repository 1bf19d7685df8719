import { processIo } from '../io.ts';
import { fastAnswer } from './fast-start.ts';
import { held, heldByExecutable } from './held.ts';
import { answerOrRun } from './start.ts';

/** Name of the code of threads in the executable. */
const THREAD = 'thread.cjs';

const io = () => processIo(heldByExecutable(), () => ({ text: held(THREAD) }));

void answerOrRun(async () => ({ io, fastAnswer }));
