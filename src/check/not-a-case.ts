import { CASE_SHAPE } from '../case/file/case-shape.built.ts';
import type { Source } from '../yaml/read.ts';

/** Keys that other files of ours have as well. */
const SHARED = ['version', 'about', 'authority', 'packs'];

const OWN = CASE_SHAPE.is === 'group' ? Object.keys(CASE_SHAPE.keys).filter((key) => !SHARED.includes(key)) : [];

/** Whether a file can be read and has nothing of a case file: no key of its own. An empty file may have been one. */
export function holdsNoCase({ value, diagnostics }: Source): boolean {
  if (diagnostics.length > 0 || value === null || value === undefined) return false;
  return typeof value !== 'object' || Array.isArray(value) || !OWN.some((key) => Object.hasOwn(value, key));
}
