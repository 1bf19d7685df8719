import type { CheckItem, Level } from '../../assess/case/concerns.ts';
import type { Report, RunHead } from '../../check/checked.ts';
import { type RuleInfo, ruleId, ruleInfo } from './rule-info.ts';

const LEVEL: Readonly<Record<Level, string>> = {
  error: 'error',
  overdue: 'error',
  past_due: 'warning',
  outstanding: 'warning',
  undecided: 'note',
  note: 'note',
};

/** SARIF 2.1.0, for code scanning: one rule for each rule, with its clauses. */
export function report({ version, asAt }: RunHead): Report {
  const rules = new Map<string, RuleInfo>();
  const result = (path: string, owner: string, item: CheckItem, nth: number): string => {
    const id = ruleId(item);
    if (!rules.has(id)) rules.set(id, ruleInfo(item));
    return JSON.stringify(resultOf(path, owner, item, nth));
  };
  let before = '\n';
  return {
    begin: () => `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`,
    file: ({ path, case: id, items }) => {
      const seen = new Map<string, number>();
      return items
        .map((item) => {
          const nth = (seen.get(item.rule) ?? 0) + 1;
          seen.set(item.rule, nth);
          const text = before + result(path, id ?? path, item, nth);
          before = ',\n';
          return text;
        })
        .join('');
    },
    end: ({ stoppedOf }) => {
      const driver = { name: 'cpplan', version, rules: [...rules.values()].map(ruleOf) };
      const invocations = [{ executionSuccessful: stoppedOf === undefined }];
      return `\n],"tool":${JSON.stringify({ driver })},"invocations":${JSON.stringify(invocations)},"properties":{"asAt":"${asAt}"}}]}\n`;
    },
  };
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** A path as a relative URI reference. */
export const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function resultOf(path: string, owner: string, item: CheckItem, nth: number): object {
  const { level, line, column, says, clauses, days } = item;
  const id = ruleId(item);
  const artifactLocation = { uri: uriOf(path) };
  return {
    ruleId: id,
    level: LEVEL[level],
    message: { text: says },
    locations: [{ physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column } } }],
    partialFingerprints: { 'cpplan/v1': `${owner}:${id}:${nth}` },
    properties: { level, clauses, daysLeft: days },
  };
}

function ruleOf({ id, title, help, clauses, source }: RuleInfo): object {
  const cited = clauses.map((c) => `${c.id} (${source}, ${c.section}, ${c.paragraph}): ${c.says}`);
  return {
    id,
    name: title,
    shortDescription: { text: help },
    help: { text: [help, ...cited].join('\n') },
    properties: { clauses: clauses.map((clause) => clause.id) },
  };
}
