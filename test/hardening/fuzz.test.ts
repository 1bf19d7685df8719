import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

const fuzz = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/fuzz.mjs', '--jobs', '1', ...args], { encoding: 'utf8' });

describe('npm run fuzz', () => {
  test('finds nothing in a hundred malformed inputs, and counts them', { timeout: 120_000 }, () => {
    const { status, stdout } = fuzz('--count', '100');
    expect(stdout).toContain('100 malformed inputs, seed 1');
    expect(stdout).toContain('crashes: 0; hangs over 1 s: 0; stack traces: 0; JSON that is none: 0');
    expect(status).toBe(0);
  });

  test.each([
    ['crash', 'crashes: 1; hangs over 1 s: 0'],
    ['slow', 'crashes: 0; hangs over 1 s: 1'],
    ['stuck', 'crashes: 0; hangs over 1 s: 1'],
  ])('would find a %s', { timeout: 120_000 }, (what, says) => {
    const { status, stdout } = fuzz('--count', '10', '--inject', what);
    expect(stdout).toContain('10 malformed inputs');
    expect(stdout).toContain(says);
    expect(status).toBe(1);
  });
});
