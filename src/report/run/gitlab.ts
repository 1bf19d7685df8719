import type { CheckItem, Level } from '../../assess/case/concern.ts';
import type { Report } from '../../check/checked.ts';
import { jsonText } from '../words/json.ts';
import { ruleId } from './rule-info.ts';

const SEVERITY: Readonly<Record<Level, string>> = {
  error: 'critical',
  overdue: 'major',
  past_due: 'major',
  outstanding: 'minor',
  undecided: 'info',
  note: 'info',
};

/** A code quality report of GitLab. */
export function report(): Report {
  let before = '\n';
  return {
    begin: () => '[',
    file: ({ path, items }) => {
      const seen = new Map<string, number>();
      return items
        .map((item) => {
          const rule = ruleId(item);
          seen.set(rule, (seen.get(rule) ?? 0) + 1);
          const text = before + jsonText(issue(path, item, `${path}:${rule}:${seen.get(rule)}`));
          before = ',\n';
          return text;
        })
        .join('');
    },
    end: () => '\n]\n',
  };
}

/** A fingerprint does not hold the line: a finding stays the same when the file grows above it. */
function issue(path: string, item: CheckItem, fingerprint: string): object {
  const { level, line, says, clauses } = item;
  return {
    description: clauses.length > 0 ? `${says} [${clauses.join(', ')}]` : says,
    check_name: ruleId(item),
    fingerprint,
    severity: SEVERITY[level],
    location: { path, lines: { begin: line } },
  };
}
