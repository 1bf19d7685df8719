import { readCase } from '../case/file/read-case.ts';
import { assessCase, type Opened } from '../cases/opened.ts';
import { withDefaults } from '../check/defaults.ts';
import { Configs } from '../files/config.ts';
import { digestOf, PolicyFolder } from '../files/policies/policy-folder.ts';
import type { TextFolder } from '../files/policies/text-folder.ts';
import { readText } from '../files/read-text.ts';
import type { Io } from '../io.ts';
import { faultyFile } from '../messages/diagnostic.ts';
import type { Rulebook } from '../policy/folder/rulebook.ts';
import type { PackStamp } from '../report/case/json.ts';
import { asAtFor, type CommonOptions, policiesFor, policiesNamed } from './common.ts';

export { assessCase, type Opened } from '../cases/opened.ts';
export { asAtFor, type CommonOptions } from './common.ts';
export { styleFor } from './style.ts';

/** A case file under the procedures that it names, or its folder does. */
export interface OpenedCase extends Opened {
  /** The folder of policies by which it was assessed. */
  readonly policies: TextFolder;
}

/** Reads and assesses one case file. @throws UserError with the diagnostics where it cannot be read */
export async function openCase(path: string, options: CommonOptions, io: Io): Promise<OpenedCase> {
  const read = readCase(readText(path));
  if (!read.file) throw faultyFile(path, read.diagnostics);
  const found = await new Configs().of([path]);
  const file = withDefaults(read.file, found?.config);
  const policies = policiesFor(policiesNamed(options, found), io);
  const opened = assessCase(path, read, file, new PolicyFolder(policies), asAtFor(file, options, io));
  return { ...opened, policies };
}

/** The folder of policies: the one named, else the one beside the executable, else the shipped one. */
export const policyFolder = (options: CommonOptions, io: Io): PolicyFolder =>
  new PolicyFolder(policiesFor(options.policies, io));

/** How a pack is named in results: with version and digest. */
export const stampsOf = ({ packs }: Rulebook): PackStamp[] =>
  packs.map((pack) => ({ id: pack.pack.pack, version: pack.pack.version, digest: digestOf(pack) }));
