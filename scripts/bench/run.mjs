// Running programs to measure them: they take turns, the first turn is dropped, medians count.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/**
 * What is run, by its words. `cwd`: where. `turns`: fewer turns than the others take, for what takes long. `ends`: the
 * exit codes of a run that did its work.
 * @typedef {{ command: string[], cwd?: string, turns?: number, ends?: number[] }} Runnable
 * What it took. `wall` and `cpu` (all processors) in milliseconds, `peak` in MB where Python can ask the system, `ended`
 * the exit code of a run that did not do its work.
 * @typedef {{ wall: number, cpu: number, peak: number | null, runs: number, ended?: number }} Taken
 */

// A set NODE_EXTRA_CA_CERTS adds to every start of node
const { NODE_EXTRA_CA_CERTS: _, ...others } = process.env;
const env = { ...others, NO_COLOR: '1' };

// Output goes to a file, as in CI: the null device looks like a terminal to node, which takes longer
const OUTPUT = join(tmpdir(), `cpplan-bench-output-${process.pid}`);

/** The system itself tells Python what a program took. */
const BY_PYTHON = `import json, os, sys, time
out = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
os.chdir(sys.argv[2])
begun = time.monotonic()
pid = os.posix_spawnp(sys.argv[3], sys.argv[3:], os.environ,
    file_actions=[(os.POSIX_SPAWN_DUP2, out, 1), (os.POSIX_SPAWN_DUP2, out, 2)])
_, status, used = os.wait4(pid, 0)
wall = time.monotonic() - begun
print(json.dumps({'wall': 1000 * wall, 'cpu': 1000 * (used.ru_utime + used.ru_stime),
    'peak': used.ru_maxrss // 1024, 'status': os.waitstatus_to_exitcode(status)}))`;

const BY_BASH = `TIMEFORMAT="%R %U %S"; exec 3>&2; cd "$2"; out=$1; shift 2; { time "$@" > "$out" 2>&1; } 2>&3`;

/** @type {boolean | undefined} */
let isPythonThere;

const hasPython = () =>
  (isPythonThere ??=
    spawnSync('python3', ['-c', 'import os; os.posix_spawnp; os.waitstatus_to_exitcode']).status === 0);

/** One run. */
export function once({ command, cwd = '.' }) {
  const how = hasPython() ? ['python3', '-c', BY_PYTHON] : ['bash', '-c', BY_BASH, 'bench'];
  const ran = spawnSync(how[0] ?? '', [...how.slice(1), OUTPUT, cwd, ...command], { env, encoding: 'utf8' });
  rmSync(OUTPUT, { force: true });
  if (ran.signal !== null || (hasPython() && ran.stdout === '')) throw new Error('Stopped.');
  return hasPython() ? JSON.parse(ran.stdout) : { ...asBashSays(ran.stderr), peak: null, status: ran.status };
}

function asBashSays(times) {
  const [wall = 0, user = 0, system = 0] = times
    .trim()
    .split(/\s+/)
    .map((seconds) => 1000 * Number(seconds));
  return { wall, cpu: user + system };
}

export const median = (list) => list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) / 2)];

/**
 * What each of some programs took, by name. A program with fewer turns than the others has no turn that is dropped.
 * @param {Record<string, Runnable>} programs @param {number} turns @param {(says: string) => void} [tell]
 * @returns {Record<string, Taken>}
 */
export function measure(programs, turns, tell = () => undefined) {
  const taken = new Map(Object.keys(programs).map((name) => [name, /** @type {ReturnType<typeof once>[]} */ ([])]));
  for (let turn = 0; turn <= turns; turn++) {
    for (const [name, program] of Object.entries(programs)) {
      const own = program.turns ?? turns;
      if (own < turns && (turn === 0 || turn > own)) continue;
      const run = once(program);
      tell(`${name}: ${(run.wall / 1000).toFixed(1)} s`);
      if (turn > 0) taken.get(name)?.push(run);
    }
  }
  return Object.fromEntries([...taken].map(([name, runs]) => [name, summed(runs, programs[name]?.ends ?? [0])]));
}

function summed(runs, ends) {
  const of = (key) => median(runs.map((run) => run[key]));
  const failed = runs.find(({ status }) => !ends.includes(status));
  const peak = runs.some((run) => run.peak === null) ? null : Math.max(...runs.map((run) => run.peak));
  return { wall: of('wall'), cpu: of('cpu'), peak, runs: runs.length, ...(failed && { ended: failed.status }) };
}
