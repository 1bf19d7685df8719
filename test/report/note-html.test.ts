import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { CaseFile } from '../../src/case/schema.ts';
import { writeDocument } from '../../src/documents/write.ts';
import type { Audience } from '../../src/report/audience.ts';
import { inFormat } from '../../src/report/note.ts';
import { pageOf, violations } from '../support/axe.ts';
import { bookOf, caseAt, caseFiles } from '../support/cases.ts';
import { offered, offerOf } from '../support/documents.ts';
import { withFreeText } from '../support/free-text.ts';
import { HOSTILE } from '../support/hostile.ts';
import { fullCase, noteBy, noteOf, shelf, title } from '../support/notes.ts';

const htmlOf = (file: CaseFile): string =>
  inFormat(noteOf(file), 'html', assess(file, bookOf(file), String(file.as_at)));

const documentOf = (file: CaseFile): Document => pageOf(htmlOf(file));

const ALLOWED = new Set(
  '!doctype html head meta title style body main section h1 h2 h3 p ul li strong em span figure svg line rect text tspan'.split(
    ' ',
  ),
);

/** Every opening tag of a page, without its attributes: a `<` in a text would show as one. */
const tagsOf = (html: string): string[] => [...html.matchAll(/<([^\s>/]+)/g)].map((match) => match[1] as string);

describe('the HTML form', () => {
  test.each([
    'cases/further-plan/second-plan-ready.yaml',
    'cases/further-plan/everything-unknown.yaml',
    'cases/further-plan/third-plan-no-ground.yaml',
    'cases/legal-planning/plan-carried-out.yaml',
  ])('of %s has nothing that axe-core objects to', async (path) =>
    expect(await violations(htmlOf(caseAt(path)))).toEqual([]),
  );

  test.each([
    ['notes/short.md', 'cases/further-plan/second-plan-ready.yaml'],
    ['notes/actions.md', 'cases/further-plan/third-plan-no-ground.yaml'],
    ['notes/conference.md', 'cases/further-plan/second-plan-ready.yaml'],
    ['notes/family.md', 'cases/legal-planning/family-told.yaml'],
    ['notes/full.md', 'cases/becomes-looked-after/stoke-section-20-within-six-months.yaml'],
  ])('by %s of %s has nothing that axe-core objects to', async (template, path) => {
    const file = caseAt(path);
    const audience: Audience = {
      whom: template.includes('family') ? 'family' : 'file',
      recipient: { id: 'mother', role: 'parent' },
    };
    const html = inFormat(
      noteBy(template, shelf, file, audience),
      'html',
      assess(file, bookOf(file), String(file.as_at)),
    );
    expect(await violations(html)).toEqual([]);
  });

  test.each([
    ['plan-ended-agencies', 'cases/becomes-looked-after/leicester-decision-recorded.yaml'],
    ['plan-ceased-family', 'cases/ceasing/stoke-decision-recorded.yaml'],
    ['combined-meeting', 'cases/becomes-looked-after/bucks-section-20.yaml'],
    ['service-manager-rationale', 'cases/further-plan/second-plan-under-a-year.yaml'],
  ])('of the document %s has nothing that axe-core objects to', async (name, path) => {
    const { assessment } = offered(caseAt(path));
    const text = writeDocument(offerOf(name, caseAt(path)), shelf, assessment, title);
    expect(await violations(inFormat(text, 'html', assessment))).toEqual([]);
  });

  test.each(caseFiles)('of %s is one file that fetches nothing and runs nothing', (path) => {
    const html = htmlOf(caseAt(path));
    expect(tagsOf(html).filter((tag) => !ALLOWED.has(tag))).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\s(?:src|href|on\w+)=/);
  });

  test('shows blanks as blanks, and says so to a screen reader', () => {
    const blanks = documentOf(fullCase()).querySelectorAll('.blank');
    expect(blanks.length).toBeGreaterThan(3);
    expect(blanks[0]?.textContent).toBe('to be filled in');
  });

  test('shows time as a picture with words for it', () => {
    const picture = documentOf(fullCase()).querySelector('svg');
    expect(picture?.getAttribute('aria-label')).toBe(
      'Picture of time: Sep 2023 ====== plan 1 ====== Sep 2024 ------------- 26 months ------------- Nov 2026',
    );
    expect(picture?.textContent).toContain('End of plan 110 September 2024');
  });

  test('is the same byte for byte each time', () => expect(htmlOf(fullCase())).toBe(htmlOf(fullCase())));
});

describe('a hostile text in every field stays text in HTML', () => {
  const expected = tagsOf(htmlOf(withFreeText(fullCase(), 'tame')));
  const single = HOSTILE.filter((text) => /[^_\s]/.test(text) && !/\n\s*\n/.test(text));
  test.each(single.map((text) => [JSON.stringify(text), text]))('%s', (_, text) =>
    expect(tagsOf(htmlOf(withFreeText(fullCase(), text)))).toEqual(expected),
  );
});
