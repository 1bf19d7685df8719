import { parseEvents } from 'js-yaml';
import { HIDDEN, known, type Safe } from '../messages/safe.ts';
import { Composer } from './compose.ts';
import type { Offsets } from './locate.ts';

/** A line of a file as it may be shown, as data. */
export interface Excerpt<Text extends string = string> {
  readonly text: Text;
  /** Where in that text columns of the file stand; none where it is the whole line. */
  readonly columns?: ReadonlyMap<number, number>;
  /** The last column of the file that stands where it stood, where there are others. */
  readonly same?: number;
}

/** Where in the text of an excerpt a column of the file stands. */
export const columnIn = ({ columns, same }: Excerpt, column: number): number =>
  columns?.get(column) ?? Math.min(column, same ?? column);

interface Key<Name extends string = string> {
  readonly name: Name;
  readonly at: number;
  readonly value: number;
  /** Whether the value is a group in braces, whose keys follow on the same line. */
  readonly opens: boolean;
}

/** Gives the lines of a well-formed file with the keys that are known alone: nothing else can be read from them. */
export function maskedLines(text: string, isKnown: (key: string) => boolean): (line: number) => Excerpt<Safe> {
  const keys = keysOf(text).map((key) => ({ ...key, name: isKnown(key.name) ? known(key.name) : HIDDEN }));
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (line) => {
    const start = starts[line - 1] ?? text.length;
    const end = starts[line] ?? text.length + 1;
    return mask(text.slice(start, end - 1), start, keys);
  };
}

/** Gives the lines of a file as they stand. */
export function openLines(text: string): (line: number) => Excerpt {
  const lines = text.split('\n');
  return (line) => ({ text: (lines[line - 1] ?? '').trimEnd() });
}

function keysOf(text: string): Key[] {
  const offsets = new Map<object, Offsets>();
  new Composer(text, parseEvents(text, {}), offsets).document();
  const keys = [...offsets].flatMap(([group, { keys: names, at }]) =>
    names.map((name, i) => {
      const [key = 0, value = 0] = [at[2 * i], at[2 * i + 1]];
      const inside = (group as Record<string, unknown>)[name];
      return { name, at: key, value, opens: isGroup(inside) && text[value] === '{' };
    }),
  );
  return keys.sort((a, b) => a.at - b.at);
}

const isGroup = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

function mask(line: string, start: number, keys: readonly Key<Safe>[]): Excerpt<Safe> {
  const here = keys.filter(({ at }) => at >= start && at <= start + line.length);
  const columns = new Map<number, number>();
  const before = opening(line.slice(0, (here[0]?.at ?? start + line.length) - start));
  let text = before;
  let closing = '';
  for (const { name, at, value, opens } of here) {
    if (text.endsWith(HIDDEN)) text += ', ';
    columns.set(at - start + 1, text.length + 1);
    text += `${name}:`;
    if (value > start + line.length || value <= at) continue;
    text += ' ';
    columns.set(value - start + 1, text.length + 1);
    text += opens ? '{' : HIDDEN;
    if (opens) closing += '}';
  }
  if (here.length === 0 && line.trim() !== '') text += HIDDEN;
  return { text: known(text + closing), columns, same: before.length + 1 };
}

/** What stands before the first key: spaces, dashes and braces as they are, the end of a value hidden. */
const opening = (before: string): string => /^[\s{[-]*/.exec(before)?.[0] ?? '';
