// Makes small random changes to the program, one at a time, and lists those that no test notices:
// `npm run mutants -- [--count 60] [--seed 1] [--files src/check] [--minutes 5]`. It works on a copy in a temporary folder.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { changesOf } from './mutants/changes.mjs';
import { filesBelow, importsOf, testsOf } from './mutants/tests.mjs';
import { random } from './random.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    files: { type: 'string', default: 'src' },
    minutes: { type: 'string', default: '5' },
  },
});

/** Longest that the tests of one change may take, in milliseconds: a change can make a loop go on for ever, and some files have hundreds of tests. */
const PATIENCE = 60_000 * Number(values.minutes);

/** Test files in one run, the nearest first: most changes are noticed by the first few. */
const BATCHES = [4, 12, 40, Number.POSITIVE_INFINITY];

const home = process.cwd();
const copy = copyOfProject();
process.chdir(copy);
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const imports = importsOf([...filesBelow('src'), ...filesBelow('test')]);
/** @type {Map<string, boolean>} Whether a test file passes on the program as it is: others would notice anything. */
const sound = new Map();
/** @type {string[]} */
const survivors = [];
const ends = { noticed: 0, compiler: 0, undecided: 0, survived: 0 };

for (const { file, change } of chosen(Number(values.count), Number(values.seed))) {
  const { end, by } = endOf(file, change);
  ends[end]++;
  const line = readFileSync(file, 'utf8').slice(0, change.start).split('\n').length;
  const says = `${file}:${line}: ${short(change.from)} → ${short(change.to) || '(nothing)'}`;
  console.log(`${end.padEnd(9)} ${says}  [${by}]`);
  if (end === 'survived') survivors.push(says);
}
const all = Object.values(ends).reduce((sum, count) => sum + count, 0);
console.log(
  `\n${all} changes, seed ${values.seed}: ${ends.noticed} noticed by tests, ${ends.compiler} by the compiler, ${ends.survived} by nothing; for ${ends.undecided} the tests took too long.`,
);
for (const survivor of survivors) console.log(`  ${survivor}`);

/** What git knows of the project, and what is new, in a folder of its own. */
function copyOfProject() {
  const folder = mkdtempSync(join(tmpdir(), 'cpplan-mutants-'));
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const name of names.split('\0').filter(Boolean)) cpSync(name, join(folder, name));
  symlinkSync(join(home, 'node_modules'), join(folder, 'node_modules'), 'junction');
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: folder, stdio: 'inherit' });
  return folder;
}

/** Some of all changes, each as likely as the others. @param {number} count @param {number} seed */
function chosen(count, seed) {
  const dice = random(seed);
  const files = filesBelow(values.files);
  const every = files.flatMap((file) => changesOf(readFileSync(file, 'utf8')).map((change) => ({ file, change })));
  console.log(`${every.length} changes are possible in ${files.length} files.`);
  const picked = [];
  while (picked.length < count && every.length > 0) picked.push(...every.splice(dice.below(every.length), 1));
  return picked;
}

/**
 * Whether a change is noticed: by the nearest tests, by the others that reach it, by the compiler, by tests of the built
 * program. @param {string} file @param {import('./mutants/changes.mjs').Change} change
 * @returns {{ end: keyof typeof ends, by: string }}
 */
function endOf(file, { start, end, to }) {
  const text = readFileSync(file, 'utf8');
  const changed = text.slice(0, start) + to + text.slice(end);
  const until = Date.now() + PATIENCE;
  const { near, whole } = testsOf(file, imports);
  const asIs = () => writeFileSync(file, text);
  writeFileSync(file, changed);
  try {
    const first = near.slice(0, BATCHES[0]);
    const by = noticedBy(first, until, asIs, () => writeFileSync(file, changed));
    if (by) return { end: 'noticed', by };
    if (spawnSync(process.execPath, ['node_modules/typescript/bin/tsc']).status !== 0)
      return { end: 'compiler', by: 'types' };
    const later = noticedBy(near.slice(first.length), until, asIs, () => writeFileSync(file, changed));
    if (later) return { end: 'noticed', by: later };
    if (build() !== 0) return { end: 'noticed', by: 'the build' };
    const last = noticedBy(whole, until, asIs, () => writeFileSync(file, changed));
    if (last) return { end: 'noticed', by: last };
    if (Date.now() >= until) return { end: 'undecided', by: `over ${values.minutes} minutes` };
    return { end: 'survived', by: `${near.length + whole.length} test files reach it` };
  } finally {
    asIs();
  }
}

function build() {
  return spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'ignore' }).status;
}

/**
 * The test file that fails on a change and passes without it.
 * @param {readonly string[]} tests @param {number} until @param {() => void} asIs @param {() => void} again
 */
function noticedBy(tests, until, asIs, again) {
  let rest = tests.filter((test) => sound.get(test) !== false);
  for (const size of BATCHES) {
    for (let batch = rest.slice(0, size); batch.length > 0 && Date.now() < until; ) {
      const failed = run(batch, until - Date.now());
      const unknown = failed.filter((test) => !sound.has(test));
      asIs();
      for (const test of unknown) sound.set(test, run([test], PATIENCE).length === 0);
      again();
      const noticed = failed.find((test) => sound.get(test));
      if (noticed) return noticed;
      batch = failed.length > 0 ? batch.filter((test) => sound.get(test) !== false && !failed.includes(test)) : [];
    }
    rest = rest.slice(size);
  }
  return undefined;
}

/** Runs test files until one fails. @param {readonly string[]} tests @param {number} patience */
function run(tests, patience) {
  const report = join(copy, 'build', 'tests.json');
  rmSync(report, { force: true });
  const options = ['--bail=1', '--reporter=json', `--outputFile=${report}`];
  const { error } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options, ...tests], {
    stdio: 'ignore',
    timeout: Math.max(patience, 1000),
    killSignal: 'SIGKILL',
    env: { ...process.env, CI: '1' },
  });
  if (error) return [];
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  /** @type {string[]} */
  const failed = testResults
    .filter((/** @type {{ status: string }} */ { status }) => status === 'failed')
    .map((/** @type {{ name: string }} */ { name }) => name.slice(name.indexOf('/test/') + 1));
  return failed;
}

/** @param {string} text */
function short(text) {
  return text.replace(/\s+/g, ' ').slice(0, 60);
}
