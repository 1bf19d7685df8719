// Which tests pass on the program as it is, and how long each takes: one that fails anyway would notice everything.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Seconds of each sound test file, by its path from the root of the project.
 * @param {string | undefined} report  what `TEST_REPORT=FILE npm test` left; without it all tests are run first
 * @returns {Map<string, number>}
 */
export function soundTests(report) {
  const { testResults } = JSON.parse(report === undefined ? freshReport() : readFileSync(report, 'utf8'));
  /** @type {[string, number][]} */
  const passed = testResults
    .filter((/** @type {{ status: string }} */ { status }) => status === 'passed')
    .map((/** @type {Result} */ { name, startTime, endTime }) => [
      name.slice(name.indexOf('/test/') + 1),
      (endTime - startTime) / 1000,
    ]);
  console.log(`${passed.length} of ${testResults.length} test files pass as things stand.`);
  return new Map(passed);
}

/** @typedef {{ readonly name: string, readonly startTime: number, readonly endTime: number }} Result */

function freshReport() {
  const folder = mkdtempSync(join(tmpdir(), 'cpplan-mutants-'));
  const path = join(folder, 'tests.json');
  spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', `--outputFile=${path}`], {
    stdio: 'ignore',
  });
  const text = readFileSync(path, 'utf8');
  rmSync(folder, { recursive: true });
  return text;
}
