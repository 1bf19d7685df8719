import type { Locate, Path, Position } from '../messages/diagnostic.ts';

/**
 * Where the parts of a mapping or sequence stand in the text, as offsets: its start, and for a mapping
 * a pair (key, value) per key in written order, for a sequence one figure per item.
 */
export interface Offsets {
  readonly start: number;
  readonly keys: string[];
  readonly at: number[];
}

/** Line and column, from 1, of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  const end = Math.min(Math.max(0, offset), text.length);
  let [line, start] = [1, 0];
  for (let next = text.indexOf('\n'); next >= 0 && next < end; next = text.indexOf('\n', start)) {
    line++;
    start = next + 1;
  }
  return { line, column: end - start + 1 };
}

/** Finds places by path. A path that does not exist gives the place of its nearest existing parent. */
export function locator(text: string, root: unknown, offsets: ReadonlyMap<object, Offsets>): Locate {
  return (path: Path, at = 'value') => {
    let value = root;
    let offset = typeof root === 'object' && root !== null ? (offsets.get(root)?.start ?? 0) : 0;
    for (const [depth, step] of path.entries()) {
      const found = stepOffset(value, step, offsets, at === 'key' && depth === path.length - 1);
      if (found === undefined) break;
      offset = found;
      value = (value as Record<string | number, unknown>)[step];
    }
    return positionAt(text, offset);
  };
}

function stepOffset(
  value: unknown,
  step: string | number,
  offsets: ReadonlyMap<object, Offsets>,
  key: boolean,
): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const known = offsets.get(value);
  if (!known) return undefined;
  if (Array.isArray(value)) return known.at[Number(step)];
  const index = known.keys.indexOf(String(step));
  return index < 0 ? undefined : known.at[2 * index + (key ? 0 : 1)];
}
