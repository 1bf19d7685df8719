// What the bundler mends in js-yaml, so that it does the same in less time. `test/yaml/faster.test.ts` compares the two.
import { readFileSync } from 'node:fs';

/** What stands there and what takes its place: each must stand there once. */
const MENDED = [
  // Options spread into the state of the parser make the whole parser three times slower: name them
  [
    '...DEFAULT_PARSER_OPTIONS,\n\t\t...options,\n\t\tinput:',
    `filename: options?.filename ?? "", maxDepth: options?.maxDepth ?? 100,
    hasReturns: input.includes("\\r"), isPrintable: !PATTERN_NON_PRINTABLE.test(input), input:`,
  ],
  // What follows goes over lines at once and not letter by letter: node would compile these loops while one file is read
  [
    'function skipUntilLineEnd(state) {',
    `$&
    if (!state.hasReturns) {
      const end = state.input.indexOf("\\n", state.position);
      state.position = end < 0 ? state.length : end;
      return;
    }`,
  ],
  [
    'do\n\t\t\tch = state.input.charCodeAt(++state.position);\n\t\twhile (!isEol(ch) && ch !== 0);',
    '{ skipUntilLineEnd(state); ch = state.input.charCodeAt(state.position); }',
  ],
  [
    '\t\tif (!isWhiteSpace(ch)) end = state.position + 1;\n\t\tch = state.input.charCodeAt(++state.position);\n\t}\n\tif (end === start)',
    `PLAIN_STOP.lastIndex = state.position + 1;
    PLAIN_STOP.test(state.input);
    end = state.position = PLAIN_STOP.lastIndex - 1;
    while (isWhiteSpace(state.input.charCodeAt(end - 1))) end--;
    ch = state.input.charCodeAt(state.position);
    }
    if (end === start)`,
  ],
  ['function readPlainScalar(', 'const PLAIN_STOP = /[\\0\\n\\r#:,[\\]{}]/g;\nfunction readPlainScalar('],
  ['function checkPrintable(state, start, end) {', '$&\n\tif (state.isPrintable) return;'],
];

/** The parts of js-yaml that read: the bundler cannot tell by itself that the others, run at every start, do nothing. */
const READING = /^(?:common\/(?:snippet|exception)|parser\/(?:events|parser_scalar|parser))\.ts$/;

const PART = /^\/\/#region src\/(\S+)\n[\s\S]*?^\/\/#endregion\n/gm;

/** The reader of js-yaml, mended: its events, without what makes values or texts of them. */
export function mended(text) {
  const parts = [...text.matchAll(PART)].filter(([, name = '']) => READING.test(name)).map(([part]) => part);
  const reader = MENDED.reduce((before, [old = '', now = '']) => {
    if (before.split(old).length !== 2) throw new Error(`js-yaml has changed: look for \`${old}\`, and measure.`);
    return before.replace(old, now);
  }, parts.join(''));
  const licence = text.slice(0, text.indexOf('//#region'));
  return `${licence}${reader}export { EVENT_ID, getScalarValue, parseEvents, YAMLException };\n`;
}

export const fasterYaml = {
  name: 'faster-yaml',
  setup({ onLoad }) {
    onLoad({ filter: /js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, ({ path }) => ({
      contents: mended(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};
