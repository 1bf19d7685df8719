import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Documents, readDocuments } from '../documents/schema.ts';
import type { Source } from '../yaml/read.ts';
import { readYaml } from '../yaml/read.ts';
import { DOCUMENTS, orThrow } from './policies.ts';
import { readText } from './read-text.ts';

/** A list of documents, with where each part of it stands. */
export interface DocumentsFile {
  readonly path: string;
  readonly source: Source;
  readonly documents: Documents;
}

/** The list of documents of a folder of policies; one without a list goes by the shipped one. */
export function documentsOf(folder: string, shipped: string): DocumentsFile {
  const own = join(folder, DOCUMENTS);
  const path = existsSync(own) ? own : join(shipped, DOCUMENTS);
  const source = readYaml(readText(path));
  return { path, source, documents: orThrow(path, readDocuments(source)) };
}
