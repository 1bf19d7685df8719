import { describe, expect, test } from 'vitest';
import { isUrgent } from '../../../src/assess/case/assessment.ts';
import { urgentLines } from '../../../src/interview/flow/urgent.ts';
import { assessed, caseFiles } from '../../support/cases.ts';
import { under } from '../../support/packs/authority.ts';

const all = caseFiles.map((path) => assessed(path));

describe('what cannot wait is said at once', () => {
  test('a child who remains unseen, a removal, a conference that must be convened', () => {
    const urgent = all
      .flatMap(({ questions }) => questions)
      .filter((result) => result.outcome !== undefined && isUrgent(result));
    expect(new Set(urgent.map(({ outcome }) => outcome))).toEqual(
      new Set([
        'child_unseen',
        'convene_review_conference',
        'decide_on_enquiry',
        'end_to_be_taken_up',
        'enquiry_first',
        'silent_on_footing',
        'silent_on_removal',
        'silent_on_return',
        'too_early',
        'transfer_conference_first',
      ]),
    );
  });

  test('each of them in one line, with the sentence of the outcome and its clauses', () => {
    const unseen = all.find(({ questions }) => questions.some(({ outcome }) => outcome === 'child_unseen'));
    const lines = unseen ? urgentLines(unseen) : [];
    expect(lines[0]).toMatch(/^Urgent: .*ST-03\.3/);
  });

  test('a removal, before it is known whether there is serious concern', () => {
    const removed = under('leicester', '2026-10-20', 'answers: {removal: removed}');
    expect(urgentLines(removed)[0]).toMatch(/^Urgent: What follows now that a parent removed the child.*LD-6\.1/);
  });

  test('but not a question that may not arise, or whose outcomes can wait', () => {
    const unknown = under('leicester', '2026-10-20', 'answers: {contact_with_risk: none}');
    expect(urgentLines(unknown)).toEqual([]);
    const settled = 'answers: {removal: removed, removed_from: accommodation, serious_concern_capacity: no}';
    expect(urgentLines(under('leicester', '2026-10-20', settled))).toEqual([]);
  });

  test('and nothing where nothing is', () => {
    const calm = all.find(({ file }) => file.case === 'EX-0001');
    expect(calm && urgentLines(calm)).toEqual([]);
  });
});
