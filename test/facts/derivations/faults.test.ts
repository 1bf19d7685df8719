import { expect, test } from 'vitest';
import { inFull } from '../../../src/messages/diagnostic.ts';
import { readVocabulary } from '../../../src/policy/pack/read-pack.ts';
import { readYaml } from '../../../src/yaml/read.ts';

const faults = (derive: string): string[] =>
  readVocabulary(
    readYaml(`version: 1
roles: {}
facts:
  a: {type: date, label: a}
  it: {type: date, label: it, derive: ${derive}}
`),
  ).diagnostics.map((fault) => inFull(fault));

test.each([
  ['{mnths: {from: a, to: []}}', [/^This key is not known here\. Did you mean `months`\?/]],
  ['{}', [/^`derive` has none of the forms that are allowed here\.$/]],
  ['months', [/^`derive` has none of the forms that are allowed here\. It reads `months`\.$/]],
  ['{months: {form: a, to: []}}', [/^`from` is missing; it is needed here\.$/, /^This key is not known here\./]],
  ['{last_plan: begun}', [/^`last_plan` must be .* Did you mean `began`\?$/]],
  ['{meeting: panel, pick: frist, field: date}', [/^`pick` must be `first`, `last` or `next`\. It reads `frist`\.$/]],
  ['{meeting: panel, pick: first}', [/^`field` is missing; it is needed here\.$/]],
  ['{meeting: panel, pick: first, feild: date}', [/^`field` is missing/, /^This key is not known here\./]],
  ['{child: born, care: open}', [/^This key cannot stand beside the other keys here\./]],
  ['{later: {than: a, month: 3}}', [/^This key is not known here\. Did you mean `months`\?/]],
  ['{later: {than: b, months: 3}}', [/^`b` is not a fact of this pack\./]],
  ['{birthday: 99}', [/^`birthday` does not fit: .* It reads `99`\.$/]],
  ['{current_plan: open}', [/^`it` is of type date, but this way of working it out gives yes_no\.$/]],
  ['{latest: [a, it]}', [/^`it` is worked out from itself\.$/]],
])('derive: %s', (derive, says) => {
  const found = faults(derive);
  expect(found).toHaveLength(says.length);
  for (const [i, sentence] of says.entries()) expect(found[i]).toMatch(sentence);
});
