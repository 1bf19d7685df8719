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

/** The list of documents of a folder of policies; one without a list goes by the shipped one. */
export function documentsOf(folder: TextFolder, shipped: TextFolder): DocumentsFile {
  const from = folder.has(DOCUMENTS) ? folder : shipped;
  const path = join(from.path, DOCUMENTS);
  const source = readYaml(from.read(DOCUMENTS));
  return { path, source, documents: orThrow(path, readDocuments(source)) };
}
