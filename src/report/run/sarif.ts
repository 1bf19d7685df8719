import { type CheckItem, LEVELS, type Level } from '../../assess/case/concern.ts';
import type { Report, RunHead } from '../../check/checked.ts';
import { jsonText } from '../words/json.ts';
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
export function report({ version, asAt, root }: RunHead): Report {
  const worst = new Worst();
  return {
    begin: () =>
      `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","originalUriBaseIds":${jsonText({ [ROOT]: { uri: root() } })},"results":[`,
    file: ({ path, items }) => {
      const seen = new Map<string, number>();
      for (const item of items) {
        const nth = (seen.get(item.rule) ?? 0) + 1;
        seen.set(item.rule, nth);
        worst.add(item, jsonText(resultOf(path, item, nth)));
      }
      return '';
    },
    end: ({ stoppedOf }) => {
      const kept = worst.kept();
      const rules = new Map<string, RuleInfo>();
      for (const { item } of kept) if (!rules.has(ruleId(item))) rules.set(ruleId(item), ruleInfo(item));
      const driver = { name: 'cpplan', version, rules: [...rules.values()].map(ruleOf) };
      const invocation = { executionSuccessful: stoppedOf === undefined, ...leftOut(kept.length, worst.all) };
      const results = kept.map(({ text }) => `\n${text}`).join(',');
      return `${results}\n],"tool":${jsonText({ driver })},"invocations":${jsonText([invocation])},"properties":{"asAt":"${asAt}"}}]}\n`;
    },
  };
}

/** Most results of one file: GitHub shows no more. */
const MOST = 5000;

/** The results of a run as they come; once there are too many, those of the worst levels, the worst first. */
class Worst {
  all = 0;
  readonly #levels = new Map<Level, { item: CheckItem; text: string; nth: number }[]>(
    LEVELS.map((level) => [level, []]),
  );

  add(item: CheckItem, text: string): void {
    const same = this.#levels.get(item.level);
    if (same && same.length < MOST) same.push({ item, text, nth: this.all });
    this.all++;
  }

  /** In the order in which they came, unless some are left out. */
  kept() {
    const worstFirst = [...this.#levels.values()].flat();
    return this.all > MOST ? worstFirst.slice(0, MOST) : worstFirst.sort((a, b) => a.nth - b.nth);
  }
}

function leftOut(kept: number, all: number): object {
  if (kept === all) return {};
  const text = `This file holds the ${kept} worst of ${all} results: code scanning takes no more. The other formats list them all.`;
  return { toolExecutionNotifications: [{ level: 'warning', message: { text } }] };
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** What the paths of a file count from, by the name that other tools use for it. */
const ROOT = '%SRCROOT%';

const isWhole = (path: string): boolean => /^(?:\/|[A-Za-z]:\/)/.test(path);

const wholeUri = (path: string): string =>
  `file://${path.startsWith('/') ? '' : '/'}${uriOf(path).replace(/^([A-Za-z])%3A/, '$1:')}`;

/** A path as a relative URI reference. */
export const uriOf = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');

function resultOf(path: string, item: CheckItem, nth: number): object {
  const { level, line, column, says, clauses, days } = item;
  const id = ruleId(item);
  const artifactLocation = isWhole(path) ? { uri: wholeUri(path) } : { uri: uriOf(path), uriBaseId: ROOT };
  return {
    ruleId: id,
    level: LEVEL[level],
    message: { text: says },
    locations: [{ physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column } } }],
    partialFingerprints: { 'cpplan/v1': `${path}:${id}:${nth}` },
    properties: { level, clauses, daysLeft: days },
  };
}

function ruleOf({ id, title, help, clauses }: RuleInfo): object {
  const cited = clauses.map((c) => `${c.id} (${c.source}, ${c.section}, ${c.paragraph}): ${c.says}`);
  return {
    id,
    name: title,
    shortDescription: { text: help },
    help: { text: [help, ...cited].join('\n') },
    properties: { clauses: clauses.map((clause) => clause.id) },
  };
}
