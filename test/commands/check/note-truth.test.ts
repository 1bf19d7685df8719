import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import type { Path } from '../../../src/messages/diagnostic.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import { edited } from '../../../src/yaml/write.ts';
import { chance } from '../../interview/matter.ts';
import { folderWith } from '../../support/folder.ts';
import { program } from '../../support/program/in-process.ts';

/** `CPPLAN_NOTE_EDITS=400 npx vitest run test/commands/check/note-truth.test.ts` for more. */
const EDITS = Number(process.env.CPPLAN_NOTE_EDITS ?? 12);

const NOTES: Readonly<Record<string, readonly string[]>> = {
  'full.md': [],
  'short.md': ['--form', 'short'],
  'actions.md': ['--form', 'actions'],
  'conference.html': ['--for', 'conference', '--format', 'html'],
  'one.txt': ['--question', 'further_plan', '--format', 'text'],
  'family.md': ['--for', 'family', '--to', 'parent'],
};

/** Every value of a case file, by its place. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    places(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Another value of the same kind. */
function other(value: unknown): unknown {
  if (typeof value !== 'string') return typeof value === 'number' ? value + 1 : !value;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return `${value.slice(0, 8)}${value.endsWith('11') ? '12' : '11'}`;
  if (value === 'yes' || value === 'no') return value === 'yes' ? 'no' : 'yes';
  return /\s/.test(value) ? value.replace(/\s+(\S+)/, ' rather $1') : `${value}_x`;
}

/** A note as it would be made now, without its stamp; undefined where it would not be made. */
async function shown(path: string, options: readonly string[]): Promise<string | undefined> {
  const { exit, out } = await program(['rationale', path, '--as-at', '2026-11-20', ...options]);
  return exit === 0 ? out.replace(/\s+/g, ' ').replace(/Stamp: cpplan-note.*/, '') : undefined;
}

async function statuses(folder: string): Promise<Record<string, string>> {
  const { out } = await program(['check', folder, '--format', 'json', '--as-at', '2026-11-20']);
  const { files } = JSON.parse(out) as { files: { file: string; items: { rule: string }[] }[] };
  return Object.fromEntries(
    files.map(({ file, items }) => [file.split('/').at(-1), items.map(({ rule }) => rule).join()]),
  );
}

async function withNotes(text: string): Promise<{ folder: string; before: Map<string, string> }> {
  const folder = folderWith({ 'case.yaml': text });
  const path = join(folder, 'case.yaml');
  const before = new Map<string, string>();
  for (const [name, options] of Object.entries(NOTES)) {
    const { exit } = await program(['rationale', path, '--as-at', '2026-11-20', ...options, '-o', join(folder, name)]);
    if (exit === 0) before.set(name, (await shown(path, options)) ?? '');
  }
  return { folder, before };
}

/** For each note, whether it reads as before, beside what check says of it. */
async function compared(folder: string, before: ReadonlyMap<string, string>): Promise<string[]> {
  const said = await statuses(folder);
  const wrong: string[] = [];
  for (const [name, text] of before) {
    const now = await shown(join(folder, 'case.yaml'), NOTES[name] ?? []);
    const isSame = now === text;
    const status = said[name] ?? 'nothing';
    if (now === undefined || status === 'note_outcome_would_differ' || status === 'note_case_missing') continue;
    if ((status === 'note_current') !== isSame)
      wrong.push(`${name}: ${status}, and it reads ${isSame ? 'the same' : 'otherwise'}`);
  }
  return wrong;
}

const CASES = [
  'cases/further-plan/second-plan-ready.yaml',
  'cases/legal-planning/family-told.yaml',
  'cases/further-plan/third-plan-grounds-unknown.yaml',
];

describe.each(CASES)('%s', (path) => {
  test('a note is called true exactly where made anew it reads the same', { timeout: 600_000 }, async () => {
    const text = readFileSync(path, 'utf8').replace(/^as_at: .*$/m, 'as_at: 2026-11-20');
    const { folder, before } = await withNotes(text);
    const random = chance(7);
    const all = places(readYaml(text).value).filter(
      (at) => !['version', 'case', 'packs', 'authority', 'expect', 'as_at'].includes(String(at[0])),
    );
    const wrong: string[] = [];
    for (let i = 0; i < EDITS; i++) {
      const at = all[Math.floor(random() * all.length)] as Path;
      const value = parseDocument(text).getIn(at);
      writeFileSync(
        join(folder, 'case.yaml'),
        edited(text, [{ path: at, value: random() < 0.2 ? undefined : other(value) }]),
      );
      wrong.push(...(await compared(folder, before)).map((says) => `${at.join('.')}: ${says}`));
    }
    expect(wrong).toEqual([]);
  });
});

describe('a note that opened with what is wrong in the file', () => {
  const CASE = readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8');
  const WRONG = CASE.replace(/began: 20\d\d-\d\d-\d\d/, 'began: 2025-11-30');

  test('is not called true once that is mended, or another thing is wrong', async () => {
    const { folder, before } = await withNotes(WRONG);
    expect(readFileSync(join(folder, 'full.md'), 'utf8')).toContain('The case file needs attention');
    expect((await statuses(folder))['full.md']).toBe('note_current');
    writeFileSync(join(folder, 'case.yaml'), CASE);
    expect((await statuses(folder))['full.md']).not.toBe('note_current');
    expect(await compared(folder, before)).toEqual([]);
  });

  test('stays true where lines were put above what is wrong', async () => {
    const { folder } = await withNotes(WRONG);
    writeFileSync(join(folder, 'case.yaml'), `# a remark\n\n${WRONG}`);
    expect((await statuses(folder))['full.md']).toBe('note_current');
  });
});

test('a note by a template of its own stays true while nothing of the case has changed', async () => {
  const folder = folderWith({
    'case.yaml': readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8'),
    'own.liquid': '# {{ case }}\n\n{{ as_at }}\n',
  });
  const path = join(folder, 'case.yaml');
  const args = [
    'rationale',
    path,
    '--as-at',
    '2026-11-20',
    '--template',
    join(folder, 'own.liquid'),
    '-o',
    join(folder, 'own.md'),
  ];
  expect((await program(args)).exit).toBe(0);
  expect((await statuses(folder))['own.md']).toBe('note_current');
  writeFileSync(path, readFileSync(path, 'utf8').replace('the change held', 'the change held well'));
  const { out } = await program(['check', path, '--show', 'note', '--as-at', '2026-11-20']);
  expect(out.replace(/\s+/g, ' ')).toContain(
    'Its template is not at hand: the note may show nothing of what has changed',
  );
});
