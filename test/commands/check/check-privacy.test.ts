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

describe.each(Object.keys(FORMS) as FormName[])('a report as %s', (form) => {
  test.each([
    ['wrong', marked],
    ['right', narrated],
  ])('holds no value of a case file, where values are %s', async (_, files) => {
    const folder = folderWith(files);
    const text = await report(form, [folder], { show: 'note', dueWithin: '30d' });
    expect(text.length).toBeGreaterThan(500);
    expect(text).not.toContain(CANARY);
  });
});

test('values are shown on a terminal only', async () => {
  const folder = folderWith({ 'a.yaml': `version: 1\ncase: EX-1\npacks: [repeat-plans]\nchild: {born: ${CANARY}}\n` });
  await expect(report('text', [folder], { showValues: true })).resolves.toBe('');
});
