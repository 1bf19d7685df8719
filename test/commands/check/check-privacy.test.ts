import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/files/read-text.ts';
import { FORMS, type FormName } from '../../../src/report/run/forms.ts';
import { caseFiles } from '../../support/cases.ts';
import { folderWith } from '../../support/folder.ts';
import { report } from '../../support/reports.ts';

const CANARY = 'kanarienvogel';

/** The worked cases with a word of its own in the place of every value that stands at the end of a line. */
const marked = Object.fromEntries(
  caseFiles.map((path) => [
    path,
    readText(path).replace(/^(\s+(?:- )?)([a-z_]+): (?![>|[{])([^#\n]+)$/gm, (line, before, key, value) =>
      ['case', 'packs', 'authority'].includes(key) || /^[>|]/.test(value) ? line : `${before}${key}: ${CANARY}`,
    ),
  ]),
);

const narrated = Object.fromEntries(
  caseFiles.map((path) => [
    path,
    readText(path).replace(/^( {4,6})(text|note|source|post|reason): \S.*$/gm, `$1$2: ${CANARY}`),
  ]),
);

const NAMES = Object.keys(FORMS) as FormName[];

describe.each([
  ['wrong', marked],
  ['right', narrated],
])('where values are %s', (_, files) => {
  test('no report holds a value of a case file', async () => {
    const folder = folderWith(files);
    const [first = 'text', ...others] = NAMES;
    const output = others.map((form) => `${form}=${join(folder, `report.${form}`)}`);
    const shown = await report(first, [folder], { show: 'note', dueWithin: '30d', output });
    const texts = [shown, ...others.map((form) => readFileSync(join(folder, `report.${form}`), 'utf8'))];
    for (const [i, text] of texts.entries()) {
      expect(text.length, NAMES[i]).toBeGreaterThan(500);
      expect(text.includes(CANARY), NAMES[i]).toBe(false);
    }
  });
});

test('values are shown on a terminal only', async () => {
  const folder = folderWith({ 'a.yaml': `version: 1\ncase: EX-1\npacks: [repeat-plans]\nchild: {born: ${CANARY}}\n` });
  await expect(report('text', [folder], { showValues: true })).resolves.toBe('');
});
