// Makes small random changes to the program and lists those that no test notices:
// `npm run mutants -- [--count 60] [--seed 1] [--files src/check] [--seconds 60] [--report FILE]`.
// It works on copies in temporary folders, one for each processor.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { changesOf } from './mutants/changes.mjs';
import { soundTests } from './mutants/sound.mjs';
import { filesBelow, importsOf, testsOf } from './mutants/tests.mjs';
import { Workshop } from './mutants/workshop.mjs';
import { random } from './random.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    files: { type: 'string', default: 'src' },
    seconds: { type: 'string', default: '60' },
    report: { type: 'string' },
  },
});

/** Seconds of tests in the first run, before the compiler is asked, and in the next: most changes are noticed by then. */
const [FIRST, NEXT] = [4, 20];

/** @typedef {{ readonly file: string, readonly change: import('./mutants/changes.mjs').Change }} Chosen */
/** @typedef {'noticed' | 'compiler' | 'survived'} End */

const sound = soundTests(values.report);
const imports = importsOf([...filesBelow('src'), ...filesBelow('test')]);
const queue = chosen(Number(values.count), Number(values.seed));
/** @type {Record<End, number>} */
const ends = { noticed: 0, compiler: 0, survived: 0 };
/** @type {string[]} */
const survivors = [];
/** @type {Set<string>} Test files that were seen to pass without any change. */
const trusted = new Set();

const workshops = Array.from({ length: availableParallelism() }, () => new Workshop());
process.on('exit', () => {
  for (const one of workshops) one.close();
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
await Promise.all(workshops.map(work));

console.log(
  `\n${ends.noticed + ends.compiler + ends.survived} changes, seed ${values.seed}: ${ends.noticed} noticed by tests, ${ends.compiler} by the compiler, ${ends.survived} by nothing in the nearest ${values.seconds} seconds of tests.`,
);
for (const survivor of survivors) console.log(`  ${survivor}`);

/** @param {Workshop} workshop */
async function work(workshop) {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { file, change } = next;
    const { end, by } = await endOf(next, workshop);
    const line = readFileSync(file, 'utf8').slice(0, change.start).split('\n').length;
    const says = `${file}:${line}: ${short(change.from)} → ${short(change.to) || '(nothing)'}`;
    console.log(`${end.padEnd(9)} ${says}  [${by}]`);
    ends[end]++;
    if (end === 'survived') survivors.push(says);
  }
}

/** Some of all changes, each as likely as the others. @param {number} count @param {number} seed @returns {Chosen[]} */
function chosen(count, seed) {
  const dice = random(seed);
  const files = filesBelow(values.files);
  const every = files.flatMap((file) => changesOf(readFileSync(file, 'utf8')).map((change) => ({ file, change })));
  console.log(`${every.length} changes are possible in ${files.length} files.`);
  const picked = [];
  while (picked.length < count && every.length > 0) picked.push(...every.splice(dice.below(every.length), 1));
  return picked;
}

/** What becomes of a change. @param {Chosen} chosen @param {Workshop} workshop @returns {Promise<{ end: End, by: string }>} */
async function endOf(chosen, workshop) {
  const found = await tried(chosen, workshop);
  if (!(await failsAnyway(found.by, workshop))) return found;
  sound.delete(found.by);
  return endOf(chosen, workshop);
}

/** Whether a test fails without any change: a report may be old. @param {string} test @param {Workshop} workshop */
async function failsAnyway(test, workshop) {
  const seconds = sound.get(test);
  if (seconds === undefined || trusted.has(test)) return false;
  if (await workshop.failing([{ test, seconds }])) return true;
  trusted.add(test);
  return false;
}

/**
 * Whether a change is noticed: by the compiler, by the nearest tests, or by those of the built program.
 * @param {Chosen} chosen @param {Workshop} workshop @returns {Promise<{ end: End, by: string }>}
 */
function tried({ file, change: { start, end, to } }, workshop) {
  const text = readFileSync(file, 'utf8');
  const { near, whole } = testsOf(file, imports, sound);
  const tests = within(Number(values.seconds), [...near, ...whole]);
  return workshop.changed(file, text.slice(0, start) + to + text.slice(end), async () => {
    const first = await workshop.failing(within(FIRST, tests));
    if (first) return { end: 'noticed', by: first };
    if (!(await workshop.compiles())) return { end: 'compiler', by: 'types' };
    if (tests.some((one) => whole.includes(one)) && !(await workshop.builds()))
      return { end: 'noticed', by: 'the build' };
    const by = await noticedBy(tests.slice(within(FIRST, tests).length), workshop);
    return by
      ? { end: 'noticed', by }
      : { end: 'survived', by: `${tests.length} of ${near.length + whole.length} test files` };
  });
}

/** The first tests of a list that together take so long; at least one. @param {number} seconds @param {import('./mutants/workshop.mjs').Timed[]} tests */
function within(seconds, tests) {
  let sum = 0;
  const over = tests.findIndex((one, i) => (sum += one.seconds) > seconds && i > 0);
  return over < 0 ? tests : tests.slice(0, over);
}

/** The first of some tests that fails. @param {import('./mutants/workshop.mjs').Timed[]} tests @param {Workshop} workshop */
async function noticedBy(tests, workshop) {
  if (tests.length === 0) return undefined;
  const batch = within(NEXT, tests);
  return (await workshop.failing(batch)) ?? noticedBy(tests.slice(batch.length), workshop);
}

/** @param {string} text */
function short(text) {
  return text.replace(/\s+/g, ' ').slice(0, 60);
}
