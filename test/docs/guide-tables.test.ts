import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FINDING_STATES } from '../../src/assess/case/assessment.ts';
import { CaseParts } from '../../src/case/file/case-schema.ts';
import { formOf } from '../../src/facts/derivations/table.ts';
import { parseTest } from '../../src/policy/pack/condition.ts';
import { KINDS } from '../../src/policy/pack/kinds.ts';
import { readPack } from '../../src/policy/pack/read-pack.ts';
import { readYaml } from '../../src/yaml/read.ts';
import { policiesIn } from '../support/packs/policies.ts';

const GUIDE = readFileSync('docs/writing-a-pack.md', 'utf8');
const FOLDER = 'docs/examples/exampleshire/policies';
const folder = policiesIn(FOLDER);
const shared = folder.vocabulary().vocabulary;
const { pack } = folder.pack('exampleshire-long-plans');

const second = folder.pack('exampleshire-reviews').pack;

/** The rows of the table of the guide that has these headings. */
function rowsUnder(...headings: readonly string[]): string[][] {
  const lines = GUIDE.split('\n');
  const first = lines.indexOf(`| ${headings.join(' | ')} |`) + 2;
  if (first === 1) throw new Error('the guide has no such table');
  const rest = lines.slice(first);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end).map((line) => line.slice(2, -2).split(' | '));
}

const codes = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '');
const NEEDS = rowsUnder('you need', 'write', 'in the example');

/** What a row says of a fact of the shared vocabulary: its ends, and tests that it can be put to. */
function checkShared(need: string, id: string, tests: readonly string[]): void {
  const fact = shared.facts[id];
  if (!fact?.derive) throw new Error(`${id} is not worked out`);
  const to = formOf(fact.derive).time?.(fact.derive).to ?? [];
  const ends = to.map((date) => shared.facts[date]?.label);
  expect(need).toContain(` to ${ends[0] ?? 'today'}`);
  if (ends.length > 0) expect(need).not.toContain('today');
  for (const one of tests) expect(parseTest(fact, [one]), one).not.toHaveProperty('wrong');
}

/** What a row says of a fact that a pack works out: it can be written so, and the example has it so. */
function checkDerive(need: string, written: string, named: readonly string[]): void {
  const [id] = named;
  const own = id === undefined ? undefined : (pack.facts?.[id] ?? second.facts?.[id]);
  if (id !== undefined) expect(own, id).toBeDefined();
  const { derive } = parse(written.replace('[…]', `[${['notice_given']}]`));
  if (own) expect(Object.keys(own.derive ?? {})).toEqual(expect.arrayContaining(Object.keys(derive)));
  if (own && !written.includes('…')) expect(own.derive).toEqual(derive);
  const file = id !== undefined && second.facts?.[id] ? second.pack : pack.pack;
  const text = readFileSync(`${FOLDER}/${file}.yaml`, 'utf8');
  const type = own?.type ?? formOf(derive).gives(derive).types[0];
  const more = `facts:\n  of_the_row: {type: ${type}, label: it, derive: ${JSON.stringify(derive)}}\n`;
  const { diagnostics } = readPack(readYaml(text.replace(/^facts:\n/m, more)), shared);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const to = formOf(derive).time?.(derive).to;
  if (to) expect(need.includes('today')).toBe(to.length === 0);
}

describe('each row of the table of facts', () => {
  test.each(NEEDS)('%s: %s', (need = '', write = '', example = '') => {
    const [code = ''] = codes(write);
    if (write.startsWith('shared: ')) return checkShared(need, code, codes(example));
    if (code.startsWith('derive: ')) return checkDerive(need, code, codes(example));
    const [requirement = ''] = codes(example);
    const found = pack.requirements[requirement] ?? second.requirements[requirement];
    expect(found?.due).toEqual(parse(code).due);
  });

  test('is one of the three that are tested here', () => {
    for (const [, write = ''] of NEEDS) expect(write).toMatch(/^(shared: `|`derive: |`due: )/);
    expect(NEEDS.length).toBeGreaterThan(4);
  });
});

test('the kinds of requirement in the table of statements are those that there are', () => {
  const rows = rowsUnder('the document says', 'write');
  const listed = rows.flatMap(([, write = '']) =>
    write.startsWith('a requirement: ') ? write.slice(15).split(', ') : [],
  );
  const kinds = rows.flatMap(([, write = '']) => (write.includes('of kind') ? codes(write).slice(0, 1) : []));
  expect([...listed, ...kinds].sort()).toEqual([...KINDS].sort());
});

describe('what a worked case can expect', () => {
  test('the guide lists every key of `expect`, and no other', () => {
    const listed = rowsUnder('key', 'what it holds').flatMap(([cell]) => codes(cell));
    expect(listed.sort()).toEqual(Object.keys(CaseParts.shape.expect.unwrap().shape).sort());
  });

  test('and every state of a requirement', () => {
    const listed = rowsUnder('state', 'what it means').flatMap(([cell]) => codes(cell));
    expect(listed).toHaveLength(FINDING_STATES.length);
    expect(new Set(listed)).toEqual(new Set(FINDING_STATES));
  });

  test('the case that it shows is the worked one', () => {
    const worked = readFileSync('docs/examples/exampleshire/cases/review-two-together.yaml', 'utf8');
    const [shown = ''] = /version: 1\ncase: EX-0099\n[^`]*/.exec(GUIDE) ?? [];
    expect(worked).toBe(`${worked.split('\n', 1)[0]}\n${shown}`);
  });
});
