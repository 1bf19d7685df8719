import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { FileError } from '../../messages/errors.ts';
import { safe } from '../../messages/safe.ts';
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

/** Refuses two outputs to one file, by whatever paths it is named: the second would take the place of the first. @throws UserError */
export function refuseTwice(paths: readonly string[]): void {
  const places = new Set<string>();
  for (const path of paths) {
    const place = placeOf(path);
    if (place === undefined) continue;
    if (places.has(place)) throw new FileError(path, safe`this file is named twice. Give each output its own file.`);
    places.add(place);
  }
}

/** The same for all paths to one file; undefined for a pipe or a device, which can take several outputs. */
function placeOf(path: string): string | undefined {
  const { is, stat } = standingAt(path);
  if (is === 'channel') return undefined;
  if (stat) return `${stat.dev}:${stat.ino}`;
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return resolve(path);
  }
}
