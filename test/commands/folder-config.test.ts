import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Argument, Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import type { Io } from '../../src/io.ts';
import { folderWith, smallCase } from '../support/folder.ts';
import { program } from '../support/program/in-process.ts';
import { cpplan } from '../support/program/run.ts';

const NAMED = readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8');
const UNNAMED = NAMED.replace(/^packs:.*\n/m, '');
const CONFIG = 'version: 1\npacks: [repeat-plans, legal-planning]\n';

/** Every command that reads a case file, by its name, as a person would give it. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  screen: ['screen', 'case.yaml', '--no-input'],
  'screen --format json': ['screen', 'case.yaml', '--no-input', '--format', 'json'],
  explain: ['explain', 'case.yaml', '--format', 'json'],
  rationale: ['rationale', 'case.yaml', '--form', 'short'],
  write: ['write', 'case.yaml'],
  worksheet: ['worksheet', 'case.yaml'],
  decide: [
    'decide',
    'case.yaml',
    '--question',
    'further_plan',
    '--outcome',
    'second_plan',
    '--by',
    'team_manager',
    '--date',
    '2026-11-20',
  ],
  compare: ['compare', 'case.yaml'],
  family: ['family', 'case.yaml'],
  check: ['check', 'case.yaml', '--show', 'note'],
};

const commands = createProgram({ out: () => undefined, err: () => undefined } as unknown as Io).command.commands;
const takesCase = ({ registeredArguments: [first] }: Command & { registeredArguments: readonly Argument[] }) =>
  first?.name() === 'case';

it('the table has every command that reads a case file', () => {
  const names = commands.filter(takesCase).map((command) => command.name());
  expect(names.filter((name) => !(name in READERS))).toEqual([]);
});

/** Runs a command in a folder of these files, and leaves out places in files and folders, which differ. */
async function ran(files: Readonly<Record<string, string>>, args: readonly string[], ours = false) {
  const folder = folderWith(files);
  if (ours) ownPolicies(join(folder, 'ours'));
  const { exit, out, err } = await program(args.map((arg) => (FILES.includes(arg) ? join(folder, arg) : arg)));
  return { exit, out: out.replaceAll(folder, '').replaceAll(/\d+:\d+|line \d+/g, ''), err };
}

const FILES = ['case.yaml', 'ours'];

describe('a case that names no procedures falls under those of its folder', () => {
  it.each(Object.entries(READERS))('in `cpplan %s`', async (name, args) => {
    const named = await ran({ 'case.yaml': NAMED }, args);
    expect(named.exit).toBe(0);
    const unnamed = await ran({ 'case.yaml': UNNAMED, 'cpplan.config.yaml': CONFIG }, args);
    if (name === 'check') expect(unnamed.out).toContain(named.out.split('\n').at(-3));
    else expect(unnamed).toEqual(named);
  });

  it('in `cpplan check` of a note that was made so', () => {
    const folder = folderWith({ 'case.yaml': UNNAMED, 'cpplan.config.yaml': CONFIG });
    expect(cpplan(['rationale', 'case.yaml', '-o', 'note.md'], { cwd: folder }).status).toBe(0);
    const { status, out } = cpplan(['check', '.', '--show', 'note'], { cwd: folder });
    expect(out).toContain('[note_current');
    expect(status).toBe(0);
  });

  it('in `cpplan policy diff --cases`: a pack that it does not go by changes nothing for it', () => {
    const config = 'version: 1\nauthority: leicester\n';
    const cwd = folderWith({ 'cases/case.yaml': UNNAMED, 'cases/cpplan.config.yaml': config });
    const policies = join(cwd, 'ours');
    ownPolicies(policies);
    const diff = (pack: string) =>
      cpplan(['policy', 'diff', join(policies, pack), join(policies, pack), '--cases', 'cases', '--format', 'json'], {
        cwd,
      });
    expect(JSON.parse(diff('leicester-dual-status.yaml').out)).toMatchObject({ cases: { looked: 1 } });
    expect(JSON.parse(diff('repeat-plans.yaml').out)).toMatchObject({ cases: { looked: 0 } });
  });

  it('and without either is refused, with what to write', () => {
    const { status, err } = cpplan(['screen', 'case.yaml', '--no-input'], {
      cwd: folderWith({ 'case.yaml': UNNAMED }),
    });
    expect(status).toBe(2);
    expect(err).toContain('names no authority and no packs');
  });
});

/** The shipped policies with other words in them. */
function ownPolicies(folder: string): void {
  cpSync('policies', folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/\b(of|the) (?=[a-z])/g, '$1 said '));
  }
}

describe('a folder that names its own policies has its cases assessed by them', () => {
  const OURS = { 'cpplan.config.yaml': 'version: 1\npolicies: ours\n' };

  it.each(Object.entries(READERS))('in `cpplan %s`, as if the command line named them', async (name, args) => {
    const configured = await ran({ 'case.yaml': NAMED, ...OURS }, args, true);
    expect(configured.exit).toBe(0);
    const named = await ran({ 'case.yaml': NAMED }, [...args, '--policies', 'ours'], true);
    // A configuration makes its folder the root of the paths in a report
    const sameRoot = (text: string): string => text.replaceAll('/case.yaml', 'case.yaml');
    expect({ ...configured, out: sameRoot(configured.out) }).toEqual({ ...named, out: sameRoot(named.out) });
    if (name !== 'decide') expect(configured.out).not.toBe((await ran({ 'case.yaml': NAMED }, args)).out);
  });

  it('in `cpplan new`, wherever the command runs', () => {
    const cwd = folderWith({ 'team/cpplan.config.yaml': 'version: 1\npolicies: ours\n' });
    mkdirSync(join(cwd, 'team', 'ours'));
    for (const name of ['facts.yaml', 'bank-holidays.yaml', 'repeat-plans.yaml'])
      cpSync(join('policies', name), join(cwd, 'team', 'ours', name));
    const answers = 'EX-0001\n\n\n1\n\n\n\n\n\n';
    const { err } = cpplan(['new', 'team/case.yaml', '--plain'], { cwd, input: answers });
    expect(err).toContain('Further plan');
    expect(err).not.toContain('Legal planning');
  });

  it('in `cpplan check` of a folder above it, each case by the policies of its own folder', () => {
    const cwd = folderWith({
      'shipped/case.yaml': NAMED,
      'own/case.yaml': NAMED,
      'own/cpplan.config.yaml': 'version: 1\npolicies: ours\n',
    });
    ownPolicies(join(cwd, 'own', 'ours'));
    const { out: all } = cpplan(['check', '.', '--show', 'note'], { cwd });
    const [own = '', shipped = ''] = all.split(/(?=^shipped)/m);
    expect(own).toContain(' said ');
    expect(shipped).not.toContain(' said ');
  });
});

describe('a fault of one case is never taken for one of its packs', () => {
  it('an authority that is not there, beside packs that are, leaves the other cases checked', () => {
    const cwd = folderWith({ 'a.yaml': `authority: nowhere\n${smallCase('EX-0001')}`, 'b.yaml': smallCase('EX-0002') });
    const { status, out } = cpplan(['check', '.', '--show', 'note'], { cwd });
    expect(status).toBe(1);
    expect(out).toContain('no profile for the authority');
    expect(out).toMatch(/1 case file checked/);
  });
});
