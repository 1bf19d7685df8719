import { dirname } from 'node:path';
// biome-ignore lint/correctness/noUnresolvedImports: node's own, which the linter does not know
import { getAsset } from 'node:sea';
import { heldFiles, type ShippedFiles } from '../files/policies/shipped-files.ts';

/** Name of the list of files that the executable holds. */
const LIST = 'files.json';

/** The text of a file that the executable holds. */
export const held = (name: string): string => getAsset(name, 'utf8');

/** The files that come with the program, where it is one executable. */
export const heldByExecutable = (): ShippedFiles => heldFiles(JSON.parse(held(LIST)), held, dirname(process.execPath));
