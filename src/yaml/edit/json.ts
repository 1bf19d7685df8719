import { type Document, isCollection, isMap, isPair, isSeq, type Pair, parseDocument } from 'yaml';
import type { Path } from '../../messages/diagnostic.ts';
import { type Edit, endOf, splice, startOf } from './edit.ts';

/** Whether a text is JSON: a file of that kind is kept as one. */
export function isJson(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A JSON text with one value set or taken away; the rest stays as it was typed. */
export function editedJson(text: string, edit: Edit): string {
  const wanted = withValue(JSON.parse(text), edit.path, edit.value);
  const result = spliced(text, parseDocument(text), edit);
  if (result !== undefined && isJson(result) && same(JSON.parse(result), wanted)) return result;
  return `${JSON.stringify(wanted, null, unitOf(text))}\n`;
}

function spliced(text: string, doc: Document, { path, value }: Edit): string | undefined {
  if (doc.hasIn(path)) return value === undefined ? without(text, doc, path) : replaced(text, doc, path, value);
  if (value === undefined) return text;
  const depth = path.findIndex((_, i) => !doc.hasIn(path.slice(0, i + 1)));
  const parent = depth === 0 ? doc.contents : doc.getIn(path.slice(0, depth), true);
  const inner = nested(path.slice(depth + 1), value);
  if (!isCollection(parent)) return replaced(text, doc, path.slice(0, depth), nested(path.slice(depth), value));
  const member = isSeq(parent) ? inner : { [String(path[depth])]: inner };
  return withMember(text, parent, member);
}

function replaced(text: string, doc: Document, path: Path, value: unknown): string {
  const node = doc.getIn(path, true);
  return splice(text, startOf(node), endOf(node), written(value, text, startOf(node)));
}

/** The text of a value that begins in the line of a place. */
const written = (value: unknown, text: string, at: number): string =>
  JSON.stringify(value, null, unitOf(text)).replaceAll('\n', `\n${indentAt(text, at)}`);

/** Puts a new member, or entry, behind the others: on a line of its own where they have that. */
function withMember(text: string, parent: { items: unknown[] }, member: unknown): string {
  const last = parent.items.at(-1);
  const bare = (at: number): string => {
    const whole = written(member, text, at);
    return isSeq(parent) ? whole : whole.slice(1, -1).trim();
  };
  if (last === undefined) return splice(text, startOf(parent) + 1, endOf(parent) - 1, opened(text, parent, member));
  const [from, end] = [firstOf(last), endOf(isPair(last) ? last.value : last)];
  const lines = text.slice(startOf(parent), from).includes('\n');
  const one = lines ? dedented(bare(from), text, from, isMap(parent)) : bare(from).replace(/\n\s*/g, ' ');
  const between = lines ? `,\n${indentAt(text, from)}` : /,\S/.test(text) && !/,\s/.test(text) ? ',' : ', ';
  return splice(text, end, end, between + one);
}

/** A member was written within braces, one step further in. */
function dedented(words: string, text: string, at: number, isMember: boolean): string {
  const step = `\n${indentAt(text, at)}`;
  return isMember ? words.replaceAll(step + stepOf(text), step) : words;
}

function opened(text: string, parent: unknown, member: unknown): string {
  const whole = written(isSeq(parent) ? [member] : member, text, startOf(parent));
  return whole.slice(1, -1);
}

/** Takes away a member with its comma. */
function without(text: string, doc: Document, path: Path): string | undefined {
  const parent = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true);
  if (!isMap(parent) && !isSeq(parent)) return undefined;
  const step = path.at(-1);
  const at = isSeq(parent)
    ? Number(step)
    : parent.items.findIndex((pair) => String((pair as Pair).key) === String(step));
  const ends = (i: number): number => endOf(isPair(parent.items[i]) ? parent.items[i].value : parent.items[i]);
  if (parent.items.length === 1) return splice(text, startOf(parent) + 1, endOf(parent) - 1, '');
  if (at > 0) return splice(text, ends(at - 1), ends(at), '');
  return splice(text, firstOf(parent.items[0]), firstOf(parent.items[1]), '');
}

const firstOf = (item: unknown): number => startOf(isPair(item) ? item.key : item);

const indentAt = (text: string, at: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1))?.[0] ?? '';

/** One step of indentation, as the text has it; none where all stands in one line. */
const stepOf = (text: string): string => /\n([ \t]+)"/.exec(text)?.[1] ?? '';

const unitOf = (text: string): string | undefined => stepOf(text) || undefined;

const nested = (path: Path, value: unknown): unknown =>
  path.reduceRight((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function withValue(root: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  const inner = typeof root === 'object' && root !== null ? Reflect.get(root, step) : undefined;
  if (value === undefined && inner === undefined) return root;
  const next = withValue(inner, rest, value);
  if (typeof step === 'number') {
    const list = [...(Array.isArray(root) ? root : [])];
    if (rest.length === 0 && value === undefined) list.splice(step, 1);
    else list[step] = next;
    return list;
  }
  const group = typeof root === 'object' && root !== null && !Array.isArray(root) ? root : {};
  return { ...group, [step]: next };
}
