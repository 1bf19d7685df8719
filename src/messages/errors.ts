/** Exit codes of the program. */
export const EXIT = { done: 0, findings: 1, misuse: 2, failed: 3, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure whose message is meant for the user as it stands: shown without a stack trace. */
export class UserError extends Error {
  /** @param exit 2 for misuse, bad configuration or a bad pack; 3 where the program could not run */
  constructor(
    message: string,
    readonly exit: ExitCode = EXIT.misuse,
  ) {
    super(message);
  }
}
