import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FORMS, type FormName } from '../../src/report/run/forms.ts';
import { folderWith, smallCase } from '../support/folder.ts';
import { program, readers } from '../support/in-process.ts';

/** Names of files that try to be a line, a command to a build server or a terminal, a formula, or markup. */
const HOSTILE = [
  'a\n::error file=b.yaml::FORGED.yaml',
  '::error ::FORGED.yaml',
  ' \t::set-output name=a::FORGED.yaml',
  'a\r::error ::FORGED.yaml',
  '##[error]FORGED.yaml',
  'a ##vso[task.setvariable variable=b]FORGED.yaml',
  '##teamcity[buildStatus text=FORGED].yaml',
  'a\u001b[31mFORGED\u001b[0m.yaml',
  'a\u001b]0;FORGED\u0007.yaml',
  'a\u009b2JFORGED.yaml',
  'a\u202elmay.FORGED.yaml',
  'a\u2028FORGED\u2029.yaml',
  'a%0A::error ::FORGED.yaml',
  '=FORGED|a|b.yaml',
  '"><script>FORGED&.yaml',
  '](a.invalid)\n# FORGED\n| a | b |.yaml',
] as const;

const WRONG = 'version: 1\ncase: EX-1\nanwers: {}\n';
const STALE = `${smallCase('EX-2')}# cpplan accepts under_a_year until 2026-01-31 (team_manager): the archive answers then\n`;

let before = '';

beforeEach(() => {
  before = process.cwd();
});
afterEach(() => process.chdir(before));

/** Works in a folder in which a file, or a folder with two files, has this name. */
function named(name: string): void {
  process.chdir(folderWith({ 'x/wrong.yaml': WRONG, 'x/stale.yaml': STALE, 'wrong-file': WRONG }));
  renameSync('wrong-file', name);
  mkdirSync('below');
  renameSync('x', join('below', name));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** Lines that somebody, or a program that reads logs, would take for something else than a name. */
function forgedIn(text: string, form?: FormName): string[] {
  return text.split('\n').filter((line) => {
    const bare = form === 'csv' ? line.replace(/\r$/, '') : line;
    const isOwn =
      form === 'github' && /^::(error|warning|notice) file=[^:]*,line=\d+,col=\d+,title=[^:]*::[^:]/.test(line);
    return STEERING.test(bare) || /##/.test(bare) || (/^\s*::/.test(bare) && !isOwn) || /^(# |::.*)?FORGED/.test(bare);
  });
}

async function checked(form: FormName): Promise<string> {
  const { out } = await program(['check', '.', '--format', form, '--show', 'note', '--as-at', '2026-11-22']);
  return out;
}

describe.each(Object.keys(FORMS) as FormName[])('a report as %s', (form) => {
  test.each(HOSTILE)('has no line and no command from a file or folder called %j', async (name) => {
    named('tame.yaml');
    const lines = (await checked(form)).split('\n').length;
    process.chdir(before);
    named(name);
    const text = await checked(form);
    expect(forgedIn(text, form)).toEqual([]);
    expect(text.split('\n')).toHaveLength(lines);
  });
});

test.each(HOSTILE)('no command says more than a name of a file called %j', async (name) => {
  named(name);
  const whole = join('below', name, 'stale.yaml');
  const missing = join('none', name);
  const runs = [name, whole, missing].flatMap((path) => readers(path));
  const others = [
    ['new', whole],
    ['rationale', whole, '-o', whole],
    ['rationale', whole, '-o', join('none', name)],
    ['check', '.', '--policies', name],
    ['check', '.', '--config', name],
    ['check', '.', '--files-from', join('none', name)],
    ['check', '.', '-o', `json=${join('none', name)}`],
    ['policy', 'verify', name],
    ['policy', 'new', 'own', '--policies', join('none', name)],
  ];
  for (const args of [...runs, ...others]) {
    const { out, err } = await program(args);
    expect(forgedIn(out + err), args.join(' ')).toEqual([]);
  }
});
