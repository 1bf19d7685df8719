// Bundles the program: `node scripts/build.mjs [FOLDER]`. One entry and chunks that a command loads only when it
// needs them; before it a small start that answers the quickest questions without loading any of that.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { builtModules, fasterYaml, leftToTheProgram } from './build-plugins.mjs';
import { foldersIn } from './package/bundled.mjs';

const outdir = process.argv[2] ?? 'dist';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  outdir,
  bundle: true,
  platform: /** @type {const} */ ('node'),
  target: 'node20',
  define: { __VERSION__: JSON.stringify(version) },
  logLevel: /** @type {const} */ ('warning'),
  metafile: true,
};

rmSync(outdir, { recursive: true, force: true });
const program = await build({
  ...common,
  entryPoints: ['src/main.ts'],
  splitting: true,
  format: 'esm',
  plugins: [fasterYaml, builtModules],
  // commander is CommonJS and asks for node's own modules by require
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
// CommonJS: node takes half as long to load it
const start = await build({
  ...common,
  entryPoints: { start: 'src/start/main-entry.ts', lean: 'src/start/fast-start.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minify: true,
  define: { ...common.define, 'import.meta.url': '__url' },
  banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [fasterYaml, builtModules, leftToTheProgram],
});
// Whose code is in it: for licences and the list of parts
mkdirSync('build', { recursive: true });
writeFileSync('build/bundled.json', JSON.stringify(foldersIn([program.metafile, start.metafile])));
execFileSync(process.execPath, ['scripts/code-cache.mjs', outdir], { stdio: 'inherit' });
