import { wrongNamesIn } from '../../documents/names.ts';
import { documentsOf } from '../../files/policies/documents.ts';
import { DOCUMENTS, type PolicyFolder, PROFILES } from '../../files/policies/policy-folder.ts';
import type { Io } from '../../io.ts';
import { place } from '../../messages/diagnostic.ts';
import { UserError } from '../../messages/errors.ts';
import { fileName } from '../../messages/safe.ts';
import { didYouMean } from '../../messages/suggest.ts';
import { error } from '../../policy/check/check-names.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { clashesOf } from '../../policy/folder/clashes.ts';
import type { FileFaults } from '../../report/pack/verify-json.ts';
import { type TemplateOptions, templatesFor } from '../note/notes-shared.ts';

/**
 * What is wrong between the packs of a folder, and in its files that are no packs.
 * @throws UserError with the faults of every file that cannot be read
 */
export function faultsOfFolder(folder: PolicyFolder, options: TemplateOptions, io: Io): FileFaults[] {
  const packs = readable(folder);
  const files = [
    () => between(packs, folder),
    () => inProfiles(folder),
    () => (packs.size === folder.names().length ? inDocuments([...packs.values()], folder, options, io) : []),
    () => {
      folder.calendar();
      return [];
    },
  ];
  const bad: string[] = [];
  const found = files.flatMap((look) => {
    try {
      return look();
    } catch (fault) {
      if (!(fault instanceof UserError)) throw fault;
      bad.push(fault.message);
      return [];
    }
  });
  if (bad.length > 0) throw new UserError(bad.join('\n'));
  return found;
}

/** The packs of the folder; one that cannot be read is told of where it is asked for. */
function readable(folder: PolicyFolder): Map<string, CompiledPack> {
  const packs = new Map<string, CompiledPack>();
  for (const name of folder.names()) {
    try {
      packs.set(name, folder.pack(name));
    } catch (fault) {
      if (!(fault instanceof UserError)) throw fault;
    }
  }
  return packs;
}

/** Told of the second of two packs. */
function between(packs: ReadonlyMap<string, CompiledPack>, folder: PolicyFolder): FileFaults[] {
  const paths = new Map([...packs].map(([name, pack]) => [pack, folder.pathOf(name)]));
  return clashesOf([...packs.values()]).map(({ packs: [other, pack], says, path }) => {
    const fault = error(
      'meanings_clash',
      `${says} The other file is ${fileName(paths.get(other) ?? '')}.`,
      path,
      'key',
    );
    return { file: paths.get(pack) ?? '', faults: [place(fault, pack.source.locate)] };
  });
}

/** Packs of an authority that are not in the folder. */
function inProfiles(folder: PolicyFolder): FileFaults[] {
  const names = folder.names();
  const wrong = folder.profiles().flatMap(({ id, packs }) =>
    packs.flatMap((name, i) => {
      const says = `There is no pack \`${name}\` in this folder.${didYouMean(name, names)}`;
      return names.includes(name) ? [] : [error('unknown_pack', says, ['profiles', id, 'packs', i])];
    }),
  );
  if (wrong.length === 0) return [];
  const { path, source } = folder.fileNamed(PROFILES);
  return [{ file: path, faults: wrong.map((fault) => place(fault, source.locate)) }];
}

/** Names in the folder's own list of documents. A folder without one goes by the shipped list. */
function inDocuments(
  packs: readonly CompiledPack[],
  folder: PolicyFolder,
  options: TemplateOptions,
  io: Io,
): FileFaults[] {
  if (!folder.folder.has(DOCUMENTS)) return [];
  const { path, source, documents } = documentsOf(folder.folder, io.shipped.policies);
  const { roles } = folder.vocabulary().vocabulary;
  const wrong = wrongNamesIn(documents, { packs, roles, templates: Object.keys(templatesFor(options, io)) });
  return [{ file: path, faults: wrong.map((fault) => place(fault, source.locate)) }];
}
