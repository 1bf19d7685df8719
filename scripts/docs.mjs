// Makes what is generated anew: JSON Schemas, reference pages, the clause table, the picture of the terminal, and every
// block of output in the pages that people write.
// With --check it changes nothing and fails where something is out of date.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import { chart } from './bench/chart.mjs';
import { withBenchmarks } from './bench/page.mjs';
import { withForms } from './forms-table.mjs';
import { bundledPackages } from './package/bundled.mjs';
import { licencesOf } from './package/licences.mjs';
import { questionAsked } from './picture.mjs';
import { referencePage } from './reference/page.mjs';

/** The coverage of every worked case is the longest of what the program prints here. */
const MOST_BYTES = 64 * 1024 * 1024;

const check = process.argv.includes('--check');
const stale = [];

const cpplan = (...args) => {
  try {
    return execFileSync('node', ['bin/cpplan.js', ...args], {
      maxBuffer: MOST_BYTES,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
  } catch (error) {
    const { status, stdout } = /** @type {{ status?: number, stdout: string }} */ (error);
    if (status === 1) return stdout;
    throw error;
  }
};

function put(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  stale.push(path);
  if (check) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

for (const name of [
  'case',
  'policy',
  'facts',
  'policies',
  'profiles',
  'documents',
  'closures',
  'result',
  'row',
  'config',
  'suppressions',
])
  put(`schemas/${name}.schema.json`, cpplan('schema', name));

for (const [name, page, title] of [
  ['case', 'case-file', 'Case file reference'],
  ['policy', 'policy-pack', 'Policy pack reference'],
])
  put(`docs/${page}.md`, reference(name, page, title));
put('docs/clauses.md', clausePage());
put('THIRD-PARTY-LICENCES', licencesOf(bundledPackages()));

// The pseudo-terminal of Windows draws otherwise
if (process.platform !== 'win32') put('docs/terminal.svg', await questionAsked());

const measured = JSON.parse(readFileSync('docs/benchmarks.json', 'utf8'));
put('docs/benchmarks.svg', chart(measured));

const BLOCK = /(```console\n\$ (?:npx )?cpplan ([^\n]*)\n)[\s\S]*?(```)/g;
for (const path of [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs')
    .filter((n) => n.endsWith('.md'))
    .map((n) => `docs/${n}`),
]) {
  const text = withBenchmarks(await withForms(readFileSync(path, 'utf8')), measured);
  put(
    path,
    text.replace(
      BLOCK,
      (_, head, command, end) => head + cut(cpplan(...words(command.split(' | ')[0])), command) + end,
    ),
  );
}

/** A schema as a page, with examples from the files of a folder. */
function reference(name, page, title) {
  const folder = `docs/examples/reference/${page}`;
  const files = readdirSync(folder).map((file) => `${folder}/${file}`);
  const intro = `The examples are from the [files here](${folder.slice('docs/'.length)}), which are invented, or from the schema. A test reads them all.`;
  const documents = files.map((path) => parse(readFileSync(path, 'utf8')));
  return referencePage({ schema: JSON.parse(cpplan('schema', name)), title, intro, documents });
}

/** `| head -n` behind a command keeps its first lines. */
function cut(output, command) {
  const lines = /\| head -(\d+)$/.exec(command)?.[1];
  return lines ? `${output.split('\n').slice(0, Number(lines)).join('\n')}\n` : output;
}

function words(command) {
  return command.trim().split(/\s+/);
}

function clausePage() {
  const packs = JSON.parse(cpplan('policy', 'list', '--format', 'json')).packs;
  const shown = new Map(
    JSON.parse(cpplan('policy', 'test', '--format', 'json')).coverage.map(({ pack, items }) => [pack, items]),
  );
  const tables = packs.map(({ id }) =>
    clauseTable(JSON.parse(cpplan('policy', 'show', id, '--format', 'json')).pack, shown.get(id) ?? []),
  );
  const lead =
    'Made by `npm run docs` from the packs and the worked cases. Clause ids are ours; the words paraphrase. Of the cases that show a clause at work, up to three are named.';
  return ['# Clauses: what each became', '', lead, '', ...tables].join('\n');
}

/** Worked cases in which something that a clause became holds. */
function casesOf({ became }, items) {
  const cases = items.filter(({ id }) => became.includes(id)).flatMap(({ shown }) => (shown.holds ?? []).slice(0, 2));
  return [...new Set(cases)].slice(0, 3).join(', ');
}

function clauseTable({ id, version, clauses }, items) {
  const cell = (text) => text.replaceAll('|', '\\|');
  const became = (c) => `${c.became.join(', ')}${c.reason ? `: ${c.reason}` : ''}`;
  const reading = (c) => (c.reading ? ` *Reading taken: ${c.reading}*` : '');
  const rows = clauses.map(
    (c) => `| ${c.id} | ${cell(c.place)} | ${cell(c.says + reading(c))} | ${cell(became(c))} | ${casesOf(c, items)} |`,
  );
  return [
    `## ${id} ${version}`,
    '',
    '| clause | where | what it says | what it became |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    ...endsTable(id),
  ].join('\n');
}

/** Events with which duties of a pack end although nobody met them. */
function endsTable(id) {
  const { ends_with: all, questions, requirements = {} } = parse(readFileSync(`policies/${id}.yaml`, 'utf8'));
  const row = (of) => (end) => `| ${end.event} | ${of} | ${(end.clauses ?? []).join(', ')} ${end.reading ?? ''} |`;
  const rows = [
    ...(all ?? []).map(row('every duty')),
    ...Object.entries(questions).flatMap(([name, q]) => (q.ends_with ?? []).map(row(`every duty of \`${name}\``))),
    ...Object.entries(requirements).flatMap(([name, r]) => (r.ends_with ?? []).map(row(`\`${name}\``))),
  ];
  if (rows.length === 0) return [];
  const lead = 'Duties that end with an event, although nobody met them:';
  return [lead, '', '| event | ends | clause, or reading taken |', '| --- | --- | --- |', ...rows, ''];
}

if (check && stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run \`npm run docs\` and commit what it changes.`);
  process.exitCode = 1;
} else console.log(stale.length > 0 ? `Made anew: ${stale.join(', ')}` : 'Generated documents are up to date.');
