import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { program } from '../support/program/in-process.ts';

const READY = 'cases/further-plan/second-plan-ready.yaml';

/** Every command that writes what people read, with the endings that it knows. */
const COMMANDS: readonly (readonly [line: readonly string[], endings: readonly string[]])[] = [
  [
    ['rationale', READY],
    ['.md', '.html', '.txt', '.docx'],
  ],
  [
    ['write', READY, 'service-manager-rationale'],
    ['.md', '.html', '.txt', '.docx'],
  ],
  [
    ['worksheet', 'cases/further-plan/everything-unknown.yaml'],
    ['.md', '.html', '.txt', '.docx'],
  ],
  [
    ['family', READY],
    ['.md', '.html', '.txt', '.docx'],
  ],
  [
    ['agenda', 'docs/examples/team'],
    ['.md', '.html', '.txt', '.docx'],
  ],
  [
    ['overview', 'docs/examples/team'],
    ['.html', '.txt', '.csv', '.ndjson'],
  ],
  [
    ['overview', 'docs/examples/team', '--cohort'],
    ['.html', '.txt', '.csv', '.json'],
  ],
  [['calendar', 'docs/examples/team'], ['.ics']],
  [['rationale', READY, '--block', 'analysis'], ['.txt']],
];

/** By what each form begins. */
const BEGINS: Readonly<Record<string, RegExp>> = {
  '.md': /^# /,
  '.html': /^<!doctype html>/,
  '.txt': /^[^<#{\n]+\n/,
  '.docx': /^PK/,
  '.csv': /^[a-z_]+,/,
  '.ndjson': /^\{"version":1,"case":/,
  '.json': /^\{"version":1,"kind":/,
  '.ics': /^BEGIN:VCALENDAR/,
};

describe.each(COMMANDS)('cpplan %j', (line, endings) => {
  test.each(endings)('writes what the ending %s says', async (ending) => {
    const path = join(folderWith({}), `out${ending}`);
    const { exit, err } = await program([...line, '-o', path]);
    expect(exit, err).toBe(0);
    expect(readFileSync(path, 'latin1')).toMatch(BEGINS[ending] as RegExp);
    // The same again takes its place
    expect(
      (await program([...line, '-o', path, ...(['.md', '.docx', '.txt', '.html'].includes(ending) ? ['--force'] : [])]))
        .exit,
    ).toBe(0);
  });

  test.each(['.pdf', '.doc', '', '.yaml', '.md.bak'])(
    'refuses the ending %j with the list of those it knows',
    async (ending) => {
      const path = join(folderWith({}), `out${ending}`);
      const { exit, err } = await program([...line, '-o', path]);
      expect(exit).toBe(2);
      expect(err).toContain('the ending says what is written');
      for (const known of endings) expect(err).toContain(`\`${known}\``);
      expect(existsSync(path)).toBe(false);
    },
  );
});

test('an ending and --format that do not go together are refused', async () => {
  const path = join(folderWith({}), 'note.html');
  const { exit, err } = await program(['rationale', READY, '--format', 'text', '-o', path]);
  expect(exit).toBe(2);
  expect(err).toContain('is html, and --format asks for text');
  expect(existsSync(path)).toBe(false);
});

test('a note in Word that somebody edited is not replaced, and check tells it', async () => {
  const folder = folderWith({ 'case.yaml': readFileSync(READY, 'utf8') });
  const [path, note] = [join(folder, 'case.yaml'), join(folder, 'case.docx')];
  const make = () => program(['rationale', path, '-o', note]);
  expect((await make()).exit).toBe(0);
  expect((await make()).exit).toBe(0);
  expect((await program(['check', folder, '--show', 'note'])).out).toContain('This note is still true');
  const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
  const parts = unzipSync(readFileSync(note));
  const body = strFromU8(parts['word/document.xml'] as Uint8Array).replace('Second plan', 'Third plan');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(note, zipSync({ ...parts, 'word/document.xml': strToU8(body) }));
  expect((await program(['check', folder, '--show', 'note'])).out).toContain('case.docx');
  const { exit, err } = await make();
  expect(exit).toBe(2);
  expect(err).toContain('the note that stands there was changed by hand');
});

describe('a block that does not fit', () => {
  test('is told, and the exit code says so', async () => {
    const { exit, out, err } = await program(['rationale', READY, '--block', 'analysis', '--max', '500']);
    expect(exit).toBe(1);
    expect(out.trimEnd().length).toBeLessThanOrEqual(500);
    expect(out).toContain('This is not all');
    expect(err).toContain('too long for the box');
  });

  test.each([
    [['--max', '500'], 'give --block as well'],
    [['--block', 'analysis', '--max', '12'], '200 or more'],
    [['--block', 'analysis', '--max', 'many'], '200 or more'],
    [['--block', 'analysis', '--for', 'conference'], 'leave out --for'],
  ])('%j is refused', async (more, says) => {
    const { exit, err } = await program(['rationale', READY, ...more]);
    expect(exit).toBe(2);
    expect(err).toContain(says);
  });
});

test('a Word file where a case file belongs is told from a text in another encoding', async () => {
  const path = join(folderWith({}), 'note.docx');
  await program(['rationale', READY, '-o', path]);
  for (const command of ['check', 'rationale', 'overview']) {
    const { out, err } = await program([command, path]);
    expect(`${out}${err}`).not.toContain('UTF-8');
  }
  const { exit, out, err } = await program(['check', path]);
  expect([exit, `${out}${err}`]).toEqual([1, expect.stringContaining('name the folder of its case')]);
});
