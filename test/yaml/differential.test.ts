import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { readText } from '../../src/files/read-text.ts';
import { readYaml } from '../../src/yaml/read.ts';
import { caseFiles } from '../support/cases.ts';
import { policies } from '../support/packs/policies.ts';

/** What our reader refuses on purpose, though it is well-formed. */
const REFUSED = ['yaml_alias', 'yaml_tag', 'yaml_documents', 'yaml_key'];

/** An indented `---`: one reader takes it for the start of a document, the other for text. No file of ours begins so. */
const INDENTED_START = /^[ \t]+---/m;

/** The values that the `yaml` package finds, or nothing where it has anything to say against the text. */
function byTheOther(text: string): { value: unknown } | undefined {
  const documents = parseAllDocuments(text, { version: '1.2', schema: 'core', strict: true, stringKeys: true });
  const [first, ...others] = 'empty' in documents ? [] : documents;
  if (!first) return { value: null };
  if (others.length > 0 || first.errors.length > 0 || first.warnings.length > 0) return undefined;
  return { value: first.toJS() };
}

const packFiles = [...policies.names().map((name) => `policies/${name}.yaml`), 'policies/facts.yaml'];

test.each([...packFiles, ...caseFiles])('%s holds the same values for both readers', (path) => {
  const text = readText(path);
  expect(readYaml(text)).toMatchObject({ value: byTheOther(text)?.value, diagnostics: [] });
});

const words = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...`ab:-# \n"'{}[],&*!|>%@?~\t.0`), maxLength: 12 }),
  fc.constantFrom(
    'yes',
    'no',
    'true',
    '~',
    'null',
    '',
    '2026-01-02',
    '012',
    '0x1F',
    '1e3',
    '.inf',
    '-',
    '...',
    '---',
    '<<',
    ' ',
  ),
);

const values = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'medium', maxDepth: 5 },
    words,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(
      words.filter((key) => key !== '__proto__' && key !== '<<'),
      tie('any'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).any;

const styles = fc.record({
  indent: fc.integer({ min: 2, max: 5 }),
  lineWidth: fc.constantFrom(0, 20, 80),
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'),
  blockQuote: fc.constantFrom(true, false, 'folded', 'literal'),
} as const);

describe('generated documents', () => {
  test('whatever is written, in whatever style, has the same values for both readers', () => {
    fc.assert(
      fc.property(values, styles, (value, style) => {
        const text = stringify({ value }, { ...style, aliasDuplicateObjects: false } as never);
        expect(readYaml(text).diagnostics, text).toEqual([]);
        expect(readYaml(text).value, text).toEqual(byTheOther(text)?.value);
      }),
      { numRuns: 1000 },
    );
  });

  test('a group or list put together at random has the same values for both readers, or one of them refuses it', () => {
    const scraps = fc.constantFrom(
      'a: ',
      'b: ',
      '"c": ',
      '- ',
      '  ',
      '\n',
      '\n  ',
      '\n- ',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '1',
      'yes',
      '~',
      "'q'",
      '"q"',
      '|\n',
      '>-\n',
      '# r\n',
      '? ',
      ': ',
      '&x ',
      '*x',
      '!t ',
      '---\n',
      '...\n',
      '\t',
      'one two',
      '2026-01-02',
      '%',
    );
    let [agreed, refused] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(scraps, { maxLength: 12 }).map((list) => list.join('')),
        (text) => {
          const { value, diagnostics } = readYaml(text);
          const code = diagnostics[0]?.code ?? '';
          if (REFUSED.includes(code)) refused++;
          const other = code === '' && !INDENTED_START.test(text) ? byTheOther(text) : undefined;
          if (typeof other?.value !== 'object') return;
          agreed++;
          expect(value, JSON.stringify(text)).toEqual(other.value);
        },
      ),
      { numRuns: 5000 },
    );
    expect(agreed).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(10);
  });
});
