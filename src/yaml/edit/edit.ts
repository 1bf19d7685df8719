import type { ToStringOptions } from 'yaml';
import type { Path } from '../../messages/diagnostic.ts';

/** One change to a YAML text: the value that is to stand at a path; `undefined` takes away what stands there. */
export interface Edit {
  readonly path: Path;
  readonly value: unknown;
}

/** How new lines are written: never folded, texts of several lines as they are. */
export const STYLE: ToStringOptions = { lineWidth: 0, flowCollectionPadding: false, blockQuote: 'literal' };

/** A text with a part of it replaced. */
export const splice = (text: string, from: number, to: number, by: string): string =>
  text.slice(0, from) + by + text.slice(to);

/** Offsets in the text at which a node of a read document begins and ends. */
export const startOf = (node: unknown): number => rangeOf(node)?.[0] ?? 0;
export const endOf = (node: unknown): number => rangeOf(node)?.[1] ?? 0;

const rangeOf = (node: unknown): readonly number[] | undefined | null =>
  (node as { readonly range?: readonly number[] | null } | undefined)?.range;

/** Where the line after a place begins; the place itself, where a line begins there. */
export function lineAfter(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
}
