import { type CheckItem, type Level, reaches } from '../../assess/case/concern.ts';
import type { CheckedFile, Report, RunHead } from '../../check/checked.ts';
import { fileName } from '../../messages/safe.ts';
import { element, xmlText } from '../words/xml.ts';
import { ruleId } from './rule-info.ts';

/** JUnit XML: a suite for each case file, a test for each item; those that make the run fail are failures. */
export function report(run: RunHead): Report {
  let id = 0;
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n',
    file: (file) => suite(file, id++, run),
    end: () => '</testsuites>\n',
  };
}

/** A file with nothing to list is one test that passes. */
function suite({ path: raw, items, asAt }: CheckedFile, id: number, run: RunHead): string {
  const path = fileName(raw);
  const fails = items.filter(({ level }) => reaches(level, run.failOn));
  const tests = items.map((item) => test(path, item, run.failOn));
  const passed = element('testcase', { name: 'nothing found', classname: path, time: 0 });
  const attributes = {
    name: path,
    package: 'cpplan',
    id,
    timestamp: `${asAt ?? run.asAt}T00:00:00`,
    hostname: 'localhost',
    tests: Math.max(1, items.length),
    failures: fails.length,
    errors: 0,
    time: 0,
  };
  const day = element('property', { name: 'as_at', value: asAt ?? run.asAt });
  const inside = [
    element('properties', {}, day),
    ...(tests.length > 0 ? tests : [passed]),
    '<system-out/>',
    '<system-err/>',
  ];
  return `${element('testsuite', attributes, `\n${inside.join('\n')}\n`)}\n`;
}

function test(path: string, item: CheckItem, failOn: Level): string {
  const { level, line, column, says, clauses } = item;
  const where = `${path}:${line}:${column}`;
  const cited = clauses.length > 0 ? ` [${clauses.join(', ')}]` : '';
  const failure = element('failure', { type: level, message: `${says}${cited}` }, xmlText(`${where}: ${says}${cited}`));
  const attributes = { name: `${ruleId(item)} (${line}:${column})`, classname: path, time: 0 };
  return element('testcase', attributes, reaches(level, failOn) ? failure : '');
}
