import { join } from 'node:path';
import type { Thing } from '../../policy/folder/overriding.ts';
import type { TemplateSet } from '../../report/note/template.ts';
import { LayerFiles } from './layer-files.ts';
import type { Layer } from './layers.ts';
import { onDisk, type TextFolder } from './text-folder.ts';

/** Every template below a folder, by its path from there with forward slashes. */
export const readTemplates = (folder: TextFolder): TemplateSet =>
  Object.fromEntries(folder.namesBelow('.md').map((name) => [name, folder.read(name)]));

/** The folder of templates beside the packs of a folder of policies that extends another. */
function besidePacks({ folder, manifest }: Layer): TextFolder | undefined {
  const beside = onDisk(join(folder.path, 'templates'));
  return manifest && beside.isThere() ? beside : undefined;
}

/** The templates beside the packs, the lowest first. */
export const templateFolders = (layers: readonly Layer[]): TextFolder[] =>
  layers.flatMap((layer) => besidePacks(layer) ?? []);

/** The templates of each folder of policies, over those that come with the program. */
export function templatesIn(layers: readonly Layer[], shipped: TextFolder): ReadonlyMap<Layer, Thing[]> {
  const lowest: Layer = { folder: shipped, isNamed: false };
  return new Map([
    [lowest, thingsIn(shipped)],
    ...layers.map((layer) => [layer, thingsIn(besidePacks(layer))] as const),
  ]);
}

/** @throws UserError where a folder has a template of a name that is there, and does not say that it replaces it */
export function refuseUnsaidTemplates(layers: readonly Layer[], shipped: TextFolder): void {
  if (!layers.some(({ manifest }) => manifest)) return;
  const things = templatesIn(layers, shipped);
  new LayerFiles([...things.keys()]).refuseUnsaid(things);
}

const thingsIn = (folder: TextFolder | undefined): Thing[] =>
  (folder?.namesBelow('.md') ?? []).map((id) => {
    return { kind: 'template', id, file: join(folder?.path ?? '', id), at: () => ({ line: 1, column: 1 }) };
  });
