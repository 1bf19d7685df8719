// Which value each key of a schema has in files that show them all.
import { stringify } from 'yaml';
import { ANY_KEY, resolve } from './groups.mjs';

/** @typedef {import('./groups.mjs').Node} Node */

/** Characters of an example that still read well in a table. */
export const LONG = 70;

/** Examples of the keys of a schema: the values that they have in some documents, and in the examples of the schema. */
export class Examples {
  /** @type {Map<string, unknown[]>} */
  #found = new Map();
  #root;

  /** @param {Node} root @param {readonly unknown[]} documents */
  constructor(root, documents) {
    this.#root = root;
    this.#fromSchema(root);
    for (const document of documents) this.#walk(root, document);
  }

  /** The plainest example of a key of a form, as YAML on one line; undefined where there is none. */
  of(node, key) {
    const lines = (this.#found.get(nameOf(node, key)) ?? []).map((value) => inBraces(value).slice(1, -1));
    return lines.find((line) => line.length <= LONG) ?? lines.sort((a, b) => a.length - b.length)[0];
  }

  #fromSchema(node) {
    if (typeof node !== 'object' || node === null) return;
    for (const example of node.examples ?? []) this.#walk(node, example);
    for (const inner of Object.values(node)) this.#fromSchema(inner);
  }

  #walk(given, value) {
    const node = resolve(given, this.#root);
    const choices = node.anyOf ?? node.oneOf;
    if (choices) {
      const taken = choices.find((choice) => takes(resolve(choice, this.#root), value));
      if (taken) this.#walk(taken, value);
    } else if (Array.isArray(value)) {
      for (const item of value) this.#walk(node.items ?? {}, item);
    } else if (isGroup(value)) this.#keys(node, value);
  }

  #keys(node, value) {
    for (const [key, inner] of Object.entries(value)) {
      const known = node.properties?.[key];
      const name = nameOf(node, known ? key : ANY_KEY);
      this.#found.set(name, [...(this.#found.get(name) ?? []), { [key]: inner }]);
      const next = known ?? node.additionalProperties;
      if (typeof next === 'object') this.#walk(next, inner);
    }
  }
}

const nameOf = (node, key) => `${key} of ${JSON.stringify(node)}`;

const isGroup = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A group of keys as YAML on one line, in braces. */
export const inBraces = (value) =>
  stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim();

/** Whether a value can be meant by one of several forms: by its kind, and for a group by its keys. */
function takes(node, value) {
  if (node.anyOf ?? node.oneOf) return (node.anyOf ?? node.oneOf).some((choice) => takes(choice, value));
  if (node.const !== undefined) return node.const === value;
  if (node.enum) return node.enum.includes(value);
  if (Array.isArray(value)) return node.type === 'array';
  if (!isGroup(value)) return [node.type].flat().includes(typeof value === 'number' ? 'number' : typeof value);
  if (node.type !== 'object') return false;
  if (!node.properties) return true;
  const needed = node.required ?? [];
  return Object.keys(value).every((key) => key in node.properties) && needed.every((key) => key in value);
}
