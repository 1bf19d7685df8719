import { join } from 'node:path';
import type { PolicyFolder } from '../../files/policies/policy-folder.ts';
import { makeFolder } from '../../files/write/make-folder.ts';
import { writeNew } from '../../files/write/write-text.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, FileError, UserError } from '../../messages/errors.ts';
import { safe } from '../../messages/safe.ts';
import { type Verification, verify } from '../../policy/verify/verify.ts';
import { sift, waiverFaults } from '../../policy/verify/waivers.ts';
import { isClean, type VerifiedPack, type VerifyReport, verifyJson } from '../../report/pack/verify-json.ts';
import { verifyText } from '../../report/pack/verify-text.ts';
import type { CommonOptions } from '../common-options.ts';
import { styleFor } from '../style.ts';
import { policyFolder } from './folder.ts';
import { namedInLetters, withoutNamed } from './named-in-letters.ts';
import { faultsOfFolder } from './verify-files.ts';

export interface PolicyVerifyOptions extends CommonOptions {
  readonly format: 'text' | 'json';
  readonly writeCases?: string;
  /** A folder of own templates, which the list of documents can name. */
  readonly templates?: string;
}

/** `cpplan policy verify`: goes through every case that can occur under each pack. */
export async function policyVerify(names: readonly string[], options: PolicyVerifyOptions, io: Io): Promise<ExitCode> {
  const folder = policyFolder(options, io);
  if (folder.names().length === 0) throw new FileError(folder.path, safe`there are no policy packs in this folder.`);
  const wanted = names.length > 0 ? names : folder.ownNames();
  const left = names.length > 0 ? [] : folder.names().filter((name) => !wanted.includes(name));
  const report = {
    ...reportOf(compiled(wanted, folder, namedInLetters(folder, options, io)), folder, options, io),
    left,
  };
  io.out(
    options.format === 'json'
      ? `${JSON.stringify(verifyJson(report), null, 2)}\n`
      : verifyText(report, await styleFor(options, io)),
  );
  return isClean(report) ? EXIT.done : EXIT.findings;
}

/** What is found in each pack. @throws UserError with the faults of every pack that cannot be read */
function compiled(
  names: readonly string[],
  folder: PolicyFolder,
  named: ReadonlySet<string>,
): Map<string, Verification> {
  const found = new Map<string, Verification>();
  const bad: string[] = [];
  for (const name of new Set(names)) {
    try {
      found.set(name, withoutNamed(verify(folder.pack(name), folder.vocabulary()), named));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      bad.push(error.message);
    }
  }
  if (bad.length > 0) throw new UserError([...new Set(bad)].join('\n'));
  return found;
}

function reportOf(
  found: ReadonlyMap<string, Verification>,
  folder: PolicyFolder,
  options: PolicyVerifyOptions,
  io: Io,
): Omit<VerifyReport, 'left'> {
  const waivers = folder.waivers();
  const on = io.today();
  const packs = [...found].map(([name, verification]): VerifiedPack => {
    const accepted = waivers.flatMap((file) => file.waivers);
    const sifted = sift(name, verification.findings, accepted, on);
    const written = new Map(options.writeCases === undefined ? [] : writeAll(name, sifted.open, options.writeCases));
    return { file: folder.pathOf(name), verification, ...sifted, written };
  });
  const findings = new Map([...found].map(([name, verification]) => [name, verification.findings]));
  const own = waivers.filter(({ isNamed }) => isNamed);
  return {
    on,
    packs,
    files: faultsOfFolder(folder, options, io),
    waivers: own.map((file) => ({ file: file.path, faults: waiverFaults(file, findings, folder.names(), on) })),
  };
}

function writeAll(pack: string, findings: VerifiedPack['open'], folder: string): [string, string][] {
  makeFolder(folder);
  return findings.flatMap(({ id, shows }): [string, string][] => {
    if (!shows) return [];
    const path = join(folder, `${pack}.${id.replace(/[^A-Za-z0-9_]+/g, '-')}.yaml`);
    writeNew(path, shows.text);
    return [[id, path]];
  });
}
