import type { Diagnostic, Path } from '../../messages/diagnostic.ts';
import * as said from '../../messages/diagnostic.ts';
import { known } from '../../messages/safe.ts';
import { didYouMean, oneOf } from '../../messages/suggest.ts';

/** An error about a pack, at a place. What has passed the schema of a pack is one: its names and sentences may be shown. */
export const error = (code: string, says: string, path: Path, at: 'key' | 'value' = 'value'): Diagnostic =>
  said.error(known(code), known(says), path, { at });

/** Something in a pack that it can be used with, but that should be looked at. */
export const warning = (code: string, says: string, path: Path): Diagnostic =>
  said.warning(known(code), known(says), path, { at: 'key' });

/** Names of one kind that a place in a pack may use. */
export interface Known {
  /** The kind with its article, such as `a question`. */
  readonly what: string;
  readonly names: Iterable<string>;
}

/** An error where a name is not one of those known. */
export function unlessKnown(name: string, { what, names }: Known, path: Path): Diagnostic[] {
  const right = [...names];
  if (right.includes(name)) return [];
  const hint = didYouMean(name, right) || (right.length > 0 ? ` Known: ${oneOf(right)}.` : ' There is none here.');
  return [error('unknown_name', `\`${name}\` is not ${what} of this pack.${hint}`, path)];
}
