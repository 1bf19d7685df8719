import { packageFiles } from '../../../src/files/policies/shipped-files.ts';
import type { Io } from '../../../src/io.ts';
import { type ExitCode, UserError } from '../../../src/messages/errors.ts';

/** What a command gave. */
export interface Given {
  readonly exit: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs one command in a world without a terminal, on a fixed day. */
export async function inWorld(
  run: (io: Io) => Promise<ExitCode>,
  today = '2026-11-22',
  other: Partial<Io> = {},
): Promise<Given> {
  const texts = { out: '', err: '' };
  const io = {
    out: (text: string) => void (texts.out += text),
    err: (text: string) => void (texts.err += text),
    env: {},
    onInterrupt: () => () => undefined,
    terminal: false,
    interactive: false,
    errorsToTerminal: false,
    colour: false,
    columns: 80,
    today: () => today,
    shipped: packageFiles('.'),
    ...other,
  } as Io;
  try {
    return { exit: await run(io), ...texts };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { exit: error.exit, out: texts.out, err: error.message };
  }
}
