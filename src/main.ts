import { createProgram } from './cli/program.ts';
import type { Io } from './io.ts';
import { EXIT, type ExitCode, UserError } from './messages/errors.ts';
import { ourFault } from './messages/our-fault.ts';

/** For whoever runs the program in a process of their own. */
export { packageFiles } from './files/policies/shipped-files.ts';

/** Runs the program for these arguments (without node and script) in this world. Gives the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await createProgram(io).run(argv);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    io.err(`${io.errorsToTerminal ? error.inFull : error.message}\n`);
    return error.exit;
  }
}

/** The same, for the program itself: whatever else goes wrong is our fault, and is said to be. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await main(argv, io);
  } catch (error) {
    io.err(ourFault(error));
    return EXIT.failed;
  }
}
