import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { writeDocument } from '../../../src/documents/write.ts';
import type { Audience } from '../../../src/report/case/audience.ts';
import { inFormat } from '../../../src/report/note/note.ts';
import { pageOf, violations } from '../../support/axe.ts';
import { bookOf, caseAt } from '../../support/cases.ts';
import { offered, offerOf } from '../../support/documents.ts';
import { fullCase, noteBy, noteOf, templates, title } from '../../support/notes.ts';

const htmlOf = (file: CaseFile): string =>
  inFormat(noteOf(file), 'html', assess(file, bookOf(file), String(file.as_at)));

const documentOf = (file: CaseFile): Document => pageOf(htmlOf(file));

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
      noteBy(template, templates, file, audience),
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
    const text = writeDocument(offerOf(name, caseAt(path)), templates, assessment, title);
    expect(await violations(inFormat(text, 'html', assessment))).toEqual([]);
  });

  test('shows blanks as blanks, and says so to a screen reader', () => {
    const blanks = documentOf(fullCase()).querySelectorAll('.blank');
    expect(blanks.length).toBeGreaterThan(3);
    expect(blanks[0]?.textContent).toBe('to be filled in');
  });

  test('shows time as a picture with words for it', () => {
    const picture = documentOf(fullCase()).querySelector('svg');
    expect(picture?.getAttribute('aria-label')).toBe(
      'Picture of time: Sep 2023 ====== plan 1 ====== Sep 2024 ------------- 26 months ------------- Nov 2026 > 20 November 2026: Day of this note > 25 November 2026: Initial conference',
    );
    expect(picture?.textContent).toContain('End of plan 110 September 2024');
  });

  test('is the same byte for byte each time', () => expect(htmlOf(fullCase())).toBe(htmlOf(fullCase())));
});
