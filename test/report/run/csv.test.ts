import { expect, test } from 'vitest';
import type { CheckItem } from '../../../src/assess/case/concern.ts';
import { safe } from '../../../src/messages/safe.ts';
import { report } from '../../../src/report/run/csv.ts';

const ITEM: CheckItem = {
  level: 'note',
  rule: safe`unreadable`,
  about: 'file',
  clauses: [],
  line: 1,
  column: 1,
  says: safe`It says this.`,
};

/** The cell of a path, as it is written. */
const cellOf = (path: string): string => {
  const csv = report({ version: '1', root: () => 'file:///', asAt: '2026-11-22', failOn: 'error', show: 'note' });
  return csv
    .file({ path, items: [ITEM] })
    .slice('2026-11-22,'.length, -',1,1,,note,file,,unreadable,,,It says this.\r\n'.length);
};

test.each(['=1+1.yaml', '+44.yaml', '-2.yaml', '@SUM(A1).yaml'])('a file called %j is no formula', (path) => {
  expect(cellOf(path)).toBe(`'${path}`);
});

test('commas, quotation marks, tabs and line breaks stay in their cell', () => {
  expect(cellOf('a,"b"\n.yaml')).toBe('"a,""b""\\u000a.yaml"');
  expect(cellOf('\t=1.yaml')).toBe('\\u0009=1.yaml');
});
