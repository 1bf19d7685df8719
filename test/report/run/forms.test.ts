import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FORM_NAMES, FORMS, type FormName } from '../../../src/report/run/forms.ts';
import { folderWith, smallCase } from '../../support/folder.ts';
import { cpplan } from '../../support/program/run.ts';

// A form is one file and one line in src/report/run/forms.ts: whatever else names the forms follows that list.
// The table of docs/ci.md is made from it by `npm run docs`, and `npm run docs:check` holds the two together.

describe.each(FORM_NAMES as FormName[])('the form %s', (name) => {
  test('is a choice of `--format` and of `-o`, and the same on the screen and in a file', () => {
    const folder = folderWith({ 'a.yaml': smallCase('EX-0001') });
    const run = (...more: string[]) =>
      cpplan(['check', `${folder}/a.yaml`, '--as-at', '2026-11-22', '--show', 'note', ...more]);
    const { status, err } = run('-o', `${name}=${folder}/report`);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const written = readFileSync(`${folder}/report`, 'utf8');
    expect(written.length).toBeGreaterThan(10);
    expect(run('--format', name).out).toBe(written);
  });

  test('stands in the help, and says whom it is for', () => {
    const help = cpplan(['check', '--help']).out.replace(/\s+/g, ' ');
    expect(/--format <form>[^)]*\(choices: ([^)]*)/.exec(help)?.[1]?.split(', default')[0]).toContain(`"${name}"`);
    expect(FORMS[name].for).toMatch(/\w{3}/);
  });
});

test('a form that is not in the list is refused, with those that are', () => {
  const { status, err } = cpplan(['check', 'cases', '-o', 'gitlap=x']);
  expect(status).toBe(2);
  for (const name of FORM_NAMES) expect(err).toContain(`\`${name}\``);
});
