import { fileName } from '../../messages/safe.ts';
import { xmlText } from '../words/xml.ts';
import { isPassed, percentOf, type TestedCase, type TestReport } from './test-report.ts';

/** The result of `policy test` for machines, version 1: no values of facts, no narrative. */
export function testJson(report: TestReport): Record<string, unknown> {
  const { cases, covered, min, untested } = report;
  return {
    version: 1,
    passed: isPassed(report),
    cases: cases.map(({ worked: { path, file }, failures }) => ({
      file: path,
      case: file.case,
      passed: failures.length === 0,
      failures: failures.map(({ code, line, column, says }) => ({ code, line, column, says })),
    })),
    untested,
    min,
    coverage: [...covered].map(([pack, items]) => ({
      pack,
      percent: percentOf(items),
      items: items.map(({ what, id, when, states }) => ({
        what,
        id,
        ...(when && { when }),
        shown: Object.fromEntries(states),
      })),
    })),
  };
}

/** The result of `policy test` as JUnit XML, for build servers. */
export function testJunit({ cases, untested }: TestReport): string {
  const failed = cases.filter(({ failures }) => failures.length > 0).length + untested.length;
  const total = cases.length + untested.length;
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cpplan policy test" tests="${total}" failures="${failed}">`,
    `  <testsuite name="worked cases" tests="${total}" failures="${failed}">`,
    ...cases.map(caseXml),
    ...untested.map(
      (pack) =>
        `    <testcase classname="${xmlText(pack)}" name="has worked cases"><failure message="none"/></testcase>`,
    ),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n')}\n`;
}

function caseXml({ worked: { path, file }, failures }: TestedCase): string {
  const open = `    <testcase classname="${xmlText((file.packs ?? []).join(' '))}" name="${xmlText(file.case)}" file="${xmlText(fileName(path))}"`;
  if (failures.length === 0) return `${open}/>`;
  const lines = failures.map(
    ({ line, column, says }) => `      <failure message="${xmlText(`${fileName(path)}:${line}:${column}: ${says}`)}"/>`,
  );
  return [`${open}>`, ...lines, '    </testcase>'].join('\n');
}
