import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { cpplan } from '../support/program/run.ts';

const NAMES = ['screen', 'new', 'check', 'policy', 'help', 'completion'];
const FILES = { 'case.yaml': '', 'cases/one.yml': '', 'cat.txt': '' };

/** What is typed, and what is offered there. */
const TYPED: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ['cpplan po', ['policy']],
  ['cpplan policy ', ['list', 'show', 'verify', 'test', 'mutate', 'diff', 'new', 'proof', 'schema', 'watch']],
  ['cpplan screen --no', ['--no-input']],
  ['cpplan screen --format ', ['text', 'json']],
  ['cpplan rationale case.yaml --for family --form ', ['full', 'short', 'actions']],
  ['cpplan policy show le', ['legal-planning', 'leicester-dual-status']],
  ['cpplan policy verify repeat-plans leg', ['legal-planning']],
  ['cpplan decide case.yaml --agrees --by service', ['service_manager']],
  ['cpplan schema res', ['result']],
  ['cpplan help wor', ['worksheet']],
  ['cpplan completion z', ['zsh']],
  ['cpplan screen ca', ['case.yaml', 'cases/']],
  ['cpplan screen --format json ca', ['case.yaml', 'cases/']],
  ['cpplan check case.yaml ca', ['case.yaml', 'cases/']],
  ['cpplan rationale --template ca', ['case.yaml', 'cases/', 'cat.txt']],
  ['cpplan screen --policies ca', ['cases/']],
  ['cpplan screen --as-at ', []],
];

interface Shell {
  readonly name: string;
  /** What the shell offers, one a line, with the script in `script` of this folder. */
  readonly offers: (line: string, folder: string) => string;
}

function output(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): string {
  return spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env }, timeout: 20_000 }).stdout;
}

const BASH = `source ./script; COMP_WORDS=($LINE); [[ $LINE == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _cpplan
for one in "\${COMPREPLY[@]}"; do if [[ -d $one ]]; then echo "$one/"; else echo "$one"; fi; done`;

/** zsh completes only in its line editor: a second zsh is run in a terminal of its own, and prints what is listed. */
const ZSH = `zmodload zsh/zpty; zpty z zsh -f -i
zpty -w z "PROMPT=; unsetopt zle_bracketed_paste; autoload -U compinit; compinit -u -D; source ./script
compadd() { [[ \\\${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]] && { builtin compadd \\"\\$@\\"; return \\$? }; typeset -a hits; builtin compadd -A hits \\"\\$@\\"; local slash=; [[ \\" \\$* \\" == *' -qS/ '* || \\" \\$* \\" == *' -S / '* || \\" \\$* \\" == *' -/ '* ]] && slash=/; for hit in \\$hits; do [[ -d \\$hit ]] && print -r -- \\"OFFER \\$hit/\\" >> offers || print -r -- \\"OFFER \\$hit\\" >> offers; done; builtin compadd \\"\\$@\\" }
show() { zle complete-word; print done >> offers }; zle -N show; bindkey '^X' show; print ready >> offers"
for i in {1..200}; do [[ -e offers ]] && break; sleep 0.05; done
rm -f offers
zpty -w -n z "$LINE"$'\\C-X'
for i in {1..200}; do [[ -e offers ]] && grep -q done offers && break; sleep 0.05; done
sed -n 's/^OFFER //p' offers; zpty -d z`;

const bash: Shell = {
  name: 'bash',
  offers: (LINE, cwd) => output('bash', ['--norc', '-c', BASH], cwd, { LINE }),
};

const SHELLS: readonly Shell[] = [
  bash,
  {
    name: 'fish',
    offers: (LINE, cwd) =>
      output('fish', ['--no-config', '-c', 'source ./script; complete -C "$LINE"'], cwd, { LINE })
        .split('\n')
        .map((line) => line.split('\t')[0])
        .join('\n'),
  },
  { name: 'zsh', offers: (LINE, cwd) => output('zsh', ['-f', '-c', ZSH], cwd, { LINE }) },
];

describe.each(SHELLS)('$name', ({ name, offers }) => {
  const isThere = spawnSync(name, ['--version']).status === 0;
  const script = cpplan(['completion', name]).out;

  const offered = (line: string): string[] => {
    const folder = folderWith(FILES);
    writeFileSync(join(folder, 'script'), script);
    const words = offers(line, folder).split('\n');
    return [...new Set(words)].filter((word) => word !== '').sort();
  };

  test.runIf(isThere)('offers the commands', () => {
    const found = offered('cpplan ');
    for (const command of NAMES) expect(found).toContain(command);
  });

  test.runIf(isThere).each(TYPED)('%s', (line, expected) => expect(offered(line)).toEqual([...expected].sort()));
});

test('bash is there, so that something is tried', () => expect(spawnSync('bash', ['--version']).status).toBe(0));

test('bash completes the value behind an equals sign, which it takes for a word of its own', () => {
  const folder = folderWith({});
  writeFileSync(join(folder, 'script'), cpplan(['completion', 'bash']).out);
  expect(bash.offers('cpplan screen --format = j', folder)).toBe('json\n');
});

test('PowerShell, whose tables take no key twice in whatever case, is given the same words', () => {
  const tables = cpplan(['completion', 'powershell']).out.split('@{').slice(1);
  const keys = tables.map((table) =>
    [...(table.split('\n  }')[0] ?? '').matchAll(/^ {4}'([^']*)' = /gm)].map((m) => m[1]),
  );
  expect(keys).toHaveLength(4);
  for (const own of keys) {
    expect(own.length).toBeGreaterThan(5);
    expect(new Set(own.map((key) => key?.toLowerCase())).size).toBe(own.length);
  }
  expect(tables[1]).toContain("'screen|--format' = 'text json'");
});
