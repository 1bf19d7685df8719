// A JSON Schema as a reference page: one table a group of keys.

/** Markdown reference of a schema: every key with what it takes and what it means. */
export function referencePage(schema, title) {
  const top = resolve(schema, schema);
  const groups = [];
  const seen = new Set();
  const visit = (name, node) => {
    const key = `${name}`;
    if (seen.has(key)) return;
    seen.add(key);
    const rows = Object.entries(node.properties ?? {}).map(([property, value]) =>
      row(property, value, node.required ?? []),
    );
    groups.push([`## ${name}`, '', '| key | takes | meaning |', '| --- | --- | --- |', ...rows, ''].join('\n'));
    for (const [property, value] of Object.entries(node.properties ?? {})) {
      for (const inner of objects(value, schema)) visit(name === 'The file' ? property : `${name}.${property}`, inner);
    }
  };
  visit('The file', top);
  return [
    `# ${title}`,
    '',
    top.description ?? '',
    '',
    'Made by `npm run docs` from the schema that the program checks with. Keys in **bold** are needed.',
    '',
    ...groups,
  ].join('\n');
}

/** Groups of keys directly below a value, through lists, choices and maps. */
function objects(node, root) {
  const target = resolve(node, root);
  if (target.properties) return [target];
  const below = [
    ...(target.anyOf ?? []),
    ...(target.oneOf ?? []),
    target.items,
    typeof target.additionalProperties === 'object' ? target.additionalProperties : undefined,
  ];
  return below.filter(Boolean).flatMap((inner) => (inner.$ref ? [] : objects(inner, root)));
}

const resolve = (node, root) => (node.$ref?.startsWith('#/$defs/') ? root.$defs[node.$ref.split('/').at(-1)] : node);

function row(property, value, required) {
  const name = required.includes(property) ? `**\`${property}\`**` : `\`${property}\``;
  const meaning = (value.description ?? value.anyOf?.find((v) => v.description)?.description ?? '').replaceAll(
    '|',
    '\\|',
  );
  return `| ${name} | ${takes(value)} | ${meaning} |`;
}

function takes(node) {
  if (node.title) return node.title;
  if (Array.isArray(node.type)) return node.type.map((type) => takes({ type })).join(' or ');
  if (node.$ref) return node.$ref.includes('condition') ? 'a condition' : 'a group of keys';
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.enum) return node.enum.map((value) => `\`${value}\``).join(', ');
  const choices = node.anyOf ?? node.oneOf;
  if (choices) return [...new Set(choices.map(takes))].join(' or ');
  if (node.type === 'array') return `a list of ${node.items ? takes(node.items) : 'values'}`;
  if (node.type === 'object')
    return node.additionalProperties && !node.properties
      ? `a map to ${takes(node.additionalProperties)}`
      : 'a group of keys';
  return (
    { string: 'text', number: 'a number', integer: 'a whole number', boolean: '`true`, `false`' }[node.type] ??
    'a value'
  );
}
