// Measures the reading of returns beside the parsers alone.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { measure, peakOf, table } from './bench-run.mjs';
import { builtModules, FOR_NODE } from './build-plugins.mjs';

/** What is measured: a file, how its parser alone is called, and how many things of what are in it. */
const FILES = [
  { file: 'census.xml', bare: 'saxes', of: '250,000 children in XML' },
  { file: 'episodes.csv', bare: 'csv', of: '100,000 episodes in CSV' },
  { file: 'list.xlsx', bare: 'sheet', of: '10,000 rows in a workbook' },
];

/** Generates returns in a folder, and reads each: by its parser alone, and all the way to records. */
export async function measureReturns(work, runs) {
  const [write, measured] = await Promise.all(['write', 'measured'].map((name) => bundle(name, work)));
  const folder = join(work, 'returns');
  measure({ write: [process.execPath, write, folder, '250000', '100000', '10000'] }, 0);
  for (const { file, bare, of } of FILES) {
    const path = join(folder, file);
    const command = (way) => [process.execPath, measured, way, path];
    const parser = `the parser alone (${bare})`;
    table(
      `${of} (${Math.round(statSync(path).size / 1e6)} MB)`,
      measure({ [parser]: command(bare), 'to records': command('records') }, runs),
      parser,
    );
    console.log(
      `\nPeak memory: ${peakOf(command(bare))} MB for the parser alone, ${peakOf(command('records'))} MB to records.`,
    );
  }
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
