import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/files/read-text.ts';
import { folderWith, smallCase } from '../support/folder.ts';
import { faultOf, program, readers } from '../support/program/in-process.ts';
import { cpplan } from '../support/program/run.ts';

const HEAD = 'version: 1\ncase: EX-0001\npacks: [repeat-plans]\n';
const WORKED = readText('cases/further-plan/second-plan-ready.yaml');

/** Files that mean harm or come from another program, and what `check` says of them; nothing where it can read them. */
const FILES: Readonly<Record<string, [content: string | Buffer, says?: string]>> = {
  'an alias bomb': [`${HEAD}a: &a [x]\n${bomb()}`, 'yaml_alias'],
  'lists 10,000 deep': ['['.repeat(10_000), 'yaml_syntax'],
  'groups 10,000 deep': ['{a: '.repeat(10_000), 'yaml_syntax'],
  'closed lists 10,000 deep': [`case: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'yaml_syntax'],
  'block lists 10,000 deep': ['- '.repeat(10_000), 'yaml_syntax'],
  'blocks 1,400 deep': [Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), 'yaml_syntax'],
  'a NUL byte': [`${HEAD}about: a\u0000b\n`, 'yaml_syntax'],
  'bytes that are no UTF-8': [Buffer.from([...Buffer.from(HEAD), 0xff, 0xfe]), 'not UTF-8'],
  'an overlong sequence': [Buffer.from([...Buffer.from(HEAD), 0xc0, 0x80]), 'not UTF-8'],
  'half of a pair': [Buffer.from([...Buffer.from(HEAD), 0xed, 0xa0, 0x80]), 'not UTF-8'],
  'UTF-16, little end first': [Buffer.from(`\ufeff${HEAD}`, 'utf16le'), 'not UTF-8'],
  'UTF-16, big end first': [Buffer.from(`\ufeff${HEAD}`, 'utf16le').swap16(), 'not UTF-8'],
  'UTF-16 without a mark': [Buffer.from(HEAD, 'utf16le'), 'yaml_syntax'],
  'a UTF-8 mark': [`\ufeff${WORKED}`],
  'lines that end as on Windows': [WORKED.replaceAll('\n', '\r\n')],
  'lines that end as on an old Mac': [WORKED.replaceAll('\n', '\r')],
  'tabs that indent': [`${HEAD}child:\n\tborn: 2017\n`, 'yaml_syntax'],
  'tabs between': [`${HEAD}about:\ta\tb\nchild: {born: 2017}\t# so\n`],
  'a tag that names code': [`${HEAD}about: !!js/function "x"\n`, 'yaml_tag'],
  'a tag of its own': ['%TAG ! tag:example.invalid,2026:\n---\n!case {version: 1}\n', 'yaml_tag'],
  'a merge key': [`${HEAD}<<: {authority: leicester}\n`, 'unknown_key'],
  'the key __proto__': [`${HEAD}__proto__: {authority: leicester}\n`, 'yaml_key'],
  'the key __proto__ within': [`${HEAD}answers: {"__proto__": yes}\n`, 'yaml_key'],
  'the key constructor': [`${HEAD}constructor: {prototype: x}\n`, 'unknown_key'],
  'the key constructor within': [`${HEAD}answers: {constructor: yes}\n`, 'unknown_fact'],
  'a pack named constructor': ['version: 1\ncase: EX-0001\npacks: [constructor]\n', 'no such policy pack'],
  'a pack named __proto__': ['version: 1\ncase: EX-0001\npacks: [__proto__]\n', 'no such policy pack'],
  'an authority named toString': ['version: 1\ncase: EX-0001\nauthority: toString\n', 'no profile'],
  'two documents': [`${HEAD}---\n${HEAD}`, 'yaml_documents'],
  nothing: ['', 'wrong_type'],
  '40,000 unknown keys': [`${HEAD}${many(40_000, (i) => `k${i}: 1`)}`, 'too_many_faults'],
  '30,000 plans': [`${HEAD}previous_plans:\n  plans:\n${many(30_000, () => '    - {began: 2020}')}`, 'at most'],
  '5,000 answers': [`${HEAD}answers:\n${many(5_000, (i) => `  f${i}: yes`)}`, 'more than 3000 values'],
  '20,000 comments that accept': [HEAD + many(20_000, () => '# cpplan accepts x'), 'bad_suppression'],
  'a key of 1 MB': [`${HEAD}${'a'.repeat(1_000_000)}: 1\n`, 'unknown_key'],
};

function bomb(): string {
  const levels = 'bcdefghijklmnop'.split('');
  return levels.map((name, i) => `${name}: &${name} [${`*${'abcdefghijklmnop'[i]},`.repeat(9)}]`).join('\n');
}

function many(count: number, line: (i: number) => string): string {
  return `${Array.from({ length: count }, (_, i) => line(i)).join('\n')}\n`;
}

describe.each(Object.entries(FILES))('a file with %s', (_, [content, says]) => {
  const written = (): string => {
    const path = join(folderWith({}), 'a.yaml');
    writeFileSync(path, content);
    return path;
  };

  test(says ? `is answered by ${says}` : 'is read', async () => {
    const { exit, out } = await program(['check', written(), '--show', 'note']);
    expect(out.length).toBeLessThan(100_000);
    if (says === undefined) expect(out).not.toMatch(/error:/);
    else expect(out).toContain(says);
    if (says === undefined) expect(exit).toBe(0);
  });

  test('is answered in words by every command', async () => {
    const path = written();
    for (const args of readers(path)) expect(await faultOf(args)).toBeUndefined();
  });
});

test('nothing in a file reaches the prototypes of the program', () => {
  expect(({} as Record<string, unknown>).authority).toBeUndefined();
});

describe('a file of 100 MB', () => {
  test('is refused by its size, unread, by the real program in a small memory', () => {
    const path = join(folderWith({}), 'a.yaml');
    writeFileSync(path, Buffer.alloc(100 * 1024 * 1024, 'a: 1\n'));
    const env = { NODE_OPTIONS: '--max-old-space-size=40' };
    for (const args of [
      ['check', path],
      ['screen', path, '--no-input'],
    ]) {
      const { status, out, err } = cpplan(args, { env });
      expect(out + err).toContain('104857600 bytes; at most 1048576 bytes are read');
      expect([1, 2]).toContain(status);
    }
  });
});

const EDGES = [
  ...['0', '-0', '-1', '1e400', '-1e400', '1e-400', '0x', '0xff', '0o17', '.inf', '-.inf', '.nan', '1_000', '1:30'],
  ...['9007199254740993', '9'.repeat(400), '24:00', '0000-01-01', '0001-01-01', '9999-12-31', '10000-01-01'],
  ...[
    '2026-02-29',
    '2024-02-29',
    '2026-13-01',
    '2026-00-00',
    '2026-1-1',
    '2026-01-01T24:00:00Z',
    '-0001-01-01',
    '0',
    '1',
  ],
  ...[
    '~',
    "''",
    '[]',
    '{}',
    '[[]]',
    'yes',
    'on',
    'at least 1e9',
    '3 to 1',
    'under 0',
    '{value: {value: 1}}',
    '{unknown: x}',
  ],
];

/** Places of each kind: where a date, a number, an option, a mark, a text and a group belong. */
const PLACES: readonly ((value: string) => string)[] = [
  (value) => smallCase('EX-0001', `as_at: ${value}\n`),
  (value) => smallCase('EX-0001', `child: {born: ${value}}\ndates: {initial_conference: ${value}}\n`),
  (value) => smallCase('EX-0001', `answers: {months_since_last_plan: ${value}, conference_sought: ${value}}\n`),
  (value) => smallCase('EX-0001', `current_plan: {began: ${value}, category: ${value}}\n`),
  (value) => `version: ${value}\ncase: ${value}\npacks: ${value}\nprevious_plans: {count: ${value}, plans: ${value}}\n`,
  (value) =>
    smallCase('EX-0001', `looked_after: {episodes: [{began: ${value}}]}\nmeetings: {list: [{date: ${value}}]}\n`),
];

describe.each(EDGES)('the value %s', (value) => {
  test('has an answer wherever it stands', async () => {
    const files = Object.fromEntries(PLACES.map((place, i) => [`${i}.yaml`, place(value)]));
    const folder = folderWith(files);
    for (const name of Object.keys(files)) expect(await faultOf(['check', join(folder, name)])).toBeUndefined();
    const one = join(folder, `${EDGES.indexOf(value) % PLACES.length}.yaml`);
    for (const command of ['explain', 'worksheet']) expect(await faultOf([command, one])).toBeUndefined();
  });
});
