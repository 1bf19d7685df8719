// What the bundler is taught: to mend js-yaml, and to work out beforehand what never changes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

/** What the lean start may load later by itself; the program is the other thing. */
const LEAN = /(?:check-text|style|shipped\.built|shipped-policies)\.[jt]s$/;

/** Whatever else would be loaded later is left to the program: asked for, it fails, and the program does it all. */
export const leftToTheProgram = {
  name: 'left-to-the-program',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import' || LEAN.test(path)) return undefined;
      return path === '../main.ts' ? { path: './main.js', external: true } : { path, namespace: 'left' };
    });
    onLoad({ filter: /./, namespace: 'left' }, () => ({ contents: "throw new Error('left to the program');" }));
  },
};

async function valuesOf(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, createRequire(path));
  return module.exports;
}
