import { join } from 'node:path';
import { wrongNamesIn } from '../../documents/names.ts';
import { documentsOf, IN_DOCUMENTS, withList } from '../../files/policies/documents.ts';
import type { LayerFile, LayerFiles } from '../../files/policies/layer-files.ts';
import { type Layer, MANIFEST } from '../../files/policies/layers.ts';
import { DOCUMENTS, type PolicyFolder, PROFILES } from '../../files/policies/policy-folder.ts';
import { templatesIn } from '../../files/policies/templates.ts';
import type { Io } from '../../io.ts';
import { place } from '../../messages/diagnostic.ts';
import { UserError } from '../../messages/errors.ts';
import { fileName } from '../../messages/safe.ts';
import { didYouMean } from '../../messages/suggest.ts';
import { error } from '../../policy/check/check-names.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { clashesOf } from '../../policy/folder/clashes.ts';
import { idleReplacements, type Thing } from '../../policy/folder/overriding.ts';
import { readProfiles } from '../../policy/pack/profiles.ts';
import type { FileFaults } from '../../report/pack/verify-json.ts';
import { type TemplateOptions, templatesFor } from '../note/notes-shared.ts';

/**
 * What is wrong between the packs of a folder, and in its files that are no packs.
 * @throws UserError with the faults of every file that cannot be read
 */
export function faultsOfFolder(folder: PolicyFolder, options: TemplateOptions, io: Io): FileFaults[] {
  const packs = readable(folder);
  const files: (() => FileFaults[])[] = [
    () => between(packs, folder),
    () => conflicts(packs, folder),
    () => inProfiles(folder),
    () => (packs.size === folder.names().length ? inDocuments([...packs.values()], folder, options, io) : []),
    () => inManifests(folder, io),
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

/** Clauses said to stand against others that are not there. */
function conflicts(packs: ReadonlyMap<string, CompiledPack>, folder: PolicyFolder): FileFaults[] {
  return [...packs].flatMap(([name, pack]) => {
    const wrong = Object.entries(pack.pack.clauses).flatMap(([id, { conflicts_with: against = {} }]) =>
      Object.entries(against).flatMap(([other, ids]) => {
        const at = ['clauses', id, 'conflicts_with', other];
        const found = packs.get(other);
        const known = Object.keys(found?.pack.clauses ?? {});
        if (!found)
          return [error('unknown_pack', `There is no pack \`${other}\`.${didYouMean(other, packs.keys())}`, at)];
        return ids
          .filter((clause) => !known.includes(clause))
          .map((clause) =>
            error('unknown_clause', `\`${other}\` has no clause ${clause}.${didYouMean(clause, known)}`, at),
          );
      }),
    );
    const faults = wrong.map((fault) => place(fault, pack.source.locate));
    return faults.length > 0 ? [{ file: folder.pathOf(name), faults }] : [];
  });
}

/** Packs of an authority that are not in the folder, nor in one that it extends. */
function inProfiles(folder: PolicyFolder): FileFaults[] {
  const names = folder.names();
  folder.profiles();
  return ownFiles(folder.files, PROFILES).flatMap(({ path, source }) => {
    const wrong = (readProfiles(source).data ?? []).flatMap(({ id, packs }) =>
      packs.flatMap((name, i) => {
        const says = `There is no pack \`${name}\` in this folder.${didYouMean(name, names)}`;
        return names.includes(name) ? [] : [error('unknown_pack', says, ['profiles', id, 'packs', i])];
      }),
    );
    return wrong.length > 0 ? [{ file: path, faults: wrong.map((fault) => place(fault, source.locate)) }] : [];
  });
}

/** The files of one name in the folders that were named. */
const ownFiles = (files: LayerFiles, name: string): LayerFile[] =>
  files.named(name).filter(({ layer }) => layer.isNamed);

/** Replacements that replace nothing. */
function inManifests(folder: PolicyFolder, { shipped }: Io): FileFaults[] {
  const { layers } = folder;
  const all = [
    ...folder.definitions(),
    withList(layers, shipped.policies).thingsIn(DOCUMENTS, IN_DOCUMENTS),
    templatesIn(layers, shipped.templates),
  ];
  const thingsOf = (wanted: (layer: Layer) => boolean): Thing[] =>
    all.flatMap((group) => [...group].flatMap(([layer, things]) => (wanted(layer) ? things : [])));
  return layers
    .filter(({ isNamed }) => isNamed)
    .flatMap((layer) => {
      const above = layers.slice(layers.indexOf(layer));
      const below = thingsOf((one) => !above.includes(one));
      const faults = idleReplacements({ things: thingsOf((one) => one === layer), manifest: layer.manifest }, below);
      return faults.length > 0 ? [{ file: join(layer.folder.path, MANIFEST), faults }] : [];
    });
}

/** Names in the own lists of documents. A folder without one goes by the list of what it extends, or the shipped one. */
function inDocuments(
  packs: readonly CompiledPack[],
  folder: PolicyFolder,
  options: TemplateOptions,
  io: Io,
): FileFaults[] {
  const { layers } = folder;
  const { roles } = folder.vocabulary().vocabulary;
  const templates = Object.keys(templatesFor(options, layers, io).texts);
  return documentsOf(layers, io.shipped.policies)
    .files.filter(({ layer }) => layer.isNamed)
    .map(({ path, source, own }) => {
      const wrong = wrongNamesIn(own, { packs, roles, templates });
      return { file: path, faults: wrong.map((fault) => place(fault, source.locate)) };
    });
}
