// A JSON Schema as a reference page: a table for each form of each group of keys.
import { Examples, inBraces, LONG } from './examples.mjs';
import { ANY_KEY, groupsOf, refsIn, resolve, TOP, takenBy } from './groups.mjs';

/** @typedef {import('./groups.mjs').Node} Node */

/**
 * Markdown reference of a schema: every key with what it takes, what it means, and an example from some documents.
 * @param {{ schema: Node, title: string, intro: string, documents: readonly unknown[] }} of
 * @throws Error where a key has no meaning or no example
 */
export function referencePage({ schema, title, intro, documents }) {
  const groups = groupsOf(schema);
  const page = new Page(schema, groups, new Examples(schema, documents));
  const sections = groups.map((group) => page.section(group));
  if (page.lacking.length > 0) throw new Error(`${title}: ${page.lacking.join('; ')}`);
  const lead = 'Made by `npm run docs` from the schema that the program checks with. Keys in **bold** are needed.';
  return [`# ${title}`, '', resolve(schema, schema).description, '', intro, '', lead, '', ...sections].join('\n');
}

class Page {
  lacking = [];

  constructor(schema, groups, examples) {
    this.schema = schema;
    this.names = new Map(groups.map(({ name, sameAs }) => [name, sameAs ?? name]));
    this.examples = examples;
  }

  /** @param {import('./groups.mjs').Group} group */
  section({ name, forms, sameAs, isPlainToo }) {
    const plain = isPlainToo ? ['It can be a plain value.', ''] : [];
    const body = sameAs ? [`The same as ${link(sameAs, sameAs)}.`, ''] : [...plain, ...this.forms(name, forms)];
    return [`## ${name}`, '', ...body].join('\n');
  }

  /** Forms of one key stand in one table; one of several has its own. */
  forms(name, forms) {
    if (forms.length === 1) return this.table(name, forms);
    const single = forms.filter(({ keys }) => keys.length === 1);
    const others = forms.filter((form) => !single.includes(form)).flatMap((form) => this.form(name, form));
    const table = ['It can have one of these keys, and no other beside it.', '', ...this.table(name, single)];
    const above = ['It can have one of these forms.', ''];
    return [...(single.length > 0 ? table : []), ...(others.length > 0 ? above : []), ...others];
  }

  /** A form of several keys, named by those that it needs. */
  form(name, form) {
    const { description, required = [], examples = [] } = form.node;
    const shown = examples.length > 0 ? `Example: \`${inBraces(examples[0])}\`` : '';
    const above = [description, shown].filter(Boolean).flatMap((line) => [line, '']);
    const title = required.map((key) => `\`${key}\``).join(', ');
    return [`### ${name}: ${title}`, '', ...above, ...this.table(name, [form])];
  }

  table(name, forms) {
    const rows = forms.flatMap(({ node, keys }) => keys.map((key) => this.row(name, node, key)));
    return ['| key | takes | meaning | example |', '| --- | --- | --- | --- |', ...rows, ''];
  }

  row(name, node, key) {
    const inner = this.names.get(name === TOP ? key : `${name}.${key}`);
    const title = key === ANY_KEY ? 'any id' : `\`${key}\``;
    const needed = node.required?.includes(key) ? `**${title}**` : title;
    const meaning = cell(this.meaning(name, node, key));
    return `| ${needed} | ${takes(takenBy(node, key), inner)} | ${meaning} | ${this.example(name, node, key, inner)} |`;
  }

  example(name, node, key, inner) {
    const found = this.examples.of(node, key);
    if (found === undefined) this.lacking.push(`\`${name}.${key}\` has no example in the reference files`);
    if (inner && (found ?? '').length > LONG) return link('below', inner);
    return `\`${cell(found ?? '')}\``;
  }

  meaning(name, node, key) {
    const value = takenBy(node, key);
    const said = [value, ...(value.anyOf ?? value.oneOf ?? []), ...(onlyKey(node) === key ? [node] : [])];
    const referred = refsIn(value).map((ref) => this.schema.$defs[ref]);
    const found = [...said, ...referred].find(({ description }) => description)?.description;
    if (!found) this.lacking.push(`\`${name}.${key}\` has no description in the schema`);
    return found ?? '';
  }
}

/** The key of a form that has one only: what is said of the form says it all. */
const onlyKey = ({ properties }) => {
  const keys = Object.keys(properties ?? { [ANY_KEY]: '' });
  return keys.length === 1 ? keys[0] : undefined;
};

const cell = (text) => text.replaceAll('|', '\\|');

const link = (text, heading) => `[${text}](${anchor(heading)})`;

/** Where a section is, by the anchor that GitHub gives its heading. */
const anchor = (heading) => `#${heading.toLowerCase().replace(/[^\w-]/g, '')}`;

/** What a key takes, in words; `inner` is the group that it holds. */
function takes(node, inner) {
  if (node.title) return inner ? link(node.title, inner) : node.title;
  if (Array.isArray(node.type)) return node.type.map((type) => takes({ type })).join(' or ');
  if (node.$ref) return refsIn(node).map((ref) => link(`a ${ref}`, ref))[0];
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.enum) return node.enum.map((value) => `\`${value}\``).join(', ');
  const choices = node.anyOf ?? node.oneOf;
  if (choices) return [...new Set(choices.map((choice) => takes(choice, inner)))].join(' or ');
  if (node.type === 'array') return listOf(node, inner);
  if (node.type !== 'object') return SCALARS[node.type] ?? 'a value';
  if (node.properties) return inner ? link('a group of keys', inner) : 'a group of keys';
  return `ids, each with ${takes(node.additionalProperties, inner)}`;
}

const listOf = ({ prefixItems, items = {} }, inner) =>
  prefixItems ? `a list of ${prefixItems.length}: ${takes(prefixItems[0], inner)}` : `a list of ${takes(items, inner)}`;

const SCALARS = { string: 'text', number: 'a number', integer: 'a whole number', boolean: '`true`, `false`' };
