// Writes notes and letters of worked cases as Word files and has LibreOffice make PDF pages of them, to be looked at.
// LibreOffice is a package of Debian (libreoffice-writer-nogui), and no part of `npm cit`.
// node scripts/word.mjs FOLDER [--every N]   every Nth worked case, each with its full note and the letters that are due
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const [folder, , every = '20'] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder that the files go to.');
mkdirSync(folder, { recursive: true });

/** @param {string[]} args */
const cpplan = (...args) => execFileSync('node', ['bin/cpplan.js', ...args], { encoding: 'utf8', stdio: 'pipe' });

const cases = readdirSync('cases', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .filter((_, i) => i % Number(every) === 0)
  .map((name) => join('cases', name));

const written = cases.flatMap((path) => {
  const stem = path.replace(/^cases.|\.yaml$/g, '').replaceAll(sep, '-');
  const note = join(folder, `${stem}.docx`);
  cpplan('rationale', path, '--form', 'full', '-o', note);
  const { documents } = JSON.parse(cpplan('write', path, '--format', 'json'));
  const letters = documents
    .filter((/** @type {{ state: string }} */ { state }) => state === 'due')
    .map((/** @type {{ name: string }} */ { name }) => {
      const letter = join(folder, `${stem}-${name}.docx`);
      cpplan('write', path, name, '-o', letter);
      return letter;
    });
  return [note, ...letters];
});

execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...written], { stdio: 'pipe' });
const pages = written.map((path) => {
  const pdf = readFileSync(path.replace(/docx$/, 'pdf'), 'latin1');
  return (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
});
const none = written.filter((_, i) => (pages[i] ?? 0) === 0);
console.log(`${written.length} Word files, ${pages.reduce((sum, n) => sum + n, 0)} pages in ${folder}`);
if (none.length > 0) throw new Error(`No page came out of ${none.join(', ')}`);
