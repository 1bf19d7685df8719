import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../src/case/schema.ts';
import type { Audience } from '../../src/report/audience.ts';
import { caseAt } from '../support/cases.ts';
import { withFreeText } from '../support/free-text.ts';
import { HOSTILE } from '../support/hostile.ts';
import { parseCommonMark } from '../support/markdown.ts';
import { fullCase, noteBy, shelf } from '../support/notes.ts';

const file = caseAt('cases/legal-planning/family-told.yaml');

const familyForm = (id: string, role = 'parent', of: CaseFile = file): string =>
  noteBy('notes/family.md', shelf, of, { whom: 'family', recipient: { id, role } });

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

  test('leaves a visible blank where nothing may be said', () =>
    expect(section(familyForm('child', 'child'), 'What we are worried about')).toContain(
      'To be filled in with you: ....',
    ));

  test('speaks to a child as you, to a parent of your child', () => {
    expect(familyForm('child', 'child')).toMatch(/^# Keeping you safe/);
    expect(familyForm('mother')).toMatch(/^# Keeping your child safe/);
  });

  test('holds no indicator, no analysis and no decision, whatever the case holds', () => {
    const form = familyForm('parent', 'parent', withFreeText(fullCase(), 'XYZZY'));
    expect(form).not.toMatch(/XYZZY|RP-|compliance|For:|Against:/);
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
  const note = noteBy('notes/conference.md', shelf, marked, conference);

  test('says that a text is held back, and holds nothing of it', () => {
    expect(note.match(/Held back from this form\./g)).toHaveLength(2);
    expect(note).not.toContain(secret?.text.slice(0, 40));
  });

  test('holds the other texts', () => expect(note).toContain(base.analysis?.point_1?.text.slice(0, 60)));
});

test('the file holds everything, whatever is marked', () => {
  const marked = JSON.parse(JSON.stringify(fullCase())) as CaseFile;
  for (const text of Object.values(marked.analysis ?? {})) Object.assign(text, { confidential: true });
  expect(noteBy('notes/full.md', shelf, marked)).toBe(noteBy('notes/full.md', shelf, fullCase()));
});
