import { parseDate } from '../case/dates.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { readYaml, type Source } from '../yaml/read.ts';
import type { Suppression } from './suppress.ts';

const MARK = 'cpplan accepts';
const LINE = /^[ \t]*#[ \t]*cpplan accepts\b.*$/gm;
const FORM = /^[ \t]*#[ \t]*cpplan accepts ([\w.-]+) until (\d{4}-\d{2}-\d{2}) \([a-z][a-z0-9_]*\): \S/;

/** What the comments of a case file accept, and which of them cannot be read. */
export interface Inline {
  readonly entries: readonly Suppression[];
  readonly diagnostics: readonly Diagnostic[];
}

const NONE: Inline = { entries: [], diagnostics: [] };

/** Reads comments such as `# cpplan accepts under_a_year until 2027-01-31 (team_manager): the archive answers then`. */
export function inlineSuppressions(source: Source, file: string, caseId: string): Inline {
  if (!source.text.includes(MARK)) return NONE;
  const entries: Suppression[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const match of source.text.matchAll(LINE)) {
    if (!isComment(source, match)) continue;
    const line = source.text.slice(0, match.index).split('\n').length;
    const [, rule, expires] = FORM.exec(match[0]) ?? [];
    if (rule && expires && parseDate(expires)) entries.push({ rule, case: caseId, expires, file, line });
    else diagnostics.push({ code: 'bad_suppression', severity: 'error', says: WRONG, line, column: 1 });
  }
  return { entries, diagnostics };
}

const WRONG =
  'This comment accepts nothing as it stands: write `# cpplan accepts RULE until 2027-01-31 (role): reason`, with a whole date.';

/** A line of free text can look like a comment: without a comment the file reads the same. */
function isComment({ text, value }: Source, match: RegExpMatchArray): boolean {
  const start = match.index ?? 0;
  const without = text.slice(0, start) + text.slice(start + match[0].length);
  return JSON.stringify(readYaml(without).value) === JSON.stringify(value);
}
