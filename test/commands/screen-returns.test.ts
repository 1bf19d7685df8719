import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { folderWith } from '../support/folder.ts';
import { program } from '../support/program/in-process.ts';
import { inWorld } from '../support/program/io.ts';

const CENSUS = 'test/fixtures/import/cin-2026.xml';
const CASE = `version: 1
case: EX-9101
authority: stoke-on-trent # ours
child: {born: 2018-04-12}
current_plan: {began: 2025-06-10, category: NEG}
occasions: [plan_going]
`;

/** A folder with one case file; its path. */
const caseIn = (text = CASE): string => join(folderWith({ 'own.yaml': text }), 'own.yaml');

const text = (path: string): string => readFileSync(path, 'utf8');
const flat = (out: string): string => out.replace(/\s+/g, ' ');

/** Plain mode with lines that are typed one after the other. */
const typed = (path: string, lines: readonly string[], ...more: readonly string[]) =>
  inWorld((io) => main(['screen', path, '--against', CENSUS, '--same-ids', '--plain', ...more], io), '2026-11-22', {
    input: Readable.from(lines.map((line) => `${line}\n`)) as never,
  });

describe('cpplan screen --against', () => {
  test('without input shows both sides of each difference, and changes nothing', async () => {
    const path = caseIn();
    const { exit, out } = await program(['screen', path, '--against', CENSUS, '--same-ids', '--no-input']);
    expect(exit).toBe(0);
    expect(flat(out)).toContain('The case file: 12 April 2018. CIN census to 31 March 2026: 21 April 2018.');
    expect(out).toMatch(/^If a child is in danger now, act now\./);
    expect(text(path)).toBe(CASE);
  });

  test('tells a machine where a difference stands, and no value of it', async () => {
    const { out } = await program([
      'screen',
      caseIn(),
      '--against',
      CENSUS,
      '--same-ids',
      '--no-input',
      '--format',
      'json',
    ]);
    const { diagnostics } = JSON.parse(out);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'differs_from_return', line: 4 }));
    expect(out).not.toContain('2018-04-21');
  });

  test('takes what is typed, asks for what hangs on it, and does not ask again what was kept', async () => {
    const path = caseIn();
    const first = await typed(path, ['c', 'r', 'u']);
    expect(flat(first.err)).toContain('the start of the plan that began on 10 June 2025. Which is right?');
    const after = text(path);
    expect(after).toContain('authority: stoke-on-trent # ours');
    expect(after).toMatch(/began: 2025-06-12[\s\S]*about: the date of birth/);
    expect(after).toContain('category: NEG');
    const again = await typed(path, []);
    expect(flat(again.err)).not.toContain('the date of birth. Which');
    expect(flat(again.err)).toContain('the category of the plan');
    expect(flat(again.err)).toContain('--against test/fixtures/import/cin-2026.xml --same-ids');
    expect(text(path)).toBe(after);
  });

  test('leaves both open at Enter', async () => {
    const path = caseIn();
    await typed(path, ['', '', '', '']);
    expect(text(path)).toBe(CASE);
  });

  test('wants to be told that an id is the same child', async () => {
    const { exit, err } = await program(['screen', caseIn(), '--against', CENSUS, '--no-input']);
    expect({ exit, err }).toEqual({ exit: 2, err: expect.stringContaining('--same-ids') });
  });

  test.each([
    ['several case files', [], '--against compares one case file'],
    ['a file that is no return', ['--against', 'package.json'], 'a return could not be read'],
  ])('refuses %s', async (what, more, says) => {
    const path = caseIn();
    const paths = what === 'several case files' ? [path, path] : [path];
    const { exit, err } = await program(['screen', ...paths, '--against', CENSUS, '--same-ids', '--no-input', ...more]);
    expect({ exit, err }).toEqual({ exit: 2, err: expect.stringContaining(says) });
  });

  test('says where nothing is left to decide', async () => {
    const folder = folderWith({});
    const path = join(folder, 'EX-9101.yaml');
    copyFileSync('test/fixtures/import/expected/EX-9101.yaml', path);
    const { out } = await program(['screen', path, '--against', CENSUS, '--no-input']);
    expect(out).toContain('Nothing is left to decide');
  });
});

test('an import names the command that puts its conflicts', async () => {
  const path = caseIn();
  const args = ['import', CENSUS, '--into', join(path, '..'), '--same-ids', '--authority', 'leicester', '--dry-run'];
  const { out } = await program(args);
  expect(out).toContain(`cpplan screen ${path} --against ${CENSUS} --same-ids\n`);
});
