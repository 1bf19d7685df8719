import { join } from 'node:path';
import { type Documents, readDocuments } from '../../documents/schema.ts';
import type { Source } from '../../yaml/read.ts';
import { readYaml } from '../../yaml/read.ts';
import { DOCUMENTS, orThrow } from './policy-folder.ts';
import type { TextFolder } from './text-folder.ts';

/** A list of documents, with where each part of it stands. */
export interface DocumentsFile {
  readonly path: string;
  readonly source: Source;
  readonly documents: Documents;
}

/** Lists that were read before: many notes rest on one. */
const lists = new WeakMap<TextFolder, DocumentsFile>();

/** The list of documents of a folder of policies; one without a list goes by the shipped one. */
export function documentsOf(folder: TextFolder, shipped: TextFolder): DocumentsFile {
  let found = lists.get(folder);
  if (!found) lists.set(folder, (found = readFrom(folder.has(DOCUMENTS) ? folder : shipped)));
  return found;
}

function readFrom(from: TextFolder): DocumentsFile {
  const path = join(from.path, DOCUMENTS);
  const source = readYaml(from.read(DOCUMENTS));
  return { path, source, documents: orThrow(path, readDocuments(source)) };
}
