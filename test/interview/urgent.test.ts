import { describe, expect, test } from 'vitest';
import { urgentLines } from '../../src/interview/urgent.ts';
import { assessed, caseFiles } from '../support/cases.ts';

const all = caseFiles.map((path) => assessed(path));

describe('what cannot wait is said at once', () => {
  test('a child who remains unseen, a removal, a conference that must be convened', () => {
    const urgent = all
      .flatMap(({ questions }) => questions)
      .filter(({ outcome = '', compiled }) => {
        return compiled.question.outcomes[outcome]?.urgent === 'yes';
      });
    expect(new Set(urgent.map(({ outcome }) => outcome))).toEqual(
      new Set([
        'child_unseen',
        'convene_review_conference',
        'decide_on_enquiry',
        'enquiry_first',
        'silent_on_removal',
        'silent_on_return',
      ]),
    );
  });

  test('each of them in one line, with the sentence of the outcome and its clauses', () => {
    const unseen = all.find(({ questions }) => questions.some(({ outcome }) => outcome === 'child_unseen'));
    const lines = unseen ? urgentLines(unseen) : [];
    expect(lines[0]).toMatch(/^Urgent: The child remains unseen\..*ST-03\.3/);
  });

  test('and nothing where nothing is', () => {
    const calm = all.find(({ file }) => file.case === 'EX-0001');
    expect(calm && urgentLines(calm)).toEqual([]);
  });
});
