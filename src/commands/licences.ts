import type { Io } from '../io.ts';
import { EXIT, type ExitCode } from '../messages/errors.ts';

/** `cpplan licences`: the licence of the program, and those of everything that is bundled in it. */
export async function licences(io: Io): Promise<ExitCode> {
  io.out(io.shipped.licences());
  return EXIT.done;
}
