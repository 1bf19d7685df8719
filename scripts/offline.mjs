// Runs tests where no network can be reached: `node scripts/offline.mjs [TESTS…]` (Linux with util-linux).
// Without names, the tests that run the whole program. Says so and ends with 3 where the system does not allow it.
import { spawnSync } from 'node:child_process';

const WHOLE = ['test/scenarios.test.ts', 'test/pty', 'test/commands', 'test/hardening/network.test.ts'];
const tests = process.argv.length > 2 ? process.argv.slice(2) : WHOLE;

const alone = (command, args, stdio) => spawnSync('unshare', ['-rn', command, ...args], { stdio, env: process.env });

if (alone('true', [], 'ignore').status !== 0) {
  console.error('A network of its own (unshare -rn) is not allowed on this system: nothing was run.');
  process.exitCode = 3;
} else {
  process.exitCode = alone('npx', ['--no', 'vitest', 'run', ...tests], 'inherit').status ?? 1;
}
