import { safe } from '../../messages/safe.ts';
import type { TreeNode } from '../map/tree.ts';
import type { Encoding } from '../read/decode.ts';
import { FileFault } from '../read/fault.ts';
import { type ChildText, childrenIn } from '../read/json-children.ts';
import { TreeWalk } from '../read/tree-rows.ts';
import type { Reading, ReadOptions, ReturnFile } from '../reading.ts';
import { ChildStream } from './child-stream.ts';
import { jsonFormat, noted, type TreeFormat } from './formats.ts';
import { ToldText } from './told-text.ts';

const NOT_OURS = safe`This is JSON, but not the daily data of children. A child has \`la_child_id\` and \`social_care_episodes\`.`;
const BROKEN_CHILD = safe`This child is not written as JSON can be read. Nothing of this child is read.`;

/** Reads a JSON return child by child. @throws FileFault */
export function* readJson(file: ReturnFile, encoding: Encoding, options: ReadOptions): Iterable<Reading> {
  const format = jsonFormat();
  const stream = new ChildStream(file.name, format.map, options);
  const text = new ToldText(file, encoding);
  for (const child of childrenIn(text.pieces(), format.map.list ?? '')) {
    takeChild(child, file.name, format, stream);
    yield* stream.take();
    yield* text.progress();
  }
  yield* stream.end();
}

/** Reads the JSON of one child. @throws FileFault where the first one is not a child of this format */
export function takeChild(
  { text, line, column }: ChildText,
  file: string,
  { tree }: TreeFormat,
  stream: ChildStream,
): void {
  const place = { file, line, column };
  const value = parsed(text);
  if (value === undefined) {
    stream.skip(noted(safe`child_broken`, BROKEN_CHILD, place, 'error'));
    return;
  }
  const isOurs = 'la_child_id' in value || 'social_care_episodes' in value;
  if (!isOurs && stream.children === 0) throw new FileFault(safe`unknown_json`, NOT_OURS, line, column);
  const walk = new TreeWalk(tree, file);
  walk.enter('', line, column);
  follow(value, walk, line, column);
  stream.child(walk.found, place);
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Takes what the tree knows of an object; lists are as many objects. */
function follow(value: object, walk: TreeWalk, line: number, column: number): void {
  const isPurged = 'purge' in value && value.purge === true;
  for (const [key, below] of Object.entries(value)) {
    const node = walk.node?.inside.get(key);
    if (!node || (isPurged && !staysOf(node, walk.node))) continue;
    for (const one of Array.isArray(below) ? below : [below]) {
      if (one === null || one === '' || (typeof one === 'object') === (node.value !== undefined)) continue;
      walk.enter(key, line, column);
      if (node.value) walk.value(node.value, String(one).trim(), line, column);
      else follow(one, walk, line, column);
      walk.leave();
    }
  }
}

/** What is taken of something that must be forgotten: which one it is. */
const STAYS = ['id', 'purge', 'start'];

const staysOf = ({ value }: TreeNode, object: TreeNode | undefined): boolean =>
  value !== undefined && STAYS.includes(value.field) && object?.opens === value.table;
