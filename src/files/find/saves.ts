import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { listFolder } from './list-folder.ts';

/** Milliseconds between two looks: a person notices nothing of it, and a few hundred files take a hundredth of it. */
const BETWEEN = 150;

/**
 * The names of files that were saved, made or taken away below some folders, each time that this happens; what is saved
 * together is told together. Looking is slower than being told by the system, but the same on every disk and share.
 */
export function savesBelow(folders: readonly string[], ends: AbortSignal): AsyncGenerator<string[]> {
  // Looked at when it is called: what is saved before the first answer is asked for is told too
  return savesSince(lookAt(folders), folders, ends);
}

async function* savesSince(
  start: ReadonlyMap<string, string>,
  folders: readonly string[],
  ends: AbortSignal,
): AsyncGenerator<string[]> {
  let before = start;
  while (await waited(ends)) {
    let now = lookAt(folders);
    if (changed(before, now).length === 0) continue;
    // An editor may still be writing: the next look has to find the same
    for (let last = before; changed(last, now).length > 0 && (await waited(ends)); )
      [last, now] = [now, lookAt(folders)];
    const saved = changed(before, now);
    before = now;
    if (saved.length > 0) yield saved;
  }
}

const waited = (signal: AbortSignal): Promise<boolean> => setTimeout(BETWEEN, true, { signal }).catch(() => false);

/** When each file was last changed, and how long it is. */
function lookAt(folders: readonly string[]): Map<string, string> {
  const paths = folders.flatMap((folder) => listFolder(folder, { recursive: true }).map((name) => join(folder, name)));
  return new Map(
    paths.flatMap((path): [string, string][] => {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat?.isFile() ? [[path, `${stat.mtimeMs} ${stat.size}`]] : [];
    }),
  );
}

function changed(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path));
}
