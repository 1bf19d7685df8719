import { parseDocument } from 'yaml';
import type { Path } from '../messages/diagnostic.ts';
import { anew } from './edit/anew.ts';
import type { Edit } from './edit/edit.ts';
import { editedJson, isJson } from './edit/json.ts';
import { added, replaced, rewritten } from './edit/lines.ts';
import { readYaml } from './read.ts';

export type { Edit } from './edit/edit.ts';

/**
 * The text with some values set or taken away. What a change does not touch stays as it was typed: where it can,
 * a change replaces one value or adds lines; else it writes one top-level part anew, with its comments.
 */
export function edited(text: string, edits: readonly Edit[]): string {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const ends = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.slice(bom.length).replaceAll('\r\n', '\n');
  const [body, rest] = isJson(lines) ? [lines, ''] : beforeItsEnd(lines);
  const written = edits.map(inLines).reduce(isJson(lines) ? editedJson : withEdit, body) + rest;
  return bom + written.replaceAll('\n', ends);
}

/** Texts have line feeds alone: what was pasted from elsewhere would give lines that are empty, or one that is none. */
const inLines = (edit: Edit): Edit =>
  typeof edit.value === 'string' ? { ...edit, value: edit.value.replace(/\r\n?/g, '\n') } : edit;

const DOTS = /^\.\.\.(?:\s|$)/m;

/** A document may be closed by a line of three dots; nothing is added behind it. */
function beforeItsEnd(text: string): [string, string] {
  if (!DOTS.test(text)) return [text, ''];
  const behind = parseDocument(text).range[1];
  const dots = DOTS.exec(text.slice(behind));
  return dots ? [text.slice(0, behind + dots.index), text.slice(behind + dots.index)] : [text, ''];
}

/** The first way that gives the values that are wanted, read back. */
function withEdit(text: string, edit: Edit): string {
  const doc = parseDocument(text);
  const wanted = JSON.stringify(withValue(doc.toJS(), edit.path, edit.value));
  for (const way of [replaced, rewritten, added]) {
    const result = way(text, doc, edit);
    if (result !== undefined && JSON.stringify(readYaml(result).value) === wanted) return result;
  }
  return anew(text, edit);
}

/** A value with another at a path. */
function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = typeof root === 'object' && root !== null ? Reflect.get(root, step) : undefined;
  const next = withValue(inner, rest, value);
  if (typeof step === 'number') return Object.assign([...(Array.isArray(root) ? root : [])], { [step]: next });
  return { ...(root as object), [step]: next };
}
