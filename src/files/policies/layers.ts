import { isAbsolute, join } from 'node:path';
import { faultyFile, hasErrors } from '../../messages/diagnostic.ts';
import { FileError, type UserError } from '../../messages/errors.ts';
import { fileName, known, safe } from '../../messages/safe.ts';
import { error } from '../../policy/check/check-names.ts';
import { readManifest } from '../../policy/folder/manifest.ts';
import type { Manifest } from '../../policy/folder/replaceable.ts';
import { readYaml } from '../../yaml/read.ts';
import type { FoldersNamed, ShippedFiles } from './shipped-files.ts';
import { onDisk, type TextFolder } from './text-folder.ts';

/** Says on which folder of policies another one stands. */
export const MANIFEST = 'policies.yaml';
/** The shared facts, roles and meetings, or what a folder adds to them. */
export const VOCABULARY = 'facts.yaml';

/** A folder of policies, and what it says of those that it stands on. */
export interface Layer {
  readonly folder: TextFolder;
  readonly manifest?: Manifest;
  /** Somebody named it; what it extends was not named. */
  readonly isNamed: boolean;
}

/** The folders named, else the one beside the executable, else the shipped one. @throws UserError */
export function layersNamed(named: FoldersNamed | undefined, shipped: ShippedFiles): Layer[] {
  const own = named ?? shipped.beside.policies;
  const folders = own === undefined ? [shipped.policies] : [own].flat().map(onDisk);
  return layersOf(folders, shipped.policies);
}

/** The folders that were named with all that they extend, the lowest first, each once. @throws UserError for a circle, or a folder that is not there */
export function layersOf(named: readonly TextFolder[], shipped: TextFolder): Layer[] {
  const layers = new Map<string, Layer>();
  for (const folder of named) {
    for (const layer of chainOf(folder, shipped, [])) {
      const isNamed = layer.folder.id === folder.id;
      if (layers.size > 0 && !layer.manifest && !layers.has(layer.folder.id)) throw alone(layer.folder);
      const before = layers.get(layer.folder.id);
      layers.set(layer.folder.id, before && !isNamed ? before : { ...layer, isNamed });
    }
  }
  return [...layers.values()];
}

/** A folder with what it extends, the lowest first. @param above the folders that extend it */
function chainOf(folder: TextFolder, shipped: TextFolder, above: readonly TextFolder[]): Omit<Layer, 'isNamed'>[] {
  if (!folder.has(MANIFEST)) {
    if (folder.has(VOCABULARY)) return [{ folder }];
    const says = safe`this is not a folder of policies. It has no ${known(MANIFEST)} that says \`extends: shipped\`, and no ${known(VOCABULARY)}.`;
    throw new FileError(folder.path, says);
  }
  const manifest = manifestOf(folder);
  const base = baseOf(folder, manifest, shipped);
  const path = [...above, folder];
  if (path.some(({ id }) => id === base.id)) throw circle(folder, manifest, [...path, base]);
  return [...chainOf(base, shipped, path), { folder, manifest }];
}

function manifestOf(folder: TextFolder): Manifest {
  const { data, diagnostics } = readManifest(readYaml(folder.read(MANIFEST)));
  if (data && !hasErrors(diagnostics)) return data;
  throw faultyFile(join(folder.path, MANIFEST), diagnostics);
}

/** @throws UserError where there is no such folder */
function baseOf(folder: TextFolder, manifest: Manifest, shipped: TextFolder): TextFolder {
  const { extends: name } = manifest;
  if (name === 'shipped') return shipped;
  const base = onDisk(isAbsolute(name) ? name : join(folder.path, name));
  if (base.isThere()) return base;
  throw atExtends(folder, manifest, `There is no folder ${fileName(base.path)}, which this folder extends.`);
}

function circle(folder: TextFolder, manifest: Manifest, path: readonly TextFolder[]): UserError {
  const way = path.map((one) => fileName(one.path)).join(', then ');
  return atExtends(folder, manifest, `These folders extend each other in a circle: ${way}. Take one \`extends\` out.`);
}

function atExtends(folder: TextFolder, { source }: Manifest, says: string): UserError {
  const fault = error('bad_extends', says, ['extends']);
  return faultyFile(join(folder.path, MANIFEST), [{ ...fault, ...source.locate(fault.path) }]);
}

const alone = ({ path }: TextFolder): FileError =>
  new FileError(
    path,
    safe`this folder has no ${known(MANIFEST)}, so it cannot be used with the folders named before it. Say there what it extends.`,
  );
