// Measures the reading of returns beside the parsers alone.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { builtModules, FOR_NODE } from '../build-plugins.mjs';
import { measure, once } from './run.mjs';

/** What is measured: a file, how its parser alone is called, and how many things of what are in it. */
const FILES = [
  { file: 'census.xml', bare: 'saxes', of: 'census, XML, 250,000 children' },
  { file: 'episodes.csv', bare: 'csv', of: 'SSDA903, CSV, 100,000 episodes' },
  { file: 'list.xlsx', bare: 'sheet', of: 'Annex A, workbook, 10,000 rows' },
];

/** Generates returns in a folder, and reads each: by its parser alone, and all the way to records. */
export async function returnsMeasured(work, runs, tell) {
  const [write, measured] = await Promise.all(['write', 'measured'].map((name) => bundle(name, work)));
  const folder = join(work, 'returns');
  once({ command: [process.execPath, write ?? '', folder, '250000', '100000', '10000'] });
  return FILES.map(({ file, bare, of }) => {
    const path = join(folder, file);
    const command = (way) => ({ command: [process.execPath, measured ?? '', way, path] });
    const programs = {
      'the parser alone': command(bare),
      'to records': command('records'),
      ...wholeImport(file, path, work),
    };
    return { part: 'returns', of, megabytes: statSync(path).size / 1e6, rows: measure(programs, runs, tell) };
  });
}

/** The whole command over every child of the census, without writing. */
function wholeImport(file, path, work) {
  if (file !== 'census.xml') return {};
  const where = ['--into', join(work, 'imported'), '--authority', 'leicester', '--dry-run'];
  return { 'the whole import': { command: [process.execPath, 'bin/cpplan.js', 'import', path, ...where], turns: 1 } };
}

async function bundle(name, work) {
  const outfile = join(work, `${name}.mjs`);
  await build({
    entryPoints: [`scripts/returns/${name}.ts`],
    outfile,
    bundle: true,
    format: 'esm',
    ...FOR_NODE,
    plugins: [builtModules],
    // saxes is CommonJS
    banner: { js: "import { createRequire as __c } from 'node:module'; const require = __c(import.meta.url);" },
  });
  return outfile;
}
