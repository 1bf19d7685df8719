import { dirname } from 'node:path';
import { Channel } from './channel.ts';
import { type Output, refuseUnlessReplaceable } from './replaceable.ts';
import { standingAt } from './standing.ts';
import { flushFolder, WholeFile } from './whole-file.ts';

/** Where an output goes, piece by piece. */
export interface OutputFile {
  readonly write: (text: string | Uint8Array) => void;
  /** A file takes its name only now. */
  readonly finish: () => void;
  /** Leaves a file as it was before. */
  readonly abandon: () => void;
}

/**
 * Opens what `-o` names: a new file, one that may be replaced, or a pipe or device that is written into.
 * @param insists whether what is not known may be replaced
 * @throws UserError where it cannot be written, or what stands there is kept
 */
export function openOutput(path: string, output: Output, insists: boolean): OutputFile {
  const standing = standingAt(path);
  if (standing.is === 'channel') return new Channel(standing.path);
  if (standing.is === 'file') refuseUnlessReplaceable(standing, output, insists);
  const file = new WholeFile(standing);
  return {
    write: (text) => file.write(text),
    finish: () => {
      file.finish();
      flushFolder(dirname(standing.path));
    },
    abandon: () => file.abandon(),
  };
}
