import { parseDate } from '../calendar/dates.ts';
import { type Diagnostic, error, type Placed } from '../messages/diagnostic.ts';
import { safe } from '../messages/safe.ts';
import { commentFinder } from '../yaml/comments.ts';
import type { Source } from '../yaml/read.ts';
import type { Suppression } from './suppress.ts';

const MARK = 'cpplan accepts';
const LINE = /^[ \t]*#[ \t]*cpplan accepts\b.*$/gm;
const FORM = /^[ \t]*#[ \t]*cpplan accepts ([\w.-]+) until (\d{4}-\d{2}-\d{2}) \([a-z][a-z0-9_]*\): \S/;

/** What the comments of a case file accept, and which of them cannot be read. */
export interface Inline {
  readonly entries: readonly Suppression[];
  readonly diagnostics: readonly Placed<Diagnostic>[];
}

const NONE: Inline = { entries: [], diagnostics: [] };

/** Reads comments such as `# cpplan accepts under_a_year until 2027-01-31 (team_manager): the archive answers then`. */
export function inlineSuppressions(source: Source, file: string, caseId: string): Inline {
  if (!source.text.includes(MARK)) return NONE;
  const entries: Suppression[] = [];
  const diagnostics: Placed<Diagnostic>[] = [];
  const isComment = commentFinder(source.text);
  let [line, counted] = [1, 0];
  for (const { 0: text, index } of source.text.matchAll(LINE)) {
    line += source.text.slice(counted, index).split('\n').length - 1;
    counted = index;
    if (!isComment(index + text.indexOf('#'))) continue;
    const [, rule, expires] = FORM.exec(text) ?? [];
    if (rule && expires && parseDate(expires)) entries.push({ rule, case: caseId, expires, file, line });
    else diagnostics.push({ ...error('bad_suppression', WRONG, []), line, column: 1 });
  }
  return { entries, diagnostics: diagnostics.slice(0, MOST) };
}

/** Comments at fault that are listed of one file. */
const MOST = 100;

const WRONG = safe`This comment accepts nothing. Write \`# cpplan accepts RULE until 2027-01-31 (role): reason\`, with a whole date.`;
