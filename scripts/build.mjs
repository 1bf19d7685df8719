// Bundles the program: one entry, and chunks that a command loads only when it needs them.
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { builtModules, fasterYaml } from './build-plugins.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [fasterYaml, builtModules],
  // commander is CommonJS and asks for node's own modules by require
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
