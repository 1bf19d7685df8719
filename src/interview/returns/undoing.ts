import type { Path } from '../../messages/diagnostic.ts';
import { readYaml } from '../../yaml/read.ts';
import { type Edit, edited } from '../../yaml/write.ts';
import type { Session } from '../flow/session.ts';

/** How one edit is taken back, and what has to stand there so that it is only that edit which goes. */
export interface Undoing {
  readonly edit: Edit;
  readonly path: Path;
  readonly left: unknown;
}

/** How edits are taken back, the last one first. */
export function undoing(text: string, edits: readonly Edit[]): Undoing[] {
  let before = text;
  const found: Undoing[] = [];
  for (const edit of edits) {
    found.unshift(backFrom(edit, readYaml(before).value));
    before = edited(before, [edit]);
  }
  return found;
}

function backFrom({ path, value }: Edit, root: unknown): Undoing {
  const list = path.slice(0, -1);
  const was = at(root, path);
  // What is taken out of a list comes back in its place
  if (value === undefined && typeof path.at(-1) === 'number') {
    const all = at(root, list) as readonly unknown[];
    return { edit: { path: list, value: all }, path: list, left: all.filter((_, i) => i !== path.at(-1)) };
  }
  if (was !== undefined) return { edit: { path, value: was }, path, left: value };
  const depth = path.findIndex((_, i) => at(root, path.slice(0, i + 1)) === undefined);
  return { edit: { path: path.slice(0, depth + 1), value: undefined }, path, left: value };
}

/** Whether everything is as the edits left it. */
export const standsAsLeft = (all: readonly Undoing[], { text }: Pick<Session, 'text'>): boolean => {
  const { value: root } = readYaml(text);
  return all.every(({ path, left }) => same(at(root, path)) === same(left));
};

/** A list that became empty may be gone with its key. */
const same = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) && value.length === 0 ? undefined : value, (_, one) =>
    typeof one === 'number' ? String(one) : one,
  ) ?? '';

const at = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
