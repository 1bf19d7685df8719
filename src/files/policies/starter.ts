import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FileError } from '../../messages/errors.ts';
import { safe } from '../../messages/safe.ts';
import { makeFolder } from '../write/make-folder.ts';
import { writeNew } from '../write/write-text.ts';
import { MANIFEST, VOCABULARY } from './layers.ts';
import type { ShippedFiles } from './shipped-files.ts';

/** What a starter pack is made of. */
export interface Starter {
  readonly id: string;
  readonly folder: string;
  readonly today: string;
  readonly shipped: ShippedFiles;
}

/** What the folder of a starter pack says of itself: everything shared is used where it is, and never copied. */
const STANDS_ON_SHIPPED = `# This folder holds only what is its own. The shared facts, roles, meetings and bank holidays, and the packs and letters
# of the program, are used from there. To put something of your own in the place of one of them, say so:
# replaces:
#   - {role: conference_chair, reason: Our procedure calls this person by another title.}
version: 1
extends: shipped
`;

/**
 * Writes a starter pack into a folder of policies. A new folder also gets the file that says what it extends.
 * Gives the files written. @throws UserError where the pack is there already
 */
export function writeStarter({ id, folder, today, shipped }: Starter): string[] {
  const path = join(folder, `${id}.yaml`);
  if (existsSync(path))
    throw new FileError(path, safe`this pack is there already. Take another name, or edit the file.`);
  const values: Readonly<Record<string, string>> = { PACK: id, FOLDER: folder, TODAY: today };
  const text = shipped.templates
    .read('starter-pack.yaml')
    .replace(/__([A-Z]+)__/g, (mark, key: string) => values[key] ?? mark);
  makeFolder(folder);
  const files = new Map([[path, text]]);
  if (![MANIFEST, VOCABULARY].some((name) => existsSync(join(folder, name))))
    files.set(join(folder, MANIFEST), STANDS_ON_SHIPPED);
  for (const [file, content] of files) writeNew(file, content);
  return [...files.keys()];
}
