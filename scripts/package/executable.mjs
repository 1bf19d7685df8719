// One executable out of the program, its files and a node: node's own format for single executables.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
// biome-ignore lint/correctness/noUnresolvedImports: it names its main file in a way that the linter does not follow
import { inject } from 'postject';
import { builtModules, engineAlone, FOR_NODE } from '../build-plugins.mjs';
import { fasterYaml } from '../faster-yaml.mjs';

/** Marks the place in node that says whether a program is put in. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** Bundles the program, or what its threads run, into one file; an executable can load nothing but node's own modules besides. */
export async function bundle(entry, outfile, define) {
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    ...FOR_NODE,
    target: 'node24',
    format: 'cjs',
    minify: true,
    define,
    plugins: [fasterYaml, engineAlone, builtModules],
    logLevel: 'warning',
    metafile: true,
  });
  const unknownNames = Object.values(metafile.outputs)
    .flatMap(({ imports }) => imports.map(({ path }) => path))
    .filter((path) => !isBuiltin(path));
  if (unknownNames.length > 0)
    throw new Error(`These would not be found in the executable: ${unknownNames.join(', ')}`);
  return metafile;
}

/** What node is to run, with the files beside it; made by the very version of node that it is put into. */
export function makeBlob(folder, { main, thread }, node, licences) {
  const names = ['policies', 'templates'].flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/')),
  );
  const held = [...names.sort(), 'THIRD-PARTY-LICENCES'];
  const list = join(folder, 'files.json');
  writeFileSync(list, JSON.stringify(held));
  const paths = Object.fromEntries(held.map((name) => [name, name]));
  const config = join(folder, 'sea.json');
  const output = join(folder, 'cpplan.blob');
  const settings = {
    main,
    output,
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    useCodeCache: false,
    execArgvExtension: 'none',
    assets: { ...paths, 'THIRD-PARTY-LICENCES': licences, 'files.json': list, 'thread.cjs': thread },
  };
  writeFileSync(config, JSON.stringify(settings, null, 2));
  execFileSync(node, ['--experimental-sea-config', config], { stdio: ['ignore', 'ignore', 'inherit'], env: {} });
  return readFileSync(output);
}

/** Puts a program into a copy of node. */
export async function makeExecutable(base, blob, to) {
  copyFileSync(base, to);
  chmodSync(to, 0o755);
  await inject(to, 'NODE_SEA_BLOB', blob, { sentinelFuse: FUSE });
}
