// What the bundler is taught: to work out beforehand what never changes, and to leave out what is not needed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** For which node the program is made. It knows all of Unicode in patterns: esbuild would make them anew at each use. */
export const FOR_NODE = /** @type {const} */ ({
  platform: 'node',
  target: 'node20.20',
  supported: { 'regexp-unicode-property-escapes': true },
});

/** Templates can neither stream nor reckon digests, so that what the engine takes of node for that is not loaded. */
export const engineAlone = {
  name: 'engine-alone',
  setup({ onResolve, onLoad }) {
    const engine = createRequire(import.meta.url)
      .resolve('liquidjs')
      .replace(/\.js$/, '.mjs');
    onResolve({ filter: /^liquidjs$/ }, () => ({ path: engine }));
    onResolve({ filter: /^(?:stream|crypto)$/ }, ({ importer, path }) =>
      importer === engine ? { path, namespace: 'unused' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'unused' }, () => ({
      contents: 'export const PassThrough = undefined, createHash = undefined, createHmac = undefined;',
    }));
  },
};

/** Modules named `*.built.ts` are run now: the program holds their values, and none of the code that makes them. */
export const builtModules = {
  name: 'built-modules',
  setup({ onLoad }) {
    onLoad({ filter: BUILT }, async ({ path }) => {
      const values = Object.entries(await valuesOf(path));
      return { contents: values.map(([name, value]) => `export const ${name} = ${parsed(value)};`).join('\n') };
    });
  },
};

/**
 * The same, but for a program that is started for one answer: what is long in these values stands in files of its own, in
 * a folder `built` beside the bundle, and the members of an object are made when they are asked for.
 */
export const builtModulesBeside = (outdir) => ({
  name: 'built-modules-beside',
  setup({ onLoad }) {
    onLoad({ filter: BUILT }, async ({ path }) => {
      const save = (place, json) => {
        const name = `${[basename(path, '.built.ts'), ...place].join('-')}.json`;
        mkdirSync(join(outdir, 'built'), { recursive: true });
        writeFileSync(join(outdir, 'built', name), inAscii(json));
        return `read(${JSON.stringify(name)})`;
      };
      const values = Object.entries(await valuesOf(path));
      const lines = values.map(([name, value]) => `export const ${name} = ${madeLate(value, [name], save)};`);
      return { contents: [READ, ...lines].join('\n') };
    });
  },
});

const BUILT = /\.built\.ts$/;

const READ = `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
const read = (name) => readFileSync(join(import.meta.dirname, 'built', name), 'latin1');
const late = (makers) => {
  const made = {};
  for (const name in makers) Object.defineProperty(made, name, { enumerable: true, configurable: true, get() {
    const value = makers[name]();
    Object.defineProperty(made, name, { value, enumerable: true });
    return value;
  } });
  return made;
};`;

const parsed = (value) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

/** Reading more with the program at every start takes longer than reading it when it is wanted. */
const isLong = (json) => json.length > 20_000;

/** A value as code that makes it. Long texts hold JSON. */
function madeLate(value, place, save) {
  const json = JSON.stringify(value);
  if (!isLong(json)) return parsed(value);
  if (typeof value === 'string') return save(place, value);
  if (!Object.values(value).some((one) => isLong(JSON.stringify(one)))) return `JSON.parse(${save(place, json)})`;
  const makers = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}: () => ${madeLate(one, [...place, key], save)}`,
  );
  return `late({${makers.join(', ')}})`;
}

/** Code or JSON that means the same, in letters of one byte each: these are quickest to read. */
export const inAscii = (text) =>
  text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The start finds the program in a file of its own. */
export const programBeside = {
  name: 'program-beside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.\/main\.ts$/ }, () => ({ path: './main.js', external: true }));
  },
};

/** What the quick part loads only where it needs it. */
const LATER = /^(?:node:.*|chalk)$/;

/** What it needs in nearly every run, but for the code of its command. */
const NEEDED = /(?:check-text|(?:shipped|templates)\.built|shipped-policies)\.ts$/;

/**
 * The quick part for a command is loaded as a whole: one flat piece of code is sooner run than many that wait for each
 * other. What it would load later is left to the program: asked for, it fails, and the program does it all.
 */
export const flatFor = (command) => ({
  name: 'flat',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^liquidjs$/ }, ({ path }) => ({ path, namespace: 'left' }));
    onLoad({ filter: /./, namespace: 'left' }, () => ({
      contents: `export function Liquid() { throw ${LEFT_ERROR}; }`,
    }));
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const imports = [];
      const contents = readFileSync(path, 'utf8').replace(/\bimport\('([^']+)'\)/g, (asIs, name) => {
        if (LATER.test(name)) return asIs;
        if (!NEEDED.test(name) && !name.endsWith(`/${command}.ts`)) return LEFT;
        const number = imports.push(`import * as needed${imports.length} from '${name}';`) - 1;
        return `Promise.resolve(needed${number})`;
      });
      return { contents: `${imports.join('')}${contents}`, loader: 'ts' };
    });
  },
});

const LEFT_ERROR = "new Error('left to the program')";

const LEFT = `(Promise.reject(${LEFT_ERROR}) as Promise<any>)`;

async function valuesOf(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'cjs',
    ...FOR_NODE,
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, createRequire(path));
  return module.exports;
}
