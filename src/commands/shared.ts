import type { Rulebook } from '../assess/assess.ts';
import { readCase } from '../case/read.ts';
import { UserError } from '../errors.ts';
import { digestOf, PolicyFolder } from '../files/policies.ts';
import { readText } from '../files/read-text.ts';
import type { Io } from '../io.ts';
import { diagnosticsText } from '../report/diagnostics-text.ts';
import type { PackStamp } from '../report/json.ts';
import { plainStyle } from '../report/style.ts';
import { asAtFor, type CommonOptions, policiesFor } from './common.ts';
import { assessCase, type Opened } from './opened.ts';

export { asAtFor, type CommonOptions } from './common.ts';
export { assessCase, type Opened } from './opened.ts';
export { styleFor } from './style.ts';

/** Reads and assesses one case file. @throws UserError with the diagnostics where it cannot be read */
export function openCase(path: string, options: CommonOptions, io: Io): Opened {
  const read = readCase(readText(path));
  if (!read.file) throw new UserError(diagnosticsText(path, read.diagnostics, plainStyle()).trimEnd());
  return assessCase(path, read, read.file, policyFolder(options, io), asAtFor(read.file, options, io));
}

/** The folder of policies: the one named, else the one beside the executable, else the shipped one. */
export const policyFolder = (options: CommonOptions, io: Io): PolicyFolder =>
  new PolicyFolder(policiesFor(options, io));

/** How a pack is named in results: with version and digest. */
export const stampsOf = ({ packs }: Rulebook): PackStamp[] =>
  packs.map((pack) => ({ id: pack.pack.pack, version: pack.pack.version, digest: digestOf(pack) }));
