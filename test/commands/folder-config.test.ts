import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { cpplan } from '../support/run.ts';

const NAMED = readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8');
const UNNAMED = NAMED.replace(/^packs:.*\n/m, '');
const CONFIG = 'version: 1\npacks: [repeat-plans, legal-planning]\n';

const COMMANDS = [
  ['screen', 'case.yaml', '--no-input'],
  ['screen', 'case.yaml', '--no-input', '--format', 'json'],
  ['explain', 'case.yaml'],
  ['rationale', 'case.yaml', '--form', 'short'],
  ['write', 'case.yaml'],
  ['worksheet', 'case.yaml'],
];

describe('a case that names no procedures falls under those of its folder', () => {
  it.each(COMMANDS)('in `cpplan %s %s %s`', (...args) => {
    const named = cpplan(args, { cwd: folderWith({ 'case.yaml': NAMED }) });
    const unnamed = cpplan(args, { cwd: folderWith({ 'case.yaml': UNNAMED, 'cpplan.config.yaml': CONFIG }) });
    expect(named.status).toBe(0);
    expect(unnamed.err).toBe(named.err);
    expect(unnamed.out.replaceAll(/\d+:\d+/g, '')).toBe(named.out.replaceAll(/\d+:\d+/g, ''));
  });

  it('in `cpplan check` of a note that was made so', () => {
    const folder = folderWith({ 'case.yaml': UNNAMED, 'cpplan.config.yaml': CONFIG });
    expect(cpplan(['rationale', 'case.yaml', '-o', 'note.md'], { cwd: folder }).status).toBe(0);
    const { status, out } = cpplan(['check', '.', '--show', 'note'], { cwd: folder });
    expect(out).toContain('[note_current');
    expect(status).toBe(0);
  });

  it('and without either is refused, with what to write', () => {
    const { status, err } = cpplan(['screen', 'case.yaml', '--no-input'], {
      cwd: folderWith({ 'case.yaml': UNNAMED }),
    });
    expect(status).toBe(2);
    expect(err).toContain('names no authority and no packs');
  });
});

describe('a folder that names its own policies has its cases assessed by them', () => {
  it.each([
    ['screen', 'case.yaml', '--no-input'],
    ['rationale', 'case.yaml'],
    ['explain', 'case.yaml'],
  ])('in `cpplan %s`', (...args) => {
    const folder = folderWith({ 'case.yaml': NAMED, 'cpplan.config.yaml': 'version: 1\npolicies: ours\n' });
    cpSync('policies', join(folder, 'ours'), { recursive: true });
    const pack = join(folder, 'ours', 'repeat-plans.yaml');
    writeFileSync(
      pack,
      readFileSync(pack, 'utf8').replaceAll('This would be a second plan.', 'Our own pack asks this.'),
    );
    const { status, out } = cpplan(args, { cwd: folder });
    expect(status).toBe(0);
    if (args[0] !== 'explain') expect(out.replaceAll('\\', '')).toContain('Our own pack asks this');
    else expect(out).toContain('second plan');
  });
});
