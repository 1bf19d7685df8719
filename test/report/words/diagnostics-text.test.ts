import { expect, test } from 'vitest';
import type { Severity } from '../../../src/messages/diagnostic.ts';
import { error } from '../../../src/messages/diagnostic.ts';
import { safe } from '../../../src/messages/safe.ts';
import { diagnosticsText } from '../../../src/report/pack/diagnostics-text.ts';
import { plainStyle } from '../../../src/report/words/style.ts';

test.each<[Severity, string]>([
  ['error', '<error: >'],
  ['warning', 'warning: '],
  ['note', 'note: '],
])('only an error is called one, and stands out: %s', (severity, word) => {
  const diagnostic = { ...error('wrong_value', safe`Not so.`, []), severity, line: 2, column: 3 };
  const style = { ...plainStyle(), alarm: (text: string) => `<${text}>` };
  expect(diagnosticsText('case.yaml', [diagnostic], style)).toBe(`case.yaml:2:3: ${word}Not so. [wrong_value]\n`);
});
