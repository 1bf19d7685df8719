import { copyFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { program } from '../../support/program/in-process.ts';

const CASE = 'cases/further-plan/second-plan-ready.yaml';

let folder = '';
const at = (name: string): string => join(folder, name);

/** The case, with a note beside it in each form. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cpplan-'));
  copyFileSync(CASE, at('case.yaml'));
  for (const [format, name] of [
    ['markdown', 'note.md'],
    ['html', 'note.html'],
    ['text', 'note.txt'],
  ]) {
    await program(['rationale', at('case.yaml'), '--form', 'full', '--format', String(format), '-o', at(String(name))]);
  }
  writeFileSync(at('README.md'), '# Not a note\n');
});

const change = (name: string, from: string | RegExp, to: string): void =>
  writeFileSync(at(name), readFileSync(at(name), 'utf8').replace(from, to));

/** What check says of each note: its name and where it stands. */
async function sorted(...args: string[]): Promise<Record<string, string>> {
  const { out } = await program(['check', folder, '--format', 'json', ...args]);
  const { files } = JSON.parse(out) as { files: { file: string; items: { rule: string }[] }[] };
  const notes = files.filter(({ file }) => /note\.\w+$|\.md$/.test(file));
  return Object.fromEntries(
    notes.map(({ file, items }) => [file.split('/').at(-1) as string, items.map((i) => i.rule).join()]),
  );
}

const all = (rule: string): Record<string, string> => ({ 'note.html': rule, 'note.md': rule, 'note.txt': rule });

describe('notes beside the cases', () => {
  test('are current as they were made', async () => expect(await sorted()).toEqual(all('note_current')));

  test('stay current after an edit that they do not show', async () => {
    change('case.yaml', 'version: 1', '# a remark\nversion: 1');
    change('case.yaml', /post: TM East/g, 'post: TM West');
    change('case.yaml', 'source: chronology', 'source: chronology, page 4');
    expect(await sorted()).toEqual(all('note_current'));
  });

  test('in short stay current after an edit of an analysis, which only the full ones show', async () => {
    await program(['rationale', at('case.yaml'), '--form', 'short', '-o', at('short.md')]);
    await program(['rationale', at('case.yaml'), '--form', 'actions', '-o', at('actions.md')]);
    change('case.yaml', 'the change held', 'the change held well');
    const changed = all('note_facts_changed');
    expect(await sorted()).toEqual({ ...changed, 'short.md': 'note_current', 'actions.md': 'note_current' });
  });

  test('are told apart where a fact that they show has changed', async () => {
    change('case.yaml', 'value: 2026-11-25', 'value: 2026-11-26');
    expect(await sorted()).toEqual(all('note_facts_changed'));
  });

  test('are told apart where they would end otherwise', async () => {
    change('case.yaml', 'head_of_service_view:\n    value: not_needed', 'head_of_service_view:\n    value: needed');
    expect(await sorted()).toEqual(all('note_outcome_would_differ'));
  });

  test('are told apart where the procedure has changed', async () => {
    cpSync('policies', at('policies'), { recursive: true });
    const pack = join('policies', 'repeat-plans.yaml');
    change(pack, 'The conference chair issues it.', 'The chair issues it.');
    const { out } = await program(['check', at('case.yaml'), '--policies', at('policies'), '--show', 'note']);
    expect(out.match(/note_pack_changed/g)).toHaveLength(3);
  });

  test('are told apart where somebody has changed their words', async () => {
    change('note.md', 'the change held', 'no change held');
    expect(await sorted()).toEqual({ ...all('note_current'), 'note.md': 'note_edited_by_hand' });
  });

  test('are told apart where their case is not there', async () => {
    change('case.yaml', 'case: EX-0001', 'case: EX-0002');
    expect(await sorted()).toEqual(all('note_case_missing'));
  });

  test('make the check fail at the level of what is to be done', async () => {
    change('note.md', 'the change held', 'no change held');
    expect(
      (await program(['check', at('case.yaml'), '--fail-on', 'outstanding', '--only', 'note_edited_by_hand'])).exit,
    ).toBe(1);
    expect((await program(['check', at('case.yaml'), '--fail-on', 'error'])).exit).toBe(0);
  });

  test('for the family name no outcome, and are sorted all the same', async () => {
    copyFileSync('cases/legal-planning/family-told.yaml', at('told.yaml'));
    await program(['rationale', at('told.yaml'), '--for', 'family', '--to', 'mother', '-o', at('family.md')]);
    expect(readFileSync(at('family.md'), 'utf8')).not.toContain('seek_legal_advice');
    expect((await sorted())['family.md']).toBe('note_current');
    change('told.yaml', 'Your tests of 3 and 17 July', 'Our view of 3 and 17 July');
    expect((await sorted())['family.md']).toBe('note_facts_changed');
    change('told.yaml', 'Our view of 3 and 17 July', 'Your tests of 3 and 17 July');
    change('told.yaml', /after six in the evening/g, 'after seven in the evening');
    expect((await sorted())['family.md'], 'what only the father may see').toBe('note_current');
    change('told.yaml', 'help with the rent arrears', 'help with the rent');
    expect((await sorted())['family.md']).toBe('note_facts_changed');
  });
});
