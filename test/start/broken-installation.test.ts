import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const CASE = resolve('cases/further-plan/second-plan-ready.yaml');

/** A copy of the program as it was built, to be broken. */
const folder = mkdtempSync(join(tmpdir(), 'cpplan-broken-'));
for (const name of ['bin', 'dist', 'policies', 'templates', 'package.json'])
  cpSync(name, join(folder, name), { recursive: true, preserveTimestamps: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lean = join(folder, 'dist/lean-check.cjs');
const whole = readFileSync(lean, 'latin1');

function checked(path = CASE, cwd = folder) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'bin/cpplan.js'), 'check', path, '--as-at', '2026-11-22'],
    {
      encoding: 'utf8',
      cwd,
    },
  );
  return { status, out: stdout, err: stderr };
}

describe('an installation that is not as it was built', () => {
  const sound = checked();

  test('is not run by what node made of other code of the same length', () => {
    expect(sound.out).toContain('Listed: ');
    writeFileSync(lean, whole.replaceAll('Listed: ', 'Shown:  '), 'latin1');
    const later = new Date(Date.now() + 5000);
    utimesSync(lean, later, later);
    expect(checked().out).toBe(sound.out.replace('Listed: ', 'Shown:  '));
  });

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['cut off', whole.slice(0, 5000)],
  ])('works by the program itself where the quick part is %s', (_, text) => {
    rmSync(lean, { force: true });
    if (text !== undefined) writeFileSync(lean, text, 'latin1');
    expect(checked()).toEqual(sound);
  });

  test('says so, and that it failed, where the program itself is missing', () => {
    rmSync(join(folder, 'dist/main.js'));
    const { status, err } = checked(resolve('cases/further-plan'));
    expect(status).toBe(3);
    expect(err).toContain('This is a fault of cpplan');
  });
});

test('a working folder that somebody took away is told, and is no finding', () => {
  const gone = mkdtempSync(join(tmpdir(), 'cpplan-gone-'));
  const script = 'cd "$1" && rmdir "$1" && exec "$2" "$3" check here.yaml';
  const { status, stderr } = spawnSync('sh', ['-c', script, 'sh', gone, process.execPath, resolve('bin/cpplan.js')], {
    encoding: 'utf8',
  });
  expect(status).toBe(3);
  expect(stderr).toBe('The folder that you are in is not there any more. Change to another folder, and try again.\n');
});
