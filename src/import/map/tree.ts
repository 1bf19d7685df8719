import { known, type Safe } from '../../messages/safe.ts';
import { FIELDS, type TableName, type Target, targetOf } from './fields.ts';
import type { TreeText } from './map-schema.ts';

/** An element or key that is known: what lies in it, and what it stands for. */
export interface TreeNode {
  readonly name: Safe;
  readonly inside: ReadonlyMap<string, TreeNode>;
  /** Each one makes a row of this table. */
  readonly opens?: TableName;
  /** Its text is this value. */
  readonly value?: Target;
}

/** The tree of a map, with its names looked up. @throws Error where the map names a table that is none */
export function treeOf(text: TreeText, name = ''): TreeNode {
  const inside = new Map<string, TreeNode>();
  let opens: TableName | undefined;
  for (const [key, below] of Object.entries(text)) {
    if (key === 'is') opens = tableNamed(below);
    else inside.set(key, typeof below === 'string' ? leaf(key, below) : treeOf(below, key));
  }
  return { name: known(name), inside, ...(opens && { opens }) };
}

function tableNamed(name: unknown): TableName {
  if (typeof name === 'string' && Object.hasOwn(FIELDS, name)) return name as TableName;
  throw new Error(`No table of ours is called ${String(name)}.`);
}

function leaf(name: string, text: string): TreeNode {
  const value = targetOf(text);
  if (!value) throw new Error(`No table of ours has the column ${text}.`);
  return { name: known(name), inside: new Map(), value };
}
