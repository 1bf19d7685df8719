// What the bundler is taught: to work out beforehand what never changes, and to leave out what is not needed.
import { mkdirSync, writeFileSync } from 'node:fs';
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

/** The same, but what is long in these values stands in files of its own, in a folder `built` beside the bundle. */
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
      const lines = values.map(([name, value]) => `export const ${name} = ${withoutLong(value, [name], save)};`);
      return { contents: [READ, ...lines].join('\n') };
    });
  },
});

const BUILT = /\.built\.ts$/;

const READ = `import { readFileSync } from 'node:fs';
const read = (name) => readFileSync(new URL('./built/' + name, import.meta.url), 'latin1');`;

const parsed = (value) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

/** Reading more with the program at every start takes longer than reading it when it is wanted. */
const isLong = (json) => json.length > 20_000;

/** A value as code that reads what is long from files: long texts of an object, which hold JSON, when they are asked for. */
function withoutLong(value, place, save) {
  const json = JSON.stringify(value);
  if (!isLong(json)) return parsed(value);
  if (!Object.values(value).some((one) => isLong(JSON.stringify(one)))) return `JSON.parse(${save(place, json)})`;
  const members = Object.entries(value).map(([key, one]) => {
    const name = JSON.stringify(key);
    return typeof one === 'string' && isLong(one)
      ? `get ${name}() { return ${save([...place, key], one)}; }`
      : `${name}: ${withoutLong(one, [...place, key], save)}`;
  });
  return `{${members.join(', ')}}`;
}

/** Code or JSON that means the same, in letters of one byte each: these are quickest to read. */
export const inAscii = (text) =>
  text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What the quick parts may load later by themselves; the program is the other thing. */
const QUICK = /^chalk$|(?:check-text|style|help\.built|shipped\.built|shipped-policies)\.[jt]s$/;

/**
 * Whatever else would be loaded later, but the code of the command itself, is left to the program: asked for, it fails,
 * and the program does it all.
 */
export const leftToTheProgram = (command = 'start') => ({
  name: 'left-to-the-program',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import' || path.startsWith('node:')) return undefined;
      if (QUICK.test(path) || path.endsWith(`/${command}.ts`)) return undefined;
      return path === '../main.ts' ? { path: './main.js', external: true } : { path, namespace: 'left' };
    });
    onLoad({ filter: /./, namespace: 'left' }, () => ({ contents: "throw new Error('left to the program');" }));
  },
});

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
