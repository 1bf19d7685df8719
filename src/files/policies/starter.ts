import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FileError } from '../../messages/errors.ts';
import { safe } from '../../messages/safe.ts';
import { makeFolder } from '../write/make-folder.ts';
import { writeNew } from '../write/write-text.ts';
import type { ShippedFiles } from './shipped-files.ts';

/** What a starter pack is made of. */
export interface Starter {
  readonly id: string;
  readonly folder: string;
  readonly today: string;
  readonly shipped: ShippedFiles;
}

const SHARED = ['facts.yaml', 'bank-holidays.yaml'] as const;

/** Points an editor to a schema that stands beside the program, not beside the copy. */
const SCHEMA_LINE = /^# yaml-language-server: .*\n/;

/**
 * Writes a starter pack into a folder of policies, and beside it, where they are missing, the shared vocabulary and the
 * bank holidays.
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
  for (const shared of SHARED) {
    const beside = join(folder, shared);
    if (!existsSync(beside)) files.set(beside, shipped.policies.read(shared).replace(SCHEMA_LINE, ''));
  }
  for (const [file, content] of files) writeNew(file, content);
  return [...files.keys()];
}
