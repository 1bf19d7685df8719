import { openOutput } from '../files/write/output.ts';
import type { Output } from '../files/write/replaceable.ts';
import type { Io } from '../io.ts';
import { fileName } from '../messages/safe.ts';

/** Where a text goes, as commander gives it. */
interface OutputOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** Writes a text to a file where one is named, else to the screen. @throws UserError where what stands there is kept */
export function put(text: string | Uint8Array, what: Output, { output, force }: OutputOptions, io: Io): void {
  if (output === undefined) {
    io.out(String(text));
    return;
  }
  const file = openOutput(output, what, force === true);
  file.write(text);
  file.finish();
  io.err(`Written: ${fileName(output)}\n`);
}
