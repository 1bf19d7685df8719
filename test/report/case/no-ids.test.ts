import { describe, expect, test } from 'vitest';
import { flipsOf } from '../../../src/assess/explain/flips.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { look } from '../../../src/interview/agenda/case-view.ts';
import { worksheetMarkdown } from '../../../src/interview/worksheet/markdown.ts';
import { sheetOf } from '../../../src/interview/worksheet/sheet.ts';
import { explainText } from '../../../src/report/case/explain-text.ts';
import { plainStyle } from '../../../src/report/words/style.ts';
import { assessedFile, bookOf, caseAt, caseFiles } from '../../support/cases.ts';
import { offered } from '../../support/documents.ts';
import { idsIn } from '../../support/texts/ids.ts';

// Briefs, full screens, notes and letters are searched for ids where they are tried.

function textsOf(file: CaseFile): [string, string][] {
  const assessment = assessedFile(file);
  const book = bookOf(file);
  const explained = { assessment, flips: flipsOf(file, book, assessment) };
  return [
    ['explain', explainText(explained, () => true, plainStyle(80))],
    ['worksheet', worksheetMarkdown(sheetOf(look(file, book, assessment.asAt)))],
    [
      'why not',
      offered(file)
        .offers.flatMap(({ missing }) => missing)
        .join('\n'),
    ],
  ];
}

describe.each(caseFiles)('what is shown of %s', (path) => {
  test('holds no id, as it is or with spaces', () => {
    const found = textsOf(caseAt(path)).flatMap(([name, text]) => idsIn(text).map((id) => `${name}: ${id}`));
    expect(found).toEqual([]);
  });
});

test('an id is found, and one whose words a pack uses is not', () => {
  expect(idsIn('then: third ground shown or third_no_ground')).toEqual(['third_no_ground', 'third ground shown']);
  expect(idsIn('a social worker; `cpplan explain case.yaml third_no_ground`')).toEqual([]);
});
