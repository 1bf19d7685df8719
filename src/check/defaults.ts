import type { CaseFile } from '../case/file/case-schema.ts';
import type { Config } from './config-schema.ts';

/** A case file that says nothing of whose procedures apply falls under those that its folder names. */
export function withDefaults(file: CaseFile, config: Config | undefined): CaseFile {
  if (!config || file.packs || file.authority) return file;
  const { authority, packs } = config;
  return { ...file, ...(authority !== undefined && { authority }), ...(packs && { packs }) };
}
