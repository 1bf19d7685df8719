import type * as z from 'zod';
import type { Path } from '../../messages/diagnostic.ts';

type Issue = z.core.$ZodIssue;

/** A fault of a value as those that say best what is wrong: for a union, those of the branch that came furthest. */
export function flatten(issue: Issue, root: unknown, above: Path = []): Issue[] {
  const path = [...above, ...(issue.path as Path)];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path } as Issue];
  const value = valueAt(root, path);
  const ranked = issue.errors
    .map((branch) => ({ branch, reach: reachOf(branch, value) }))
    .sort((a, b) => b.reach - a.reach);
  const best = ranked[0]?.branch as Issue[];
  const isOneOfMany = ranked[1]?.reach === ranked[0]?.reach;
  const said = isOneOfMany ? best.filter((i) => !isMissing(i, value)) : best;
  const shallow = said.every((i) => i.path.length === 0 && i.code === 'invalid_type');
  return shallow ? [{ ...issue, path } as Issue] : said.flatMap((i) => flatten(i, root, path));
}

/** How far a branch came: the deeper its faults and the fewer, the nearer it is to what was meant. */
function reachOf(branch: readonly Issue[], value: unknown): number {
  const isWorded = branch.some((i) => i.code === 'custom' || i.code === 'invalid_format');
  const isOfKind = branch.every((i) => i.path.length > 0 || i.code === 'unrecognized_keys');
  const depth = Math.max(...branch.map((i) => i.path.length - (isMissing(i, value) ? 1 : 0)));
  const faults = branch.map((i) => (i.code === 'unrecognized_keys' ? i.keys.length : 1));
  return (isWorded ? 50 : 0) + (isOfKind ? 5 : 0) + 10 * depth - faults.reduce((a, b) => a + b, 0);
}

/** Whether a key that a branch needs is not there: that alone does not tell which branch was meant. */
const isMissing = ({ path }: Issue, value: unknown): boolean =>
  path.length > 0 && valueAt(value, path as Path) === undefined;

/** What stands at a path of a value. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined),
    value,
  );
