// What the bundler is taught: to mend js-yaml, and to work out beforehand what never changes.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const SPREAD = '...DEFAULT_PARSER_OPTIONS,\n\t\t...options,';
const LITERAL = 'filename: options?.filename ?? "", maxDepth: options?.maxDepth ?? 100,';

/** js-yaml spreads options into the state of its parser, which makes the whole parser three times slower: name them. */
export const fasterYaml = {
  name: 'faster-yaml',
  setup({ onLoad }) {
    onLoad({ filter: /js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const at = text.indexOf(SPREAD, text.indexOf('function parseEvents('));
      if (at < 0) throw new Error('js-yaml has changed: look at its parseEvents, and measure.');
      return { contents: text.slice(0, at) + LITERAL + text.slice(at + SPREAD.length), loader: 'js' };
    });
  },
};

/** Modules named `*.built.ts` are run now: the program holds their values, and none of the code that makes them. */
export const builtModules = {
  name: 'built-modules',
  setup({ onLoad }) {
    onLoad({ filter: /\.built\.ts$/ }, async ({ path }) => {
      const values = Object.entries(await valuesOf(path));
      const lines = values.map(
        ([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`,
      );
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};

async function valuesOf(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
