import { diagnosticsText } from '../report/diagnostics-text.ts';
import type { Style } from '../report/style.ts';
import { summarise } from '../report/summary.ts';
import { screenText } from '../report/text.ts';
import { titles } from '../report/titles.ts';
import type { Opened } from './opened.ts';

/** What `screen` says of a case, once nothing more is asked. */
export function resultText(opened: Opened, style: Style): string {
  const { path, file, assessment, diagnostics, book } = opened;
  const summary = summarise(assessment, titles(book.vocabulary.vocabulary.roles));
  const problems = diagnosticsText(path, diagnostics, style);
  return screenText(summary, { caseId: file.case, asAt: assessment.asAt, problems }, style);
}
