// Writes the invented returns that are measured: `write FOLDER CHILDREN EPISODES ROWS`.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cinXml, episodesCsv, listBook } from './generate.ts';

const [folder = '', children = '', episodes = '', rows = ''] = process.argv.slice(2);

function write(name: string, texts: Iterable<string>): void {
  const file = openSync(join(folder, name), 'w');
  let held = '';
  for (const text of texts) {
    held += text;
    if (held.length < 1_000_000) continue;
    writeSync(file, held);
    held = '';
  }
  writeSync(file, held);
  closeSync(file);
}

mkdirSync(folder, { recursive: true });
write('census.xml', cinXml(Number(children)));
write('episodes.csv', episodesCsv(Number(episodes)));
writeFileSync(join(folder, 'list.xlsx'), listBook(Number(rows)));
