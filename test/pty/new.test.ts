import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileFrom } from '../interview/kit.ts';
import { FIRST, PROGRAM } from '../support/program/program.ts';
import { DOWN, ENTER, line, pick, SPACE, sit } from './terminal.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'cpplan-test-'));
const piped = (input: string, ...args: string[]) =>
  spawnSync(PROGRAM, [...FIRST, ...args], { input, encoding: 'utf8' });

const ANSWERS = 'EX-0960\nFAM-3\ny\n3/2/19\n3\n0\n1 8\n';

describe('cpplan new', () => {
  it('makes a case file from answers through a pipe, for its owner only', () => {
    const path = join(folder(), 'new.yaml');
    const { status, stdout } = piped(ANSWERS, 'new', path, '--plain');
    expect({ status, stdout }).toEqual({ status: 0, stdout: `Written: ${path}\nNext: cpplan screen ${path}\n` });
    expect(fileFrom(readFileSync(path, 'utf8'))).toEqual({
      version: 1,
      case: 'EX-0960',
      family: 'FAM-3',
      authority: 'stoke-on-trent',
      occasions: ['plan_before', 'first_plan'],
      child: { born: '2019-02-03' },
    });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('never writes over a file', () => {
    const path = join(folder(), 'there.yaml');
    writeFileSync(path, 'mine');
    const { status, stderr } = piped(ANSWERS, 'new', path, '--plain');
    expect(status).toBe(2);
    expect(stderr).toContain('this file is there already');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it('leaves nothing behind where it is broken off', () => {
    const path = join(folder(), 'new.yaml');
    const { status, stderr } = piped('EX-0960\n', 'new', path, '--plain');
    expect(status).toBe(130);
    expect(stderr).toContain('No file was written.');
    expect(existsSync(path)).toBe(false);
  });

  it('asks at a terminal', async () => {
    const path = join(folder(), 'new.yaml');
    const seat = sit(['new', path]);
    await seat.answers('The reference of the case', line('EX-0961'));
    await seat.answers('A reference that the case files', ENTER);
    await seat.answers('Is the child born?', 'n');
    await seat.answers('When is the child expected?', line('Feb 2027'));
    await seat.answers('Go on', ENTER);
    await seat.answers("Which authority's procedures apply?", pick(2));
    await seat.answers('Do you also go by procedures on any of these?', `${SPACE}${ENTER}`);
    await seat.answers('What is happening?', `${DOWN}${SPACE}${ENTER}`);
    expect(await seat.ends()).toBe(0);
    expect(fileFrom(readFileSync(path, 'utf8'))).toMatchObject({
      authority: 'leicester',
      packs: ['legal-planning'],
      occasions: ['in_care'],
      child: { expected: '2027-02' },
    });
  });
});

it('cpplan worksheet prints what is still to be asked', () => {
  const path = join(folder(), 'case.yaml');
  writeFileSync(path, 'version: 1\ncase: EX-0962\npacks: [repeat-plans]\n');
  const { status, stdout } = piped('', 'worksheet', path, '--as-at', '2026-11-22');
  expect(status).toBe(0);
  expect(stdout).toContain('When was the initial conference asked for?');
});
