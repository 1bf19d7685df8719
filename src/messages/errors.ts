import { fileName, type Safe, safe } from './safe.ts';

/** Exit codes of the program. */
export const EXIT = { done: 0, findings: 1, misuse: 2, failed: 3, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure whose message is meant for the user as it stands: shown without a stack trace. */
export class UserError extends Error {
  /**
   * @param exit 2 for misuse, bad configuration or a bad pack; 3 where the program could not run
   * @param inFull the message with values of a file in it: only a person at a terminal may see it
   */
  constructor(
    message: string,
    readonly exit: ExitCode = EXIT.misuse,
    readonly inFull: string = message,
  ) {
    super(message);
  }
}

/** A failure with one file or folder, or with what it says. */
export class FileError extends UserError {
  /** @param shown what stands in the file, for its reader alone */
  constructor(
    where: string,
    readonly says: Safe,
    exit: ExitCode = EXIT.misuse,
    readonly shown?: string,
  ) {
    const message = safe`${fileName(where)}: ${says}`;
    super(message, exit, shown === undefined ? message : `${message} It reads ${shown}`);
  }
}
