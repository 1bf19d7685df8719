import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';

// Scripts are plain JavaScript
const folder = '../../scripts/bench';
const { chart, groupsIn } = await import(`${folder}/chart.mjs`);
const { GOALS, goalsTable } = await import(`${folder}/goals.mjs`);
const { withBenchmarks } = await import(`${folder}/page.mjs`);
const { measure } = await import(`${folder}/run.mjs`);
const { asMarkdown, tableOf } = await import(`${folder}/tables.mjs`);

const took = (wall: number, more: object = {}) => ({ wall, cpu: 2 * wall, peak: 100, runs: 3, ...more });
const CHECK = {
  part: 'check',
  files: 10_000,
  rows: {
    'read only': took(100),
    'read and parse': took(1000),
    'check --threads 1': took(1600),
    'check --threads 2': took(1800),
    'ajv-cli': took(2000),
    'sourcemeta jsonschema --fast': took(900),
    yamllint: took(90_000, { runs: 1, peak: null }),
    '<broken> & "odd"': took(50, { ended: 64 }),
  },
  missing: { OPA: 'npm and Debian do not have it', kubeconform: 'npm and Debian do not have it', v8r: 'too slow' },
};
const START = { part: 'start', rows: { 'node -e 0': took(25), check: took(50) } };
const RESULT = {
  on: '2026-11-26',
  machine: { node: 'v20.20.2', processors: 2, model: 'a processor', memory: 24 },
  load: { least: 0.3, most: 1.2 },
  minutes: 19,
  tables: [START, CHECK],
};

describe('a table', () => {
  const lines = tableOf(CHECK).split('\n');

  test('has times, ratios to the row that is one, and memory', () => {
    expect(lines).toContain('| `check --threads 2` | 1.80 | 3.60 | 1.80 | 1.80 | 100 | 3 |');
    expect(lines).toContain('| yamllint | 90.0 | 180.0 | 90 | 90 |  | 1 |');
  });

  test('says where a program did not do its work', () =>
    expect(lines).toContain('| <broken> & "odd" | 0.05 | 0.10 | 0.05 | 0.05 | 100 | ended with 64 |'));

  test('stands with the method, and with what was not measured', () => {
    const text = asMarkdown(RESULT);
    expect(text).toContain('Measured on 26 November 2026 with Node 20.20.2 on 2 processors');
    expect(text).toContain('at a load of 0.3 to 1.2');
    expect(text).toContain('Not measured here: OPA, kubeconform (npm and Debian do not have it); v8r (too slow).');
  });
});

describe('the aims', () => {
  const lines: string[] = goalsTable(RESULT).split('\n');
  const rows = lines.filter((line) => line.startsWith('| ')).slice(2);
  const rowOf = (what: string) => rows.find((row) => row.startsWith(`| ${what} |`));

  test('are reached, missed with the reason, or not measured', () => {
    expect(rowOf('10,000 files, wall × ajv-cli')).toBe('| 10,000 files, wall × ajv-cli | 1.2 | 0.80 | reached |');
    expect(rowOf('10,000 files, wall × sourcemeta')).toMatch(/\| 1\.5 \| 1\.78 \| missed \((\d)\) \|$/);
    expect(rowOf('50,000 files, wall × sourcemeta')).toMatch(/\| 0\.7 \| {2}\| not measured \|/);
    expect(rowOf('`check` of one file, processor × `node -e 0`')).toMatch(/\| 1\.6 \| 2\.00 \| missed \(1\) \|$/);
  });

  test('each reason stands once under the table', () => {
    const numbers = rows.flatMap((row) => /missed \((\d+)\)/.exec(row)?.[1] ?? []);
    const reasons = lines.filter((line) => /^\d+\. [A-Z].*\.$/.test(line));
    expect(reasons).toHaveLength(new Set(numbers).size);
    expect(reasons.map((line) => line.split('.')[0])).toEqual([...new Set(numbers)]);
  });

  test('each has a row', () => expect(rows).toHaveLength(GOALS.length));
});

describe('the chart', () => {
  const svg: string = chart(RESULT);

  test('is sound XML, and names and describes itself', () => {
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(svg).close();
    expect(svg).toMatch(/role="img" aria-labelledby="title desc"/);
    expect(svg).toContain('10,000 files: ');
    expect(svg).toContain('ajv-cli 2.00 s, 1.25 ×, 100 MB');
  });

  test('has the quickest first, and no program that failed or only reads', () =>
    expect(groupsIn(RESULT)[0].bars.map(({ name }: { name: string }) => name)).toEqual([
      'sourcemeta jsonschema --fast',
      'read and parse',
      'check --threads 1',
      'check --threads 2',
      'ajv-cli',
      'yamllint',
    ]));

  test('draws bars as long as the times are beside our own, and cuts the longest', () => {
    const widths = [...svg.matchAll(/<rect class="(?:ours|other|base)" x="250" y="\d+" width="([\d.]+)"/g)];
    expect(widths.map(([, width]) => Number(width))).toEqual([21.1, 23.4, 37.5, 42.2, 46.9, 300]);
    expect(svg.match(/class="cut"/g)).toHaveLength(1);
  });
});

test('a page has the tables of its places, and keeps the rest', () => {
  const page = `Before.\n\n<!-- benchmarks: start, made by npm run docs -->\nold\n<!-- end of benchmarks -->\n\nAfter.\n`;
  const made = withBenchmarks(page, RESULT);
  expect(made).toMatch(
    /^Before\.\n\n<!-- [^\n]* -->\n\n\| what \|[\s\S]*\|\n\n<!-- end of benchmarks -->\n\nAfter\.\n$/,
  );
  expect(made).not.toContain('old');
  expect(withBenchmarks(made, RESULT)).toBe(made);
});

test('every part has its place on the page on benchmarks', () => {
  const places = [...readFileSync('docs/benchmarks.md', 'utf8').matchAll(/<!-- benchmarks: (\w+)/g)];
  expect(places.map(([, name]) => name)).toEqual([
    ...['method', 'goals', 'start', 'check', 'mixed', 'service', 'returns', 'packs'],
  ]);
});

test('programs take turns; those with fewer turns drop none; one that fails is known by its end', () => {
  const turns: string[] = [];
  const command = ['node', '-e', ''];
  const taken = measure(
    {
      sound: { command },
      slow: { command, turns: 1 },
      failing: { command: ['node', '-e', 'process.exit(3)'] },
      findings: { command: ['node', '-e', 'process.exit(1)'], ends: [0, 1] },
    },
    2,
    (says: string) => turns.push(says.split(':')[0] as string),
  );
  expect(turns.join(' ')).toBe('sound failing findings sound slow failing findings sound failing findings');
  expect(taken).toMatchObject({ sound: { runs: 2 }, slow: { runs: 1 }, failing: { runs: 2, ended: 3 } });
  expect(taken.findings).not.toHaveProperty('ended');
  expect(taken.sound.wall).toBeGreaterThan(0);
});
