// Running programs to measure them: they take turns, the first turn is dropped, medians count.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A set NODE_EXTRA_CA_CERTS adds to every start of node
const { NODE_EXTRA_CA_CERTS: _, ...others } = process.env;
const env = { ...others, NO_COLOR: '1' };

// Output goes to a file, as in CI: the null device looks like a terminal to node, which takes longer
const OUTPUT = join(mkdtempSync(join(tmpdir(), 'cpplan-output-')), 'output');
const TIME = `TIMEFORMAT="%R %U %S"; exec 3>&2; { time "$@" > ${OUTPUT} 2>&1; } 2>&3`;

/** Wall time and the time of all processors, in milliseconds, of one run. */
function once(command) {
  const { stderr } = spawnSync('bash', ['-c', TIME, 'bench', ...command], { env, encoding: 'utf8' });
  const [wall = 0, user = 0, system = 0] = stderr
    .trim()
    .split(/\s+/)
    .map((seconds) => 1000 * Number(seconds));
  return { wall, cpu: user + system };
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** Medians of each command, by name: they take turns, and the first turn does not count. */
export function measure(commands, turns) {
  /** @type {Record<string, { wall: number, cpu: number }[]>} */
  const taken = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let turn = 0; turn <= turns; turn++) {
    for (const [name, command] of Object.entries(commands)) {
      const times = once(command);
      if (turn > 0) taken[name]?.push(times);
    }
  }
  return Object.fromEntries(
    Object.entries(taken).map(([name, list]) => [
      name,
      { wall: median(list.map(({ wall }) => wall)), cpu: median(list.map(({ cpu }) => cpu)) },
    ]),
  );
}

const PEAK = `import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)`;

/** Peak memory of a command in megabytes; undefined where there is no Python to ask the system. */
export function peakOf(command) {
  try {
    return Number(execFileSync('python3', ['-c', PEAK, ...command], { env, encoding: 'utf8' }));
  } catch {
    return undefined;
  }
}

/** Times as a table, each beside those called by the names of `bases`. */
export function table(title, times, ...bases) {
  const beside = bases.flatMap((base) => [`wall × ${base}`, `processor × ${base}`]);
  const row = (name, { wall, cpu }) => {
    const ratios = bases.flatMap((base) => [wall / times[base].wall, cpu / times[base].cpu]);
    return [name, wall.toFixed(0), cpu.toFixed(0), ...ratios.map((ratio) => ratio.toFixed(2))];
  };
  const lines = [
    ['what', 'wall ms', 'processor ms', ...beside],
    ['---', '---', '---', ...beside.map(() => '---')],
    ...Object.entries(times).map(([name, taken]) => row(name, taken)),
  ];
  console.log(`\n## ${title}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`);
}
