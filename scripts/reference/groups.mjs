// A JSON Schema as groups of keys, each in every form that it can have.

/**
 * @typedef {Record<string, any>} Node a JSON Schema, or a part of one
 * @typedef {{ readonly node: Node, readonly keys: readonly string[] }} Form
 * @typedef {{ readonly name: string, readonly forms: readonly Form[], readonly sameAs?: string, readonly isPlainToo: boolean }} Group
 */

/** Stands for the keys of a form that takes any id. */
export const ANY_KEY = '*';

/** The name of the outermost group. */
export const TOP = 'The file';

/** @type {(node: Node, root: Node) => Node} */
export const resolve = (node, root) => (node.$ref ? root.$defs[node.$ref.split('/').at(-1)] : node);

/** Every group of a schema, from the outside in. @param {Node} root @returns {Group[]} */
export function groupsOf(root) {
  const groups = new Map();
  const names = new Map();
  const visit = (name, node) => {
    if (groups.has(name)) return;
    const forms = formsOf(node, root);
    if (forms.length === 0) return;
    const text = JSON.stringify(forms);
    const sameAs = names.get(text);
    groups.set(name, { name, forms, isPlainToo: forms.length > 1 && hasPlain(node), ...(sameAs && { sameAs }) });
    if (sameAs) return;
    names.set(text, name);
    for (const form of forms) {
      for (const key of form.keys) {
        // A part at another time has the keys that the part itself has
        if (key === 'editions') continue;
        const inner = takenBy(form.node, key);
        for (const ref of refsIn(inner)) visit(ref, root.$defs[ref]);
        visit(name === TOP ? key : `${name}.${key}`, inner);
      }
    }
  };
  visit(TOP, resolve(root, root));
  return [...groups.values()];
}

/** What a key of a form takes. @type {(node: Node, key: string) => Node} */
export const takenBy = (node, key) => (key === ANY_KEY ? node.additionalProperties : node.properties[key]);

/** The forms of a group of keys, through lists, choices and maps; a reference has a group of its own. */
function formsOf(node, root) {
  if (node.properties) return [{ node, keys: Object.keys(node.properties) }];
  const choices = node.anyOf ?? node.oneOf;
  if (choices) {
    const forms = choices.flatMap((choice) => formsOf(choice, root));
    const open = choices.filter((choice) => forms.length > 0 && isOpen(choice));
    return [...forms, ...open.map((choice) => ({ node: choice, keys: [ANY_KEY] }))];
  }
  return below(node).flatMap((inner) => formsOf(inner, root));
}

/** Whether a value need not be a group of keys. */
function hasPlain(node) {
  const choices = node.anyOf ?? node.oneOf;
  if (!choices) return below(node).some(hasPlain);
  return choices.some((choice) => choice.anyOf || (choice.type && choice.type !== 'object'));
}

/** Whether a form takes any id as its key. */
const isOpen = (node) => !node.properties && typeof node.additionalProperties === 'object';

const below = ({ items, additionalProperties }) => [items, additionalProperties].filter((n) => typeof n === 'object');

/** Names of the groups that a value refers to. @returns {string[]} */
export function refsIn(node) {
  if (node.$ref) return [node.$ref.split('/').at(-1)];
  return [...(node.anyOf ?? node.oneOf ?? []), ...below(node)].flatMap(refsIn);
}
