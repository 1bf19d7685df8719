import type { Opened } from '../cases/opened.ts';
import { inFull } from '../messages/diagnostic.ts';
import { brief } from '../report/case/brief.ts';
import { diagnosticsText } from '../report/case/diagnostics-text.ts';
import { summarise } from '../report/case/summary.ts';
import { screenText } from '../report/case/text.ts';
import type { Style } from '../report/words/style.ts';
import { titles } from '../report/words/titles.ts';

/** What `screen` says of a case, once nothing more is asked: the brief, or every part. */
export function resultText(opened: Opened, isFull: boolean, style: Style): string {
  const { path, file, assessment, diagnostics, book } = opened;
  const title = titles(book.vocabulary.vocabulary.roles);
  if (!isFull) {
    const problems = diagnostics.map((d) => `${inFull(d)} (line ${d.line})`);
    return brief({ assessment, title, problems, path }, style);
  }
  const problems = diagnosticsText(path, diagnostics, style);
  return screenText(summarise(assessment, title), { caseId: file.case, asAt: assessment.asAt, problems }, style);
}
