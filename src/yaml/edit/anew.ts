import { Document, isCollection, isMap, isScalar, type Pair, parseDocument } from 'yaml';
import type { Path } from '../../messages/diagnostic.ts';
import { type Edit, lineAfter, STYLE, splice, startOf } from './edit.ts';

/** The top-level part that a change is in, written anew; the whole text, where that would lose a comment. */
export function anew(text: string, edit: Edit): string {
  const [doc, changed] = [parseDocument(text), parseDocument(text)];
  apply(changed, edit);
  const whole = changed.toString(STYLE);
  const part = partAnew(text, doc, changed, edit.path[0]);
  return part !== undefined && sameMeaning(part, whole) ? part : whole;
}

function partAnew(text: string, doc: Document, changed: Document, key: Path[number] | undefined): string | undefined {
  const [old, now] = [topLevel(doc, key), topLevel(changed, key)];
  if (!now || !isCollection(old?.value) || old.value.range?.[2] === undefined) return undefined;
  const part = new Document({});
  part.add(part.createPair(key, null));
  Object.assign(topLevel(part, key) as Pair, { value: now.value });
  return splice(text, startOf(old.key), lineAfter(text, old.value.range[2]), part.toString(STYLE));
}

function topLevel({ contents }: Document, key: Path[number] | undefined): Pair | undefined {
  return isMap(contents) ? contents.items.find((pair) => String(pair.key) === String(key)) : undefined;
}

/** Whether two texts hold the same values and the same comments. */
function sameMeaning(a: string, b: string): boolean {
  const values = (text: string): string => JSON.stringify(parseDocument(text).toJS());
  const comments = (text: string): string => (text.match(/#.*/g) ?? []).join('\n');
  return parseDocument(a).errors.length === 0 && values(a) === values(b) && comments(a) === comments(b);
}

function apply(doc: Document, { path, value }: Edit): void {
  if (value === undefined) {
    if (doc.hasIn(path)) doc.deleteIn(path);
    return;
  }
  makeWay(doc, path);
  const [before, node] = [doc.getIn(path, true), doc.createNode(value)];
  if (isCollection(before) && isCollection(node) && before.items.length > 0) node.flow = before.flow === true;
  if (isScalar(before) && isScalar(node)) Object.assign(node, { comment: before.comment });
  doc.setIn(path, node);
}

/** Makes groups or lists of whatever else stands on the way to a path. */
function makeWay(doc: Document, path: Path): void {
  for (let depth = 1; depth <= path.length; depth++) {
    const node = doc.getIn(path.slice(0, depth), true);
    if (isCollection(node) && node.items.length === 0) node.flow = false;
    if (depth < path.length && !isCollection(node)) {
      doc.setIn(path.slice(0, depth), doc.createNode(typeof path[depth] === 'number' ? [] : {}));
    }
  }
}

/** A value as a text of its own. */
export const written = (value: unknown): string => new Document(value).toString(STYLE);
