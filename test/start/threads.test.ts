import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lastingFolder } from '../support/folder.ts';
import { FIRST, PROGRAM } from '../support/program/program.ts';
import { cpplan } from '../support/program/run.ts';

const generator = 'scripts/generate-cases.mjs';
const { caseText } = await import(resolve(generator));

const COUNT = 400;
const folder = lastingFolder(
  Object.fromEntries(Array.from({ length: COUNT }, (_, n) => [`${n % 5}/${n}.yaml`, caseText(n)])),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const args = (threads: number): string[] => ['check', folder, '--threads', `${threads}`, '--show', 'note'];

test('threads of the program itself give what one thread gives', () => {
  const one = cpplan([...args(1), '--format', 'json', '--as-at', '2026-11-22']);
  expect(one).toMatchObject({ status: 1, err: '' });
  expect(JSON.parse(one.out).summary.checked).toBeGreaterThan(COUNT / 2);
  expect(cpplan([...args(3), '--format', 'json', '--as-at', '2026-11-22'])).toEqual(one);
});

test.each([1, 3])('Ctrl-C ends a check by %i threads with what was found until then', async (threads) => {
  const program = spawn(PROGRAM, [...FIRST, ...args(threads)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { out: '', err: '' };
  program.stdout.on('data', (text: Buffer) => {
    if (texts.out === '') program.kill('SIGINT');
    texts.out += text;
  });
  program.stderr.on('data', (text: Buffer) => void (texts.err += text));
  const exit = await new Promise((resolve) => program.on('close', (code, signal) => resolve(signal ?? code)));
  expect({ exit, err: texts.err }).toEqual({ exit: 130, err: '' });
  const [, seen, all] = /Stopped after (\d+) of (\d+) files/.exec(texts.out) ?? [];
  expect(Number(all)).toBe(COUNT);
  expect(Number(seen)).toBeLessThan(COUNT);
  expect(Number(seen)).toBeGreaterThan(0);
});
