import type { Documents, DocumentsPart } from '../../documents/schema.ts';
import { readDocuments } from '../../documents/schema.ts';
import type { Replaceable } from '../../policy/folder/replaceable.ts';
import { type LayerFile, LayerFiles } from './layer-files.ts';
import type { Layer } from './layers.ts';
import { DOCUMENTS } from './policy-folder.ts';
import type { TextFolder } from './text-folder.ts';

/** Lists of documents that stand on each other, with where each part of them stands. */
export interface DocumentsFiles {
  readonly documents: Documents;
  readonly files: readonly DocumentsFile[];
}

/** One of these lists. */
export interface DocumentsFile extends LayerFile {
  readonly own: DocumentsPart;
}

/** The kind of what stands in each group of the list. */
export const IN_DOCUMENTS: Readonly<Record<string, Replaceable>> = {
  notes: 'note',
  documents: 'document',
  family_calls: 'call',
};

/** Lists that were read before: many notes rest on one. */
const lists = new WeakMap<readonly Layer[], DocumentsFiles>();

/** The list of documents of folders of policies, on top of the shipped one where the lowest has none. */
export function documentsOf(layers: readonly Layer[], shipped: TextFolder): DocumentsFiles {
  let found = lists.get(layers);
  if (!found) lists.set(layers, (found = readFrom(withList(layers, shipped))));
  return found;
}

/** Folders of which the lowest has a list of documents. */
export function withList(layers: readonly Layer[], shipped: TextFolder): LayerFiles {
  const isThere = layers[0]?.folder.has(DOCUMENTS);
  return new LayerFiles(isThere ? layers : [{ folder: shipped, isNamed: false }, ...layers]);
}

function readFrom(files: LayerFiles): DocumentsFiles {
  const documents = files.together<Documents>(DOCUMENTS, readDocuments) as Documents;
  files.refuseUnsaid(files.thingsIn(DOCUMENTS, IN_DOCUMENTS));
  const own = files.named(DOCUMENTS).map((file) => ({ ...file, own: file.source.value as DocumentsPart }));
  return { documents, files: own };
}
