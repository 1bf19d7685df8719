import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../src/case/file/case-schema.ts';
import { caseAt, caseFiles } from '../support/cases.ts';
import { documents, offered, offerOf } from '../support/documents.ts';

const LEICESTER = 'cases/becomes-looked-after/leicester-decision-recorded.yaml';
const STOKE = 'cases/becomes-looked-after/stoke-decision-recorded.yaml';
const CEASED = 'cases/ceasing/stoke-decision-recorded.yaml';

/** A copy of a worked case with one thing in it changed. */
function changed(path: string, change: (file: CaseFile) => void): CaseFile {
  const copy = structuredClone(caseAt(path));
  change(copy);
  return copy;
}

describe('a letter that ends a plan', () => {
  const ending = Object.entries(documents.documents).filter(([, document]) => document.ends_plan);

  test('needs a decision that people have recorded, each of them', () =>
    expect(ending.map(([name, { needs = [] }]) => [name, needs.some((need) => 'decision' in need)])).toEqual(
      ending.map(([name]) => [name, true]),
    ));

  test.each([
    [LEICESTER, 'plan-ended-agencies'],
    [LEICESTER, 'plan-ended-family'],
    [STOKE, 'plan-ended-by-order'],
    [CEASED, 'plan-ceased-agencies'],
    [CEASED, 'plan-ceased-family'],
  ])('in %s: %s can be written', (path, name) =>
    expect(offerOf(name, caseAt(path))).toMatchObject({ state: 'due', missing: [] }),
  );

  test.each<[string, string, string, (file: CaseFile) => void, string]>([
    [
      'no decision is recorded',
      LEICESTER,
      'plan-ended-family',
      (file) => delete file.decisions,
      'People have not recorded their decision',
    ],
    [
      'another was recorded',
      STOKE,
      'plan-ended-by-order',
      (file) => Object.assign(file.decisions?.[0] ?? {}, { outcome: 'document_conflicts' }),
      'is another one than: ',
    ],
    [
      'another role recorded it',
      CEASED,
      'plan-ceased-family',
      (file) => Object.assign(file.decisions?.[0] ?? {}, { by: 'team_manager' }),
      'by another role than Conference and Review Manager',
    ],
    [
      'the decision was about another question',
      CEASED,
      'plan-ceased-agencies',
      (file) => Object.assign(file.decisions?.[0] ?? {}, { question: 'becomes_looked_after' }),
      'People have not recorded their decision',
    ],
    [
      'a later decision has overtaken it',
      STOKE,
      'plan-ended-by-order',
      (file) =>
        file.decisions?.push({
          question: 'becomes_looked_after',
          outcome: 'keep both',
          by: 'conference_chair',
          date: '2026-10-19',
          agrees: false,
          reason_code: 'safety',
          reason: 'The child was unseen.',
        }),
      'is another one than',
    ],
    [
      'the care plan was not weighed',
      LEICESTER,
      'plan-ended-agencies',
      (file) => delete file.analysis,
      'Weigh whether the care plan',
    ],
    [
      'the file contradicts itself',
      CEASED,
      'plan-ceased-agencies',
      (file) => Object.assign(file, { previous_plans: { plans: [{ began: '2026-01-01', ended: '2025-01-01' }] } }),
      'The case file has errors',
    ],
  ])('is not to be had where %s', (_, path, name, change, missing) => {
    const offer = offerOf(name, changed(path, change));
    expect(offer.state).toBe('not_yet');
    expect(offer.missing.join('\n')).toContain(missing);
  });

  test.each<[string, string, string, (file: CaseFile) => void]>([
    [
      'the chair sees it otherwise',
      LEICESTER,
      'plan-ended-family',
      (file) => Object.assign(file.records ?? {}, { chair_view: 'disagrees' }),
    ],
    [
      'the child lives at home',
      STOKE,
      'plan-ended-by-order',
      (file) =>
        Object.assign(file, {
          looked_after: { complete: true, episodes: [{ began: '2026-10-12', legal_status: 'C1', placement: 'P1' }] },
        }),
    ],
    [
      'the manager has not said that the letter is enough',
      STOKE,
      'plan-ended-by-order',
      (file) => Object.assign(file.records ?? {}, { letter_or_conference: 'not_decided' }),
    ],
    [
      'the conference was not quorate',
      CEASED,
      'plan-ceased-agencies',
      (file) => Object.assign(file.records ?? {}, { conference_quorum: 'not_quorate' }),
    ],
  ])('is not asked for where %s, whatever decision is recorded', (_, path, name, change) =>
    expect(offerOf(name, changed(path, change)).state).toBe('not_asked'),
  );

  test('is to be had in no worked case without a recorded decision', () => {
    const names = ending.map(([name]) => name);
    for (const file of caseFiles.map(caseAt).filter((f) => !f.decisions)) {
      const ready = offered(file).offers.filter(
        (offer) => names.includes(offer.name) && ['due', 'written'].includes(offer.state),
      );
      expect(
        ready.map((offer) => offer.name),
        file.case,
      ).toEqual([]);
    }
  });
});

describe('other documents', () => {
  const ready = 'cases/further-plan/second-plan-ready.yaml';

  test.each([
    ['service-manager-rationale', ready, 'written'],
    ['service-manager-rationale', 'cases/further-plan/second-plan-under-a-year.yaml', 'due'],
    ['service-manager-rationale', 'cases/further-plan/first-plan.yaml', 'not_asked'],
    ['service-manager-rationale', 'cases/further-plan/everything-unknown.yaml', 'may_be_due'],
    ['head-of-service-request', 'cases/further-plan/third-plan-awaiting-head-of-service.yaml', 'due'],
    ['challenge-notice', 'cases/challenge/every-ground.yaml', 'due'],
    ['legal-planning-referral', 'cases/legal-planning/family-told.yaml', 'due'],
    ['head-of-service-view', 'cases/legal-planning/threshold-not-met.yaml', 'due'],
    ['combined-meeting', 'cases/becomes-looked-after/bucks-section-20.yaml', 'due'],
    ['transfer-request', 'cases/ceasing/stoke-moved-for-good.yaml', 'written'],
  ])('%s in %s: %s', (name, path, state) => expect(offerOf(name, caseAt(path)).state).toBe(state));

  test('say on what it depends whether they are asked for', () =>
    expect(offerOf('challenge-notice', caseAt(ready)).missing).toEqual(['how the case was closed']));
});
