import { type Covered, shownOf } from '../../assess/worked/coverage.ts';
import type { WorkedCase } from '../../assess/worked/worked.ts';
import type { Diagnostic, Placed } from '../../messages/diagnostic.ts';
import { fileName } from '../../messages/safe.ts';
import { decided } from '../case/decided.ts';
import type { Style } from '../words/style.ts';
import { wrap } from '../words/wrap.ts';

/** One worked case, and where it does not give what it says. */
export interface TestedCase {
  readonly worked: WorkedCase;
  readonly failures: readonly Placed<Diagnostic>[];
}

/** What `policy test` found. */
export interface TestReport {
  /** Case files that say what they are to give, and name one of the packs. */
  readonly cases: readonly TestedCase[];
  /** Per pack; none where only some cases were run. */
  readonly covered: ReadonlyMap<string, readonly Covered[]>;
  /** The least share of what can be shown that must be, in percent. */
  readonly min: number;
  /** Packs for which there is no worked case. */
  readonly untested: readonly string[];
}

/** Percent of what can be shown that is shown, rounded down. */
export function percentOf(covered: readonly Covered[]): number {
  const { shown, of } = shownOf(covered);
  return of === 0 ? 100 : Math.floor((100 * shown) / of);
}

/** Whether every case gives what it says, and enough is shown. */
export const isPassed = ({ cases, covered, min, untested }: TestReport): boolean =>
  untested.length === 0 &&
  cases.every(({ failures }) => failures.length === 0) &&
  [...covered.values()].every((items) => percentOf(items) >= min);

/** The result of `policy test` as text. */
export function testText(report: TestReport, style: Style): string {
  const failed = report.cases.filter(({ failures }) => failures.length > 0);
  const summary = `${report.cases.length - failed.length} passed, ${failed.length} failed`;
  return `${[
    ...failed.map((one) => failedText(one, style)),
    ...report.untested.map((pack) => style.alarm(`${pack}: no worked case has an \`expect\` for this pack.`)),
    ...[...report.covered].map(([pack, items]) => coverageText(pack, items, report.min, style)),
    failed.length > 0 ? style.alarm(summary) : style.good(summary),
  ].join('\n')}\n`;
}

function failedText({ worked, failures }: TestedCase, style: Style): string {
  const lines = failures.flatMap(({ line, column, says, code, path }) => [
    `${fileName(worked.path)}:${line}:${column}: ${style.alarm('failed')}: ${says} [${code}]`,
    ...decided(path, worked.assessment).map((detail) => style.quiet(wrap(detail, style.width, '    '))),
  ]);
  return lines.join('\n');
}

function coverageText(pack: string, items: readonly Covered[], min: number, style: Style): string {
  const { shown, of } = shownOf(items);
  const percent = percentOf(items);
  const head = `${pack}: ${shown} of ${of} shown (${percent} %)${percent < min ? `; at least ${min} % is asked for` : ''}.`;
  const missing = items.flatMap(({ what, id, when, states }) => {
    const open = [...states].filter(([, cases]) => cases.length === 0).map(([state]) => STATE_WORDS[state]);
    return open.length > 0
      ? [`  No case shows ${what} \`${id}\` ${open.join(', nor ')}${when ? `, in the text in force ${when}` : ''}.`]
      : [];
  });
  return [percent < min ? style.alarm(head) : head, ...missing].join('\n');
}

const STATE_WORDS = { holds: 'holding', does_not: 'not holding', unknown: 'unknown' } as const;
