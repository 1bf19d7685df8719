// Bundles the program: `node scripts/build.mjs [FOLDER]`. One entry and chunks that a command loads only when it
// needs them; before it a small start that answers the quickest questions without loading any of that.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { builtModulesBeside, engineAlone, FOR_NODE, flatFor, inAscii, programBeside } from './build-plugins.mjs';
import { fasterYaml } from './faster-yaml.mjs';
import { foldersIn } from './package/bundled.mjs';

const outdir = process.argv[2] ?? 'dist';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  outdir,
  bundle: true,
  ...FOR_NODE,
  define: { __VERSION__: JSON.stringify(version) },
  logLevel: /** @type {const} */ ('warning'),
  metafile: true,
};

rmSync(outdir, { recursive: true, force: true });
const program = await build({
  ...common,
  entryPoints: { main: 'src/main.ts', thread: 'src/start/thread.ts' },
  splitting: true,
  format: 'esm',
  plugins: [fasterYaml, engineAlone, builtModulesBeside(outdir)],
  // commander is CommonJS and asks for node's own modules by require
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
// CommonJS: node takes half as long to load it
/** @satisfies {import('esbuild').BuildOptions} */
const quick = {
  ...common,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minify: true,
  define: { ...common.define, 'import.meta.dirname': '__dirname' },
};
const start = await build({
  ...quick,
  entryPoints: { start: 'src/start/main-entry.ts' },
  plugins: [builtModulesBeside(outdir), programBeside],
});
/** Commands that have a plain form: each has a file of its own, with no more code than it needs. */
const FAST = ['check', 'screen', 'explain', 'rationale'];
// As node would wrap it: wrapping it at each start would copy it
const lean = await Promise.all(
  FAST.map((command) =>
    build({
      ...quick,
      entryPoints: { [`lean-${command}`]: 'src/start/lean-entry.ts' },
      plugins: [fasterYaml, builtModulesBeside(outdir), flatFor(command)],
      // A script, unlike a module, cannot import
      supported: { ...FOR_NODE.supported, 'dynamic-import': false },
      banner: { js: "(function (exports, require, module, __dirname) { 'use strict';" },
      footer: { js: '})' },
    }),
  ),
);
// esbuild leaves the letters of tagged texts as they are
for (const command of FAST) {
  const path = join(outdir, `lean-${command}.cjs`);
  writeFileSync(path, inAscii(readFileSync(path, 'utf8')));
}
// Whose code is in it: for licences and the list of parts
mkdirSync('build', { recursive: true });
writeFileSync(
  'build/bundled.json',
  JSON.stringify(foldersIn([program, start, ...lean].map(({ metafile }) => metafile))),
);
execFileSync(process.execPath, ['scripts/code-cache.mjs', outdir], { stdio: 'inherit' });
