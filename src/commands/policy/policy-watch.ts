import type { Side } from '../../assess/worked/pack-diff.ts';
import { savesBelow } from '../../files/find/saves.ts';
import { sidesOf } from '../../files/policies/packs-at.ts';
import { onDisk } from '../../files/policies/text-folder.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, FileError, UserError } from '../../messages/errors.ts';
import { fileName, safe } from '../../messages/safe.ts';
import { diffText, isSame } from '../../report/pack/diff-report.ts';
import type { CommonOptions } from '../common-options.ts';
import { styleFor } from '../style.ts';
import { policyFolder } from './folder.ts';
import { CASES } from './policy-cases.ts';
import { comparedSides } from './policy-diff.ts';
import { policyTest } from './policy-test.ts';
import { policyVerify } from './policy-verify.ts';

export interface PolicyWatchOptions extends CommonOptions {
  readonly cases?: readonly string[];
}

/** `cpplan policy watch`: on each save of a folder, what `verify` and `test` say, and what changed in meaning since the start. */
export async function policyWatch(path: string, { cases, plain }: PolicyWatchOptions, io: Io): Promise<ExitCode> {
  if (!onDisk(path).isThere()) throw new FileError(path, safe`there is no such folder.`);
  const options = { policies: [path], format: 'text' as const, ...(plain && { plain }) };
  const own = cases ?? (onDisk(CASES).isThere() ? [CASES] : []);
  const ending = new AbortController();
  const release = io.onInterrupt(() => ending.abort());
  const look = async (start: readonly Side[] | undefined): Promise<readonly Side[] | undefined> => {
    const now = readableAt(path, io);
    await said(() => policyVerify([], options, io), io);
    if (own.length > 0 && now) await said(() => policyTest([], { ...options, cases: own }, io), io);
    if (start && now) await said(() => tellChanges(start, now, options, io), io);
    io.out(`Watching ${fileName(path)}. Save a file to look again; Ctrl-C ends.\n`);
    return start ?? now;
  };
  try {
    const saves = savesBelow([path, ...own], ending.signal);
    let start = await look(undefined);
    for await (const saved of saves) {
      io.out(`\n--- ${saved.map(fileName).join(', ')} ---\n`);
      start = await look(start);
    }
  } finally {
    release();
  }
  return EXIT.done;
}

/** The packs of the folder as they read now; undefined while one of them cannot be read. */
function readableAt(path: string, io: Io): Side[] | undefined {
  try {
    const folder = policyFolder({ policies: [path] }, io);
    return sidesOf(folder, folder.ownNames());
  } catch (fault) {
    if (fault instanceof UserError) return undefined;
    throw fault;
  }
}

/** Whatever is wrong with a file is said, and does not end the watch. */
async function said(act: () => Promise<unknown>, io: Io): Promise<void> {
  try {
    await act();
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    io.out(`${fault.message}\n`);
  }
}

async function tellChanges(
  start: readonly Side[],
  now: readonly Side[],
  options: CommonOptions,
  io: Io,
): Promise<void> {
  const style = await styleFor(options, io);
  const names = (sides: readonly Side[]): Set<string> => new Set(sides.map(({ pack }) => pack.pack.pack));
  const [before, after] = [names(start), names(now)];
  const nothing = { removed: [], added: [] };
  const report = {
    compared: comparedSides(start, now).filter((one) => !isSame({ compared: [one], ...nothing })),
    removed: [...before].filter((name) => !after.has(name)),
    added: [...after].filter((name) => !before.has(name)),
  };
  io.out(style.strong('Since the watch began:'));
  io.out(isSame(report) ? ' No pack means anything else.\n' : `\n${diffText(report, style)}`);
}
