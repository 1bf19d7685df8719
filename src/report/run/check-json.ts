import type { CheckItem } from '../../assess/case/concern.ts';
import type { CheckedFile, Report, RunHead, RunSummary } from '../../check/checked.ts';
import { jsonText } from '../words/json.ts';

/** The run as data, one file a line. */
export function report({ asAt, failOn, version }: RunHead): Report {
  let first = true;
  const separated = (text: string): string => {
    const before = first ? '\n' : ',\n';
    first = false;
    return before + text;
  };
  return {
    begin: () =>
      `{"version":1,"tool":${jsonText(`cpplan ${version}`)},"as_at":"${asAt}","fail_on":"${failOn}","files":[`,
    file: (file) => (file.items.length > 0 ? separated(jsonText(fileData(file))) : ''),
    end: (summary) => `\n],"summary":${jsonText(summaryData(summary))}}\n`,
  };
}

function fileData({ path, case: id, asAt, items }: CheckedFile): object {
  return { file: path, case: id, as_at: asAt, items: items.map(itemData) };
}

/** An item as data, without the value at fault. */
export const itemData = ({ level, rule, about, pack, clauses, line, column, days, says }: CheckItem): object => ({
  level,
  rule,
  about,
  pack: pack?.pack.pack,
  clauses,
  line,
  column,
  days_left: days,
  says,
});

function summaryData(summary: RunSummary): object {
  const {
    checked,
    unread,
    others,
    counts,
    accepted,
    sharing,
    clauses,
    oldest,
    oldestPast,
    due,
    stale,
    fails,
    stoppedOf,
  } = summary;
  return {
    checked,
    not_checked: unread,
    passed_over: others,
    counts,
    accepted,
    same_reference: sharing,
    clauses: Object.fromEntries(clauses.map(({ clause, counts: found }) => [clause, found])),
    longest_overdue: oldest,
    longest_past_due: oldestPast,
    due,
    suppressions: stale,
    fails,
    stopped_of: stoppedOf,
  };
}
