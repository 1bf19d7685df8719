// The aims, each with the figure that was measured and, where it is missed, the reason.
import { ownRow, ratio } from './tables.mjs';

/** @typedef {import('./tables.mjs').Result} Result */

const FAST = 'sourcemeta jsonschema --fast';
const ONE = 'check --threads 1';

const rowsOf = ({ tables }, part, files) => tables.find((one) => one.part === part && one.files === files)?.rows ?? {};

/** How many times as much one program took as another; nothing where one of them was not measured. */
const beside = (part, files, name, base, key) => (result) => {
  const rows = rowsOf(result, part, files);
  const [one, other] = [rows[name], rows[base]];
  return one && other && one.ended === undefined && other.ended === undefined ? one[key] / other[key] : undefined;
};

const start = (name) => beside('start', undefined, name, 'node -e 0', 'cpu');
const seconds = (name) => (result) => {
  const taken = rowsOf(result, 'packs')[name];
  return taken && taken.wall / 1000;
};

/** How many times as much a file of a large folder took as one of a smaller folder. */
const perFile = (large, small) => (result) => {
  const [one, other] = [large, small].map((files) => rowsOf(result, 'check', files)[ONE]);
  return one && other && one.wall / large / (other.wall / small);
};

const peakBeside = (large, small) => (result) => {
  const [one, other] = [large, small].map((files) => rowsOf(result, 'check', files)[ONE]?.peak);
  return one && other ? one / other : undefined;
};

const START =
  'Node runs most of this code for the first time, which is slow. It has compiled the code before, but still has to load it.';
const CHECK =
  'Of what goes beyond bare Node, a third loads the compiled code, a third reads the packs and the case, and a fifth collects garbage. Node begins with room for half a megabyte, and a check needs several.';
const EACH =
  'A check does more for each file than reading: it draws some sixty facts, works out dates, judges some forty requirements, and compares the records with each other.';
const WARM = `${EACH} Its code is slow until Node has compiled it for some 4,000 files, in each thread anew: so one thread checks this many.`;

/** Ratios, but where a unit stands with them. */
export const GOALS = [
  { what: '`--version`, processor × `node -e 0`', most: 1.15, of: start('--version'), missed: START },
  { what: '`--help`, processor × `node -e 0`', most: 1.5, of: start('--help'), missed: START },
  { what: '`check` of one file, processor × `node -e 0`', most: 1.6, of: start('check'), missed: CHECK },
  { what: '`screen --no-input`, processor × `node -e 0`', most: 2, of: start('screen --no-input'), missed: START },
  { what: '`explain`, processor × `node -e 0`', most: 3, of: start('explain'), missed: START },
  {
    what: '`rationale`, processor × `node -e 0`',
    most: 3,
    of: start('rationale'),
    missed: 'Loading the code for the digest in the stamp takes a tenth of what goes beyond bare Node.',
  },
  {
    what: '10,000 files, wall × ajv-cli',
    most: 1.2,
    of: beside('check', 10_000, ownRow(10_000), 'ajv-cli', 'wall'),
    missed: WARM,
  },
  {
    what: '10,000 files, wall × sourcemeta',
    most: 1.5,
    of: beside('check', 10_000, ownRow(10_000), FAST, 'wall'),
    missed: WARM,
  },
  {
    what: '10,000 files, wall × reading and parsing on one thread',
    most: 2,
    of: beside('check', 10_000, ownRow(10_000), 'read and parse', 'wall'),
    missed: WARM,
  },
  {
    what: '50,000 files, wall × sourcemeta',
    most: 0.7,
    of: beside('check', 50_000, ownRow(50_000), FAST, 'wall'),
    missed: EACH,
  },
  {
    what: '50,000 files, peak memory × sourcemeta',
    most: 0.4,
    of: beside('check', 50_000, ownRow(50_000), FAST, 'peak'),
    missed: 'Each thread holds the packs.',
  },
  {
    what: '50,000 files, one thread, processor × reading and parsing',
    most: 2.2,
    of: beside('check', 50_000, ONE, 'read and parse', 'cpu'),
    missed: EACH,
  },
  {
    what: '110,000 files, one thread, time for a file × that of 10,000',
    most: 1.1,
    of: perFile(110_000, 10_000),
    missed: 'The list of files and what is counted by clause grow with the folder.',
  },
  {
    what: '50,000 files, one thread, peak memory × that of 1,000',
    most: 2.2,
    of: peakBeside(50_000, 1000),
    missed: 'The list of files grows with the folder.',
  },
  {
    what: '`policy verify`, all packs, seconds',
    most: 2,
    of: seconds('policy verify'),
    missed: 'Every combination of answers is looked at.',
  },
  {
    what: '`policy mutate`, all packs, seconds',
    most: 60,
    of: seconds('policy mutate'),
    missed: 'Every small mistake is decided exactly.',
  },
];

/** The aims as a table, and under it why some are missed, each reason once. @param {Result} result */
export function goalsTable(result) {
  const reasons = [];
  const rows = GOALS.map(({ what, most, of, missed }) => {
    const figure = of(result);
    const isMissed = figure !== undefined && figure > most;
    if (isMissed && !reasons.includes(missed)) reasons.push(missed);
    const says = isMissed
      ? `missed (${reasons.indexOf(missed) + 1})`
      : figure === undefined
        ? 'not measured'
        : 'reached';
    return [what, String(most), figure === undefined ? '' : ratio(figure), says];
  });
  const head = ['work', 'aim', 'measured', 'result'];
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const why = reasons.map((reason, i) => `${i + 1}. ${reason}`);
  return [...table, ...(why.length > 0 ? ['', 'Why some are missed:', '', ...why] : [])].join('\n');
}
