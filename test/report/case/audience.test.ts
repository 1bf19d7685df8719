import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import type { Audience } from '../../../src/report/case/audience.ts';
import { NOTE_FORMATS, noteIn } from '../../../src/report/note/note.ts';
import { caseAt, caseFiles } from '../../support/cases.ts';
import { fullCase, noteBy, orderOf, templates } from '../../support/notes.ts';
import { policies } from '../../support/packs/policies.ts';
import { withFreeText } from '../../support/texts/free-text.ts';
import { HOSTILE } from '../../support/texts/hostile.ts';
import { parseCommonMark } from '../../support/texts/markdown.ts';

const file = caseAt('cases/legal-planning/family-told.yaml');

const familyForm = (id: string, role = 'parent', of: CaseFile = file): string =>
  noteBy('notes/family.md', templates, of, { whom: 'family', recipient: { id, role } });

const DEPARTS = {
  outcome: 'none',
  by: 'head_of_service',
  date: '2026-08-12',
  agrees: false,
  reason_code: 'other',
  reason: 'The moon.',
} as const;

const FORMS_SPEAK_OF = policies.names().flatMap((name) => Object.values(policies.pack(name).pack.questions));

/** Everything that the packs say to a reader. */
function packWords(reader: 'parents' | 'child'): string {
  return FORMS_SPEAK_OF.flatMap(({ for_family, outcomes }) =>
    [for_family, ...Object.values(outcomes).map((outcome) => outcome.for_family)].flatMap((words) =>
      typeof words === 'object' ? [words[reader]] : [],
    ),
  ).join('\n');
}

const section = (note: string, heading: string): string =>
  note.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';

