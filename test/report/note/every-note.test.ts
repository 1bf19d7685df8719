import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import type { Fields } from '../../../src/report/note/fields.ts';
import { htmlNote } from '../../../src/report/note/html.ts';
import { noteFields } from '../../../src/report/note/note-fields.ts';
import { fill } from '../../../src/report/note/template.ts';
import { plainNote } from '../../../src/report/words/plain-note.ts';
import { assessedFile, caseAt, caseFiles } from '../../support/cases.ts';
import { formsOf, noteOf, orderOf, templates } from '../../support/notes.ts';
import { withFreeText } from '../../support/texts/free-text.ts';
import { HOSTILE } from '../../support/texts/hostile.ts';
import { idsIn } from '../../support/texts/ids.ts';
import { type Heading, parseCommonMark, parseGfm } from '../../support/texts/markdown.ts';
import { NEVER, tagsOf, USUAL_TAGS } from '../../support/texts/shapes.ts';

/** Some forms of the note on a case, as a parser sees them; what they can name is worked out once for each reader. */
function formsAsSeen(file: CaseFile, wanted = (_: number): boolean => true): Map<string, Seen> {
  const assessment = assessedFile(file);
  const fields = new Map<string, Fields>();
  const forms = formsOf(file).filter((_, i) => wanted(i));
  return new Map(
    forms.map(({ template, audience }) => {
      const reader = JSON.stringify(audience);
      const own = fields.get(reader) ?? noteFields(orderOf(file, audience, assessment));
      fields.set(reader, own);
      const note = fill(template, templates, own);
      const { headings, parts } = parseCommonMark(note);
      return [`${template} ${reader}`, { note, headings, forged: parts.filter((part) => NEVER.test(part)) }];
    }),
  );
}

interface Seen {
  readonly note: string;
  readonly headings: readonly Heading[];
  /** Parts that no template has. */
  readonly forged: readonly string[];
}

/** Every text of a case replaced by another hostile one, beginning somewhere in the list. */
function hostile(file: CaseFile, from: number): CaseFile {
  let next = from;
  return withFreeText(file, () => HOSTILE[next++ % HOSTILE.length] as string);
}

/** The headings of the second level that a template has, as far as they are the same for every reader. */
const headingsIn = (template: string): string[] =>
  [...(templates[template] ?? '').matchAll(/^## ([^{\n]*)/gm)].map((match) => match[1] as string);

/** The family form has one part or another for its reader, and leaves out of it what has ended. */
const FAMILY = ['parts/family-child.md', 'parts/family-parent.md'].flatMap((part) =>
  [...(templates[part] ?? '').matchAll(/## ([^{\n]+)/g)].map((match) => match[1] as string),
);

/** The headings of the second level that a note has, but for the one that stands over faults of the case file. */
const secondLevel = ({ headings }: Seen): string[] =>
  headings.flatMap(({ level, text }) => (level === 2 && text !== 'The case file needs attention' ? [text] : []));

describe.each(caseFiles.map((path, i) => [path, i] as const))('the notes on %s', (path, i) => {
  const file = caseAt(path);
  const forms = formsAsSeen(file);
  const [full] = forms.values() as Iterable<Seen>;

  test('have in each form the headings of its template and nothing but text below them', () => {
    for (const [form, seen] of forms) {
      const has = secondLevel(seen);
      const wanted = headingsIn(form.split(' ')[0] as string);
      if (wanted.length > 0) {
        const begun = has.map((heading, n) => heading.slice(0, wanted[n]?.length));
        expect(begun, form).toEqual(wanted);
      } else {
        expect(has.length, form).toBeGreaterThan(4);
        expect(FAMILY, form).toEqual(expect.arrayContaining(has));
      }
      expect(seen.forged, form).toEqual([]);
    }
  });

  test('hold no id, as it is or with spaces', () => {
    const found = [...forms].flatMap(([form, { note }]) => idsIn(note).map((id) => `${form}: ${id}`));
    expect(found).toEqual([]);
  });

  test('keep them with another hostile text in each field', () => {
    const turn = 1 + (i % (forms.size - 1));
    for (const [form, seen] of formsAsSeen(hostile(file, i * 17), (n) => n === 0 || n === turn)) {
      expect(seen.headings, form).toEqual(forms.get(form)?.headings);
      expect(seen.forged, form).toEqual([]);
    }
  });

  test('are the same each time; in full also by another parser, as a page that fetches nothing, and 80 characters wide', () => {
    const note = full?.note ?? '';
    expect(noteOf(caseAt(path))).toBe(note);
    const gfm = parseGfm(note);
    expect(gfm.headings).toEqual(full?.headings);
    expect(gfm.parts.filter((part) => NEVER.test(part))).toEqual([]);
    const html = htmlNote(note);
    expect(tagsOf(html).filter((tag) => !USUAL_TAGS.has(tag))).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\s(?:src|href|on\w+)=/);
    expect(
      plainNote(note)
        .split('\n')
        .filter((line) => line.length > 80),
    ).toEqual([]);
  });
});
