import { type CheckItem, type Level, reaches } from '../../assess/case/concern.ts';
import type { Report, RunHead } from '../../check/checked.ts';
import { fileName } from '../../messages/safe.ts';
import { plainStyle } from '../words/style.ts';
import { oneLine } from '../words/wrap.ts';
import { summaryLines } from './check-text.ts';

/** Workflow commands of GitHub Actions: each becomes a remark at its line. */
export function report(run: RunHead): Report {
  return {
    begin: () => '',
    file: ({ path, items }) => items.map((item) => command(path, item, run.failOn)).join(''),
    end: (summary) => `${summaryLines(run, summary, plainStyle()).join('\n')}\n`,
  };
}

function command(path: string, item: CheckItem, failOn: Level): string {
  const { level, line, column, rule, clauses, says } = item;
  const kind = reaches(level, failOn) ? 'error' : level === 'note' || level === 'undecided' ? 'notice' : 'warning';
  const place = `file=${property(fileName(path))},line=${line},col=${column}`;
  return `::${kind} ${place},title=${property([rule, ...clauses].join(', '))}::${data(says)}\n`;
}

/** Text as it may stand at the end of a command. */
const data = (text: string): string => oneLine(text).replaceAll('%', '%25');

/** Text as it may stand between the commas of a command. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
