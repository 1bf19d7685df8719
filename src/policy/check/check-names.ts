import type { Path, Remark } from '../../messages/diagnostic.ts';
import { didYouMean, oneOf } from '../../messages/suggest.ts';

/** An error about a pack, at a place. */
export const error = (code: string, says: string, path: Path, at: 'key' | 'value' = 'value'): Remark => ({
  code,
  severity: 'error',
  says,
  path,
  at,
});

/** Something in a pack that it can be used with, but that should be looked at. */
export const warning = (code: string, says: string, path: Path): Remark => ({
  code,
  severity: 'warning',
  says,
  path,
  at: 'key',
});

/** Names of one kind that a place in a pack may use. */
export interface Known {
  /** The kind with its article, such as `a question`. */
  readonly what: string;
  readonly names: Iterable<string>;
}

/** An error where a name is not one of those known. */
export function unlessKnown(name: string, { what, names }: Known, path: Path): Remark[] {
  const known = [...names];
  if (known.includes(name)) return [];
  const hint = didYouMean(name, known) || (known.length > 0 ? ` Known: ${oneOf(known)}.` : ' There is none here.');
  return [error('unknown_name', `\`${name}\` is not ${what} of this pack.${hint}`, path)];
}
