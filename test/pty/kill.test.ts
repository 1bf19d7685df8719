import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCase } from '../../src/case/file/read-case.ts';
import { scriptedPrompter } from '../../src/interview/prompters/scripted-prompter.ts';
import { fileFrom, hold } from '../interview/kit.ts';
import { chance } from '../interview/matter.ts';
import { FIRST, PROGRAM } from '../support/program/program.ts';

/** 40 in every run; `CPPLAN_KILLS=200 npx vitest run test/pty/kill.test.ts` for more. */
const KILLS = Number(process.env.CPPLAN_KILLS ?? 40);
const AT_ONCE = 4;
const WORKED = 'cases/further-plan/second-plan-ready.yaml';

const answers = readFileSync(WORKED, 'utf8');
const { as_at, packs = [] } = fileFrom(answers);
const START = `version: 1\ncase: EX-0902\npacks: [${packs.join(', ')}]\n`;

/** Runs the interview over a new case file and kills it after some milliseconds; gives what stands in the file then. */
function killedAfter(folder: string, name: string, milliseconds: number): Promise<string> {
  const path = join(folder, `${name}.yaml`);
  writeFileSync(path, START);
  const args = [...FIRST, 'screen', path, '--answers', WORKED, '--as-at', String(as_at)];
  const child = spawn(PROGRAM, args, { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  return new Promise((resolve) => {
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(readFileSync(path, 'utf8'));
    });
  });
}

it(`${KILLS} kills at any moment leave a file with every answer up to then`, { timeout: KILLS * 6000 }, async () => {
  const { saved } = await hold(START, scriptedPrompter(fileFrom(answers)), String(as_at));
  const folder = mkdtempSync(join(tmpdir(), 'cpplan-test-'));
  const began = performance.now();
  await killedAfter(folder, 'whole', 60_000);
  const whole = performance.now() - began;
  const random = chance(5);
  const found: string[] = [];
  for (let i = 0; i < KILLS; i += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, (_, k) =>
      killedAfter(folder, `case-${i + k}`, random() * whole * 1.5),
    );
    found.push(...(await Promise.all(batch)));
  }
  const states = new Set([START, ...saved]);
  expect(found.filter((text) => readCase(text).file === undefined)).toEqual([]);
  expect(found.filter((text) => !states.has(text))).toEqual([]);
  expect(new Set(found).size).toBeGreaterThan(5);
});
