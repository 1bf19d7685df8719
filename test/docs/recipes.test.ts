import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { smallCase } from '../support/folder.ts';
import { copyOfProject, type Ran, run } from './copy.ts';
import { blocksOf } from './pages.ts';

// The recipes are for POSIX shells
const POSIX = process.platform !== 'win32';

const CI = blocksOf('docs/ci.md');

/** The block of docs/ci.md that a file or a sentence before it names, and the only one of its kind. */
const recipe = (file: string): unknown => parse(CI.find((block) => block.file === file)?.text ?? '');
const scripts = CI.filter(({ text }) => text.startsWith('#!/bin/sh')).map(({ text }) => text);

/** The case files that are checked in the recipes: one room of the worked cases, where something is overdue, and one case of its own. */
function folder(): string {
  const copy = copyOfProject(['cases']);
  cpSync('cases/further-plan', join(copy, 'cases/further-plan'), { recursive: true });
  writeFileSync(join(copy, 'cases/small.yaml'), smallCase('EX-9100'));
  return copy;
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: readonly string[];
  readonly jobs: { readonly cases: { readonly steps: readonly Step[] } };
}

interface GitLab {
  readonly cases: {
    readonly script: readonly string[];
    readonly artifacts: { readonly when: string; readonly reports: Readonly<Record<string, string>> };
  };
}

interface Azure {
  readonly steps: readonly { readonly script?: string; readonly inputs?: Readonly<Record<string, string>> }[];
}

interface PreCommit {
  readonly repos: readonly { readonly hooks: readonly { readonly entry: string; readonly files: string }[] }[];
}

describe.runIf(POSIX).concurrent('a recipe does in a shell what it says', { timeout: 300_000 }, () => {
  test('GitLab', async () => {
    const { script, artifacts } = (recipe('.gitlab-ci.yml') as GitLab).cases;
    const copy = folder();
    for (const line of script) expect((await run(line, copy)).status, line).toBe(1);
    expect(artifacts.when).toBe('always');
    for (const report of Object.values(artifacts.reports)) expect(existsSync(join(copy, report)), report).toBe(true);
    expect(JSON.parse(readFileSync(join(copy, artifacts.reports.codequality ?? ''), 'utf8')).length).toBeGreaterThan(0);
  });

  test('GitHub', async () => {
    const { on, jobs } = recipe('.github/workflows/cases.yml') as Workflow;
    expect(on).toContain('pull_request');
    const copy = folder();
    const lines = jobs.cases.steps.map((step) => step.run ?? '').filter((line) => line.includes('cpplan'));
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(await run(line, copy), line).toMatchObject({ status: 0 });
    const upload = jobs.cases.steps.find(({ uses }) => uses?.includes('upload-sarif'));
    expect(upload?.if).toBe('always()');
    expect(JSON.parse(readFileSync(join(copy, String(upload?.with?.sarif_file)), 'utf8')).version).toBe('2.1.0');
    expect(readFileSync(join(copy, 'step-summary.md'), 'utf8')).toContain('# Check of case files');
  });

  test('Azure', async () => {
    const { steps } = recipe('azure-pipelines.yml') as Azure;
    const copy = folder();
    expect((await run(steps[0]?.script ?? '', copy)).status).toBe(1);
    expect(readFileSync(join(copy, steps[1]?.inputs?.testResultsFiles ?? ''), 'utf8')).toContain('<testsuite');
  });

  test('pre-commit gives it the case files of a commit, and no others', async () => {
    const [hook] = (recipe('.pre-commit-config.yaml') as PreCommit).repos[0]?.hooks ?? [];
    const files = ['cases/a.yaml', 'cases/below/b.yml', 'policies/a.yaml', 'cases/a.md'];
    expect(files.filter((file) => new RegExp(hook?.files ?? '').test(file))).toEqual(files.slice(0, 2));
    const copy = folder();
    expect((await run(`${hook?.entry} cases/small.yaml`, copy)).status).toBe(0);
    writeFileSync(join(copy, 'cases/small.yaml'), smallCase('EX-9100', 'answer: {}\n'));
    expect((await run(`${hook?.entry} cases/small.yaml`, copy)).status).toBe(1);
  });
});

describe.runIf(POSIX).concurrent('a script does what it says', { timeout: 300_000 }, () => {
  test('every night', async () => {
    const copy = folder();
    mkdirSync(join(copy, 'srv/reports'), { recursive: true });
    mkdirSync(join(copy, 'srv/cases'));
    writeFileSync(join(copy, 'srv/cases/late.yaml'), smallCase('EX-9101', 'nothing: known\n'));
    const script = scripts[0]?.replaceAll('/srv/', `${copy}/srv/`) ?? '';
    expect((await run(script, copy)).status).toBe(0);
    expect(readFileSync(join(copy, 'srv/reports/today.txt'), 'utf8')).toContain('late.yaml:5:1: error');
    expect(readFileSync(join(copy, 'srv/reports/today.csv'), 'utf8')).toContain('late.yaml');
    expect(readFileSync(join(copy, 'srv/reports/today.md'), 'utf8')).toContain('# Check of case files');
    writeFileSync(join(copy, 'srv/cases/cpplan.config.yaml'), 'fail_at: error\n');
    expect((await run(script, copy)).status, 'a fault that is not one of a case').not.toBe(0);
  });

  test('before a commit', async () => {
    const copy = copyOfProject();
    const repository = join(copy, 'srv');
    mkdirSync(repository);
    writeFileSync(join(repository, 'good.yaml'), smallCase('EX-9102'));
    const who = 'export GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x@x GIT_COMMITTER_NAME=x GIT_COMMITTER_EMAIL=x@x';
    const git = (line: string): Promise<Ran> => run(`${who}; cd '${repository}' && ${line}`, copy);
    await git('git init -q');
    writeFileSync(join(repository, '.git/hooks/pre-commit'), scripts[1] ?? '', { mode: 0o755 });
    expect(await git('git add good.yaml && git commit -qm good')).toMatchObject({ status: 0 });
    writeFileSync(join(repository, 'bad.yaml'), smallCase('EX-9103', 'answer: {}\n'));
    const refused = await git('git add bad.yaml && git commit -qm bad');
    expect(refused.status).toBe(1);
    expect(refused.said).toContain('bad.yaml:5:1: error');
    writeFileSync(join(repository, 'note.txt'), 'x');
    expect(await git('git reset -q && git add note.txt && git commit -qm note')).toMatchObject({ status: 0 });
  });
});
