// What the batch is measured against: reading the files alone, and reading and parsing them with values and places.
import { findCases } from '../src/files/find/find-cases.ts';
import { readText } from '../src/files/read-text.ts';
import { readYaml } from '../src/yaml/read.ts';

const [what, folder = ''] = process.argv.slice(2);
let size = 0;
for (const path of findCases([folder])) {
  const text = readText(path);
  size += what === 'parse' ? Number(readYaml(text).diagnostics.length === 0) : text.length;
}
process.stdout.write(`${size}\n`);
