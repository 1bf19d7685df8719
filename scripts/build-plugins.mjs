// What the bundler is taught: to lower js-yaml, and to work out beforehand what never changes.
import { readFileSync } from 'node:fs';
import { build, transform } from 'esbuild';

/** js-yaml is three times slower with object spread as it stands; our own code is faster with it. */
export const loweredYaml = {
  name: 'lowered-yaml',
  setup({ onLoad }) {
    onLoad({ filter: /js-yaml[\\/]dist[\\/].*\.mjs$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), {
        target: 'node20',
        supported: { 'object-rest-spread': false },
      });
      return { contents: code, loader: 'js' };
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
