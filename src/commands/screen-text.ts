import type { Opened } from '../cases/opened.ts';
import { diagnosticsText } from '../report/case/diagnostics-text.ts';
import { summarise } from '../report/case/summary.ts';
import { screenText } from '../report/case/text.ts';
import type { Style } from '../report/words/style.ts';
import { titles } from '../report/words/titles.ts';

/** What `screen` says of a case, once nothing more is asked. */
export function resultText(opened: Opened, style: Style): string {
  const { path, file, assessment, diagnostics, book } = opened;
  const summary = summarise(assessment, titles(book.vocabulary.vocabulary.roles));
  const problems = diagnosticsText(path, diagnostics, style);
  return screenText(summary, { caseId: file.case, asAt: assessment.asAt, problems }, style);
}
