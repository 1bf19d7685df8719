import { describe, expect, test } from 'vitest';
import { assessmentJson } from '../../../src/report/case/json.ts';
import { ResultSchema } from '../../../src/report/case/result-schema.ts';
import { assessed, caseFiles } from '../../support/cases.ts';

describe('the machine contract', () => {
  test.each(caseFiles)('%s gives a result that fits its schema', (path) => {
    const result = assessmentJson(assessed(path), [], [{ id: 'pack', version: '1.0.0', digest: 'd' }], String);
    expect(ResultSchema.safeParse(result).error?.issues ?? []).toEqual([]);
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
