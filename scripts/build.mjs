// Bundles the program: `node scripts/build.mjs [FOLDER]`. One entry and chunks that a command loads only when it
// needs them; before it a small start that answers the quickest questions without loading any of that.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { builtModules, fasterYaml, leftToTheProgram } from './build-plugins.mjs';

const outdir = process.argv[2] ?? 'dist';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const common = {
  outdir,
  bundle: true,
  platform: 'node',
  target: 'node20',
  define: { __VERSION__: JSON.stringify(version) },
  logLevel: 'warning',
};

rmSync(outdir, { recursive: true, force: true });
await build({
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
await build({
  ...common,
  entryPoints: ['src/start.ts', 'src/lean.ts'],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minify: true,
  define: { ...common.define, 'import.meta.url': '__url' },
  banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [fasterYaml, builtModules, leftToTheProgram],
});
execFileSync(process.execPath, ['scripts/code-cache.mjs', outdir], { stdio: 'inherit' });
