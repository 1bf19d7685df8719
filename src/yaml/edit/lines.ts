import { Document, isCollection, isMap, isPair, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Path } from '../../messages/diagnostic.ts';
import { type Edit, endOf, lineAfter, STYLE, splice, startOf } from './edit.ts';

/** Tries one change by touching only the lines it is about; undefined where that way does not fit. */
export type Way = (text: string, doc: Document, edit: Edit) => string | undefined;

const isPlain = (value: unknown): boolean => value !== undefined && value !== null && typeof value !== 'object';

/** A value in one line in the place of another. */
export const replaced: Way = (text, doc, { path, value }) => {
  const node = doc.getIn(path, true);
  if (!isScalar(node) || !isPlain(value)) return undefined;
  const [from, to] = [startOf(node), endOf(node)];
  const words = new Document(value).toString(STYLE).trimEnd();
  if (from === to || text.slice(from, to).includes('\n') || words.includes('\n')) return undefined;
  return splice(text, from, to, words);
};

/** A key with its value, of one line or several, in the place of the same key. */
export const rewritten: Way = (text, doc, { path, value }) => {
  const parent = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true);
  if (!isMap(parent) || parent.flow || !isPlain(value)) return undefined;
  const pair = parent.items.find(({ key }) => String(key) === String(path.at(-1)));
  if (!pair || !isScalar(pair.value)) return undefined;
  const [from, to] = [startOf(pair.key), lineAfter(text, endOf(pair.value))];
  if (text.slice(from, to).includes('#')) return undefined;
  const lines = new Document({ [String(pair.key)]: value }).toString(STYLE);
  return splice(text, from, to, indented(lines, columnOf(text, from)).trimStart());
};

/** New lines at the end of the innermost group or list that is there already. */
export const added: Way = (text, doc, { path, value }) => {
  const depth = path.findIndex((_, i) => !doc.hasIn(path.slice(0, i + 1)));
  const parent = depth < 0 ? undefined : depth === 0 ? doc.contents : doc.getIn(path.slice(0, depth), true);
  if (value === undefined || !isCollection(parent) || parent.flow || parent.items.length === 0) return undefined;
  const content = nested(path.slice(depth + 1), value);
  const lines = new Document(isSeq(parent) ? [content] : { [String(path[depth])]: content }).toString(STYLE);
  const at = depth === 0 ? text.length : lineAfter(text, lastEnd(parent));
  const before = text.slice(0, at);
  const ended = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  return ended + indented(lines, columnOf(text, startOf(parent))) + text.slice(at);
};

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

const indented = (lines: string, column: number): string => lines.replace(/^(?=.)/gm, ' '.repeat(column));

function lastEnd(node: YAMLMap | YAMLSeq): number {
  const last = node.items.at(-1);
  const value = isPair(last) ? ((last as Pair).value ?? (last as Pair).key) : last;
  return isCollection(value) && !value.flow && value.items.length > 0 ? lastEnd(value as YAMLMap) : endOf(value);
}

/** A value within the groups and lists that a path names. */
function nested(path: Path, value: unknown): unknown {
  return path.reduceRight((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);
}
