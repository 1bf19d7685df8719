// Running programs to measure them: they take turns, the first turn is dropped, medians count.
import { execFileSync, spawnSync } from 'node:child_process';

// A set NODE_EXTRA_CA_CERTS adds to every start of node
const env = { ...process.env, NO_COLOR: '1' };
delete env.NODE_EXTRA_CA_CERTS;

function once([program, ...args]) {
  const begin = process.hrtime.bigint();
  const { error } = spawnSync(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1024 ** 3 });
  if (error) throw error;
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** Median wall time in milliseconds of each command, by name. */
export function measure(commands, turns) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let turn = 0; turn <= turns; turn++) {
    for (const [name, command] of Object.entries(commands)) {
      const ms = once(command);
      if (turn > 0) times[name].push(ms);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
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

/** Times as a table, each beside the one called `base`. */
export function table(title, times, base) {
  const rows = Object.entries(times).map(
    ([name, ms]) => `| ${name} | ${ms.toFixed(0)} | ${(ms / times[base]).toFixed(2)} |`,
  );
  console.log([`\n## ${title}\n`, `| what | ms | × ${base} |`, '| --- | --- | --- |', ...rows].join('\n'));
}
