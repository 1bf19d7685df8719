import {
  Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type ToStringOptions,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Path } from '../diagnostic.ts';
import { readYaml } from './read.ts';

/** One change to a YAML text: the value that is to stand at a path; `undefined` takes away what stands there. */
export interface Edit {
  readonly path: Path;
  readonly value: unknown;
}

const STYLE: ToStringOptions = { lineWidth: 0, flowCollectionPadding: false, blockQuote: 'literal' };

/**
 * The text with some values set or taken away. What a change does not touch stays as it was typed: where it can,
 * a change replaces one value or adds lines; else it writes one top-level part anew, with its comments.
 */
export function edited(text: string, edits: readonly Edit[]): string {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const ends = text.includes('\r\n') ? '\r\n' : '\n';
  const written = edits.reduce(withEdit, text.slice(bom.length).replaceAll('\r\n', '\n'));
  return bom + written.replaceAll('\n', ends);
}

function withEdit(text: string, edit: Edit): string {
  const doc = parseDocument(text);
  const wanted = JSON.stringify(withValue(doc.toJS(), edit.path, edit.value));
  const holds = (way: string | undefined): boolean =>
    way !== undefined && JSON.stringify(readYaml(way).value) === wanted;
  return [replaced, added].map((way) => way(text, doc, edit)).find(holds) ?? anew(text, edit);
}

/** A value with another at a path, where nothing but groups and lists lies on the way. */
function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = typeof root === 'object' && root !== null ? Reflect.get(root, step) : undefined;
  const next = withValue(inner, rest, value);
  if (typeof step === 'number') return Object.assign([...(Array.isArray(root) ? root : [])], { [step]: next });
  return { ...(root as object), [step]: next };
}

type Place = Pick<Node, 'range'>;
const startOf = (node: unknown): number => (node as Place).range?.[0] ?? 0;
const endOf = (node: unknown): number => (node as Place).range?.[1] ?? 0;
const splice = (text: string, from: number, to: number, by: string): string =>
  text.slice(0, from) + by + text.slice(to);

/** A value in one line in the place of another. */
function replaced(text: string, doc: Document, { path, value }: Edit): string | undefined {
  const node = doc.getIn(path, true);
  if (!isScalar(node) || value === undefined || value === null || typeof value === 'object') return undefined;
  const [from, to] = [startOf(node), endOf(node)];
  const words = inline(value);
  if (from === to || text.slice(from, to).includes('\n') || words.includes('\n')) return undefined;
  return splice(text, from, to, words);
}

const inline = (value: unknown): string => new Document(value).toString(STYLE).trimEnd();

/** New lines at the end of the innermost group or list that is there already. */
function added(text: string, doc: Document, { path, value }: Edit): string | undefined {
  const depth = path.findIndex((_, i) => !doc.hasIn(path.slice(0, i + 1)));
  const parent = depth < 0 ? undefined : depth === 0 ? doc.contents : doc.getIn(path.slice(0, depth), true);
  if (value === undefined || !isCollection(parent) || parent.flow || parent.items.length === 0) return undefined;
  const column = startOf(parent) - (text.lastIndexOf('\n', startOf(parent) - 1) + 1);
  const content = nested(path.slice(depth + 1), value);
  const lines = new Document(isSeq(parent) ? [content] : { [String(path[depth])]: content }).toString(STYLE);
  const at = depth === 0 ? text.length : lineAfter(text, lastEnd(parent));
  const before = text.slice(0, at);
  return `${before.endsWith('\n') || before === '' ? before : `${before}\n`}${indented(lines, column)}${text.slice(at)}`;
}

const indented = (lines: string, column: number): string => lines.replace(/^(?=.)/gm, ' '.repeat(column));

/** What follows the place where a value ends, from the next line on. */
function lineAfter(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
}

function lastEnd(node: YAMLMap | YAMLSeq): number {
  const last = node.items.at(-1);
  const value = isPair(last) ? ((last as Pair).value ?? (last as Pair).key) : last;
  return isCollection(value) && !value.flow && value.items.length > 0 ? lastEnd(value as YAMLMap) : endOf(value);
}

/** A value within the groups and lists that a path names. */
function nested(path: Path, value: unknown): unknown {
  return path.reduceRight((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);
}

/** The top-level part that the change is in, written anew; the whole text, where that would lose a comment. */
function anew(text: string, edit: Edit): string {
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
  const comments = (text: string): string => (text.match(/#.*$/gm) ?? []).join('\n');
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
