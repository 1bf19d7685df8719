import { describe, expect, test } from 'vitest';
import { assessmentWith } from '../../../src/assess/case/assessment.ts';
import { assessmentJson } from '../../../src/report/case/json.ts';
import { ResultSchema } from '../../../src/report/case/result-schema.ts';
import { assessed, caseAt, caseFiles } from '../../support/cases.ts';

describe('the machine contract', () => {
  test.each(caseFiles)('%s gives a result that fits its schema', (path) => {
    const result = assessmentJson(assessed(path), [], [{ id: 'pack', version: '1.0.0', digest: 'd' }], String);
    expect(ResultSchema.safeParse(result).error?.issues ?? []).toEqual([]);
  });

  test('tells the last of several decisions', () => {
    const decisions = ['2026-01-05', '2026-01-12'].map((date) => ({
      question: 'further_plan',
      by: 'head_of_service',
      date,
      outcome: 'first',
      agrees: true,
    }));
    const [path] = caseFiles as [string];
    const assessment = assessmentWith(assessed(path), { file: { ...caseAt(path), decisions } });
    expect(assessmentJson(assessment, [], [], String).decision).toMatchObject({ date: '2026-01-12' });
  });

  test('every outcome that a change leads to is one that the question can have', () => {
    for (const path of caseFiles) {
      const { questions } = assessed(path);
      for (const { compiled, possible } of questions) {
        const known = [...Object.keys(compiled.question.outcomes), 'not_in_play', 'silent'];
        expect(possible.filter((outcome) => !known.includes(outcome))).toEqual([]);
      }
    }
  });
});