describe('the family form', () => {
  test('says in the words of the file what must change, the help, how it is measured, and what happens otherwise', () => {
    const form = familyForm('mother');
    expect(section(form, 'What needs to change')).toContain('somebody who is sober puts the children to bed');
    expect(section(form, 'The help that is offered')).toContain('help with the rent arrears');
    expect(section(form, 'How we will know')).toContain('weeks without a missed meal');
    expect(section(form, 'What happens if')).toContain('what has to happen to keep the children safe');
  });

  test.each([
    ['mother', 'parent', ['Your tests of 3 and 17 July'], ['after six in the evening', 'stays between us']],
    ['father', 'parent', ['after six in the evening'], ['Your tests of 3 and 17 July', 'stays between us']],
    ['child', 'child', [], ['Your tests of 3 and 17 July', 'after six in the evening', 'stays between us']],
  ])(
    'for the %s holds what is about that person, and nothing about another or confidential',
    (id, role, holds, not) => {
      const form = familyForm(id, role);
      for (const words of holds) expect(form).toContain(words);
      for (const words of not) expect(form).not.toContain(words);
    },
  );

  test.each(NOTE_FORMATS.flatMap((format) => ['father', 'child'].map((id) => [id, format] as const)))(
    'for the %s holds as %s nothing about the mother, nothing confidential, and no reason of a decision',
    (id, format) => {
      const told = JSON.parse(JSON.stringify(file)) as CaseFile;
      Object.assign(told, {
        dates: { ...told.dates, first_review_conference: { value: '2026-08-27', confidential: true } },
        decisions: [{ ...DEPARTS, question: 'legal_planning' }],
      });
      const audience = { whom: 'family', recipient: { id, role: id === 'child' ? 'child' : 'parent' } } as const;
      const order = { ...orderOf(told, audience), template: 'notes/family.md' };
      const note = noteIn(format, order, { form: 'family/full' });
      for (const words of ['tests of 3 and 17 July', 'stays between us', '27 August', 'The moon']) {
        expect(note).not.toContain(words);
      }
    },
  );

  test('names no day that is past', () => {
    const late = { ...file, as_at: '2026-09-01' };
    expect(section(familyForm('mother', 'parent', late), 'What happens next')).not.toContain('27 August');
    expect(section(familyForm('mother'), 'What happens next')).toContain('27 August');
    expect(section(familyForm('child', 'child'), 'What comes next')).toContain('27 August');
  });

  test.each([
    ['parent', 'has decided that the child protection plan ends'],
    ['child', 'decided that your child protection plan ends'],
  ])('says to a %s that the plan has ended, and asks for no change and no review', (role, words) => {
    const form = familyForm(role, role, caseAt('cases/ceasing/stoke-decision-recorded.yaml'));
    expect(form).toContain(words);
    expect(form).not.toMatch(/on a child protection plan|review conference|needs to change|has to get better|worried/);
  });

  test('has words for every outcome of the questions that it speaks of', () => {
    const spoken = FORMS_SPEAK_OF.filter(({ for_family }) => for_family);
    expect(spoken.length).toBeGreaterThan(10);
    for (const { outcomes } of spoken) {
      const silent = Object.keys(outcomes).filter((id) => outcomes[id]?.for_family === undefined);
      expect(silent).toEqual([]);
    }
  });

  test.each([
    ['the form', templates['parts/family-child.md'] ?? '', templates['parts/family-parent.md'] ?? ''],
    ['the packs', packWords('child'), packWords('parents')],
  ])('speaks to a child in words of its own: %s', (_, child, parent) => {
    const sentences = (text: string): string[] =>
      text
        .replace(/\{[{%].*?[}%]\}/g, '\n')
        .split(/[.!?:]\s|\n+/)
        .filter((part) => part.split(' ').length > 4);
    const said = new Set(sentences(parent));
    const own = sentences(child).filter((part) => !said.has(part));
    expect(own.length).toBeGreaterThan(2);
    expect(own.length / sentences(child).length).toBeGreaterThan(0.75);
  });

  test('asks what to fill in together where nothing may be said', () =>
    expect(section(familyForm('child', 'child'), 'What people are worried about')).toContain(
      'What worries you? What worries us? ....',
    ));

  test.each(['parent', 'child'])('blames nobody, and says to a %s whom to call', (role) => {
    for (const path of caseFiles.filter((name) => name.includes('/second-plan-'))) {
      const form = familyForm(role, role, caseAt(path));
      expect(form).not.toMatch(/went wrong|fault|fail|again/i);
      expect(form).toMatch(/^## (Whom to call|Who you can talk to)[\s\S]*call 999/m);
    }
  });

  test('speaks to a child as you, to a parent of your child', () => {
    expect(familyForm('child', 'child')).toMatch(/^# Keeping you safe/);
    expect(familyForm('mother')).toMatch(/^# Keeping your child safe/);
  });

  test('holds no indicator, no decision and of the analysis only what is released, whatever the case holds', () => {
    const form = familyForm('parent', 'parent', withFreeText(fullCase(), 'XYZZY'));
    expect(form.split('\n').filter((line) => line.includes('XYZZY'))).toEqual(['- XYZZY']);
    expect(form).not.toMatch(/RP-|compliance|For:|Against:/);
  });

  test.each(HOSTILE.map((text) => [JSON.stringify(text), text]))(
    'has the headings of its template with %s',
    (_, text) => {
      const headings = (of: CaseFile): unknown => parseCommonMark(familyForm('mother', 'parent', of)).headings;
      expect(headings(withFreeText(file, text))).toEqual(headings(file));
    },
  );
});

describe('the form for a conference', () => {
  test('shows no day that is confidential, in words or in the picture', () => {
    const dates = { ...base.dates, initial_conference: { value: '2026-11-25', confidential: true } };
    const order = { ...orderOf({ ...base, dates } as CaseFile, conference), template: 'notes/conference.md' };
    for (const format of NOTE_FORMATS) {
      expect(noteIn(format, order, { form: 'conference/full' })).not.toContain('25 November 2026');
    }
  });

  const conference: Audience = { whom: 'conference' };
  const base = fullCase();
  const [text, secret] = [base.analysis?.point_2, base.analysis?.point_3];
  const marked = {
    ...base,
    analysis: {
      ...base.analysis,
      ...(text && { point_2: { ...text, about: 'mother' } }),
      ...(secret && { point_3: { ...secret, confidential: true } }),
    },
  };
  const note = noteBy('notes/conference.md', templates, marked, conference);

  test('says that a text is held back, and holds nothing of it', () => {
    expect(note.match(/Held back from this form\./g)).toHaveLength(2);
    expect(note).not.toContain(secret?.text.slice(0, 40));
  });

  test('holds the other texts', () => expect(note).toContain(base.analysis?.point_1?.text.slice(0, 60)));
});

test('the file holds everything, whatever is marked', () => {
  const marked = JSON.parse(JSON.stringify(fullCase())) as CaseFile;
  for (const text of Object.values(marked.analysis ?? {})) Object.assign(text, { confidential: true });
  expect(noteBy('notes/full.md', templates, marked)).toBe(noteBy('notes/full.md', templates, fullCase()));
});
