import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMS, type FormName } from '../../src/report/run/forms.ts';
import { folderWith, smallCase } from '../support/folder.ts';
import { program, readers } from '../support/program/in-process.ts';
import { cpplan } from '../support/program/run.ts';

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

/** A folder in which a file, and a folder with two files, have this name; reports count from there. */
function named(name: string): string {
  const top = folderWith({ 'x/wrong.yaml': WRONG, 'x/stale.yaml': STALE, 'wrong-file': WRONG, ...CONFIG });
  renameSync(join(top, 'wrong-file'), join(top, name));
  mkdirSync(join(top, 'below'));
  renameSync(join(top, 'x'), join(top, 'below', name));
  return top;
}

const CONFIG = { 'cpplan.config.yaml': 'version: 1\n' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** Lines that somebody, or a program that reads logs, would take for something else than a name. */
function forgedIn(text: string, form?: FormName): string[] {
  return text.split('\n').filter((line) => {
    const bare = form === 'csv' ? line.replace(/\r$/, '') : line;
    const isOwn =
      form === 'github' && /^::(error|warning|notice) file=[^:]*,line=\d+,col=\d+,title=[^:]*::[^:]/.test(line);
    return (
      STEERING.test(bare) ||
      /##(\[|vso|teamcity)/.test(bare) ||
      (/^\s*::/.test(bare) && !isOwn) ||
      /^(# )?FORGED/.test(bare)
    );
  });
}

async function checked(folder: string, form: FormName): Promise<string> {
  const { out } = await program(['check', folder, '--format', form, '--show', 'note', '--as-at', '2026-11-22']);
  return out;
}

describe.each(Object.keys(FORMS) as FormName[])('a report as %s', (form) => {
  test.each(HOSTILE)('has no line and no command from a file or folder called %j', async (name) => {
    const lines = (await checked(named('tame.yaml'), form)).split('\n').length;
    const text = await checked(named(name), form);
    expect(text).toContain('FORGED');
    expect(forgedIn(text, form)).toEqual([]);
    expect(text.split('\n')).toHaveLength(lines);
  });
});

/** Commands that say something of a file, in its own folder or by a longer path. */
function commandsOn(name: string, top: string): string[][] {
  const [whole, missing] = [join(top, 'below', name, 'stale.yaml'), join(top, 'none', name)];
  return [
    ...[join(top, name), whole, missing].flatMap((path) => readers(path)),
    ['new', whole],
    ['rationale', whole, '-o', whole],
    ['rationale', whole, '-o', missing],
    ['check', top, '--policies', join(top, name)],
    ['check', top, '--config', join(top, name)],
    ['check', top, '--files-from', missing],
    ['check', top, '-o', `json=${missing}`],
    ['policy', 'verify', join(top, name)],
    ['policy', 'show', name],
    ['policy', 'new', 'own', '--policies', missing],
  ];
}

test.each(HOSTILE)('no command says more than a name of a file called %j', async (name) => {
  for (const args of commandsOn(name, named(name))) {
    const { out, err } = await program(args);
    expect(forgedIn(out + err), args.join(' ')).toEqual([]);
  }
});

test.each(HOSTILE.filter((name) => /^\s*::/.test(name)))('nor where its name begins a line: %j', (name) => {
  const cwd = named(name);
  for (const args of [
    ['check', name],
    ['screen', name, '--no-input'],
    ['screen', `${name}.yaml`],
  ]) {
    const { out, err } = cpplan(args, { cwd });
    expect(out + err).toContain('FORGED');
    expect(forgedIn(out + err), args.join(' ')).toEqual([]);
  }
});
