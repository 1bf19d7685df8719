import { describe, expect, test } from 'vitest';
import { caseFrom } from '../../../src/case/file/case-from.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { NOTE_FORMATS, noteIn } from '../../../src/report/note/note.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import { assessedFile } from '../../support/cases.ts';
import { noteBy, orderOf, templates } from '../../support/notes.ts';

const TEXT = 'The nights without an adult are as before.\n\nThe bruises are new, and nobody explained them.';

/** A second plan on which one text is written, with some marks beside it. */
async function caseWith(text: string, marks: object): Promise<CaseFile> {
  const yaml = {
    version: 1,
    case: 'EX-0900',
    packs: ['repeat-plans', 'legal-planning'],
    as_at: '2026-11-20',
    previous_plans: { complete: 'yes', plans: [{ began: '2024-01-10', ended: '2026-01-15' }] },
    dates: { conference_requested: '2026-11-02' },
    current_plan: 'none',
    analysis: { point_3: { text, date: '2026-11-16', by: 'social_worker', ...marks } },
  };
  const { file } = await caseFrom(readYaml(JSON.stringify(yaml)));
  if (!file) throw new Error('the case cannot be read');
  return file;
}

const formFor = (reader: string, file: CaseFile): string =>
  noteBy('notes/family.md', templates, file, {
    whom: 'family',
    recipient: { id: reader, role: reader === 'child' ? 'child' : 'parent' },
  });

const worries = (form: string): string =>
  form.split(/^## /m).find((part) => /^What (we|people) are worried about/.test(part)) ?? '';

const queries = async (marks: object, text = TEXT): Promise<string[]> =>
  assessedFile(await caseWith(text, marks))
    .diagnostics.map(({ code }) => code)
    .filter((code) => code.startsWith('release'));

describe('a text of analysis', () => {
  test.each(['mother', 'child'])('shows nothing of itself to the %s unless it is released', async (reader) => {
    const form = formFor(reader, await caseWith(TEXT, {}));
    expect(form).not.toMatch(/nights without|bruises/);
    expect(worries(form)).toContain('Let us write this together.');
  });

  test('that is released whole to the parents shows whole, and only to them', async () => {
    const file = await caseWith(TEXT, { for_family: { parents: 'whole' } });
    const [mother, child] = [formFor('mother', file), formFor('child', file)];
    for (const part of TEXT.split('\n\n')) {
      expect(worries(mother)).toContain(`- ${part}`);
      expect(child).not.toContain(part);
    }
  });

  test('shows the words that are released, and no other words of it', async () => {
    const for_family = { parents: 'Nobody was there at night.', child: 'You were alone at night.' };
    const file = await caseWith(TEXT, { for_family });
    for (const [reader, words] of [
      ['mother', for_family.parents],
      ['child', for_family.child],
    ] as const) {
      expect(worries(formFor(reader, file))).toContain(`- ${words}`);
      expect(formFor(reader, file)).not.toMatch(/bruises|as before/);
    }
    expect(formFor('mother', file)).not.toContain('You were alone');
  });

  test.each([
    ['is confidential', { confidential: 'yes' }],
    ['is about somebody else', { about: 'father' }],
  ])('that %s stays out of the form although it is released', async (_, mark) => {
    const file = await caseWith(TEXT, { ...mark, for_family: { parents: 'whole', child: 'whole' } });
    for (const reader of ['mother', 'child']) expect(formFor(reader, file)).not.toMatch(/nights without|bruises/);
  });

  test('is covered by the stamp of the form once it is released', async () => {
    const stampOf = async (words: string): Promise<string | undefined> => {
      const file = await caseWith(TEXT, { for_family: { parents: words } });
      const audience = { whom: 'family', recipient: { id: 'mother', role: 'parent' } } as const;
      const order = { ...orderOf(file, audience), template: 'notes/family.md' };
      const [first, second] = NOTE_FORMATS.map((format) => noteIn(format, order, { form: 'family/full' }));
      expect(first).toContain(words);
      expect(second).toContain(words);
      return /facts=\w+/.exec(first ?? '')?.[0];
    };
    expect(await stampOf('Nobody was there.')).not.toBe(await stampOf('Somebody was there.'));
  });
});

describe('check asks about a release', () => {
  test.each([
    ['of words that may sound like blame', { for_family: { parents: 'You failed to be there.' } }, 'release_may_blame'],
    ['of a confidential text', { confidential: 'yes', for_family: { parents: 'whole' } }, 'release_is_confidential'],
  ])('%s', async (_, marks, code) => expect(await queries(marks)).toEqual([code]));

  test('of a text that is not written', async () =>
    expect(await queries({ for_family: { child: 'whole' } }, '')).toEqual(['release_is_empty']));

  test('and about no other', async () => {
    expect(await queries({ for_family: { parents: 'whole', child: 'You were alone at night.' } })).toEqual([]);
    expect(await queries({}, 'The plan failed, and the family refused help.')).toEqual([]);
  });
});
