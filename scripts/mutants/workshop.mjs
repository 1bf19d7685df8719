// A copy of the project in which changes are tried, one at a time.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How much longer than usual some tests may take, and by how much at least: a change can make a loop go on for ever. */
const PATIENCE = { times: 6, seconds: 60 };

/** @typedef {{ readonly test: string, readonly seconds: number }} Timed  A test file, and how long it takes. */

export class Workshop {
  folder = mkdtempSync(join(tmpdir(), 'cpplan-mutants-'));

  constructor() {
    const known = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
    const names = execFileSync('git', known, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    for (const name of names.split('\0').filter((one) => existsSync(one))) cpSync(name, join(this.folder, name));
    symlinkSync(join(process.cwd(), 'node_modules'), join(this.folder, 'node_modules'), 'junction');
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: this.folder, stdio: 'inherit' });
  }

  close() {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Changes a file, and changes it back in the end. @template T @param {string} file @param {string} text @param {() => Promise<T>} act */
  async changed(file, text, act) {
    const path = join(this.folder, file);
    const before = readFileSync(path);
    writeFileSync(path, text);
    try {
      return await act();
    } finally {
      writeFileSync(path, before);
    }
  }

  /** Whether the compiler takes the project as it is. */
  compiles = async () =>
    (await this.#run(['node_modules/typescript/bin/tsc', '--incremental', '--tsBuildInfoFile', 'build/types'])) === 0;

  /** Whether the program can be built. */
  builds = async () => (await this.#run(['scripts/build.mjs'])) === 0;

  /** The first test file that fails, or what else shows that something is wrong. @param {readonly Timed[]} tests */
  async failing(tests) {
    const report = join(this.folder, 'build', 'tests.json');
    rmSync(report, { force: true });
    const options = ['--bail=1', '--maxWorkers=1', '--reporter=json', `--outputFile=${report}`];
    const usual = tests.reduce((sum, { seconds }) => sum + seconds, 0);
    const most = PATIENCE.times * usual + PATIENCE.seconds;
    const names = tests.map(({ test }) => test);
    const status = await this.#run(['node_modules/vitest/vitest.mjs', 'run', ...options, ...names], most);
    if (status === undefined) return `no end after ${Math.round(most)} seconds`;
    if (status === 0) return undefined;
    if (!existsSync(report)) return 'the tests do not run';
    /** @type {{ testResults: { status: string, name: string }[] }} */
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = testResults.find((one) => one.status === 'failed');
    return failed ? failed.name.slice(failed.name.indexOf('/test/') + 1) : 'the tests do not run to their end';
  }

  /** The exit code; undefined where it was stopped. @param {readonly string[]} args @param {number} [seconds] @returns {Promise<number | undefined>} */
  #run(args, seconds) {
    return new Promise((resolve) => {
      const own = spawn(process.execPath, args, {
        cwd: this.folder,
        stdio: 'ignore',
        detached: true,
        env: { ...process.env, CI: '1' },
      });
      // Its workers too
      const stop = seconds && setTimeout(() => own.pid && process.kill(-own.pid, 'SIGKILL'), 1000 * seconds);
      own.on('close', (code) => {
        clearTimeout(stop);
        resolve(code ?? undefined);
      });
    });
  }
}
