// Results of measuring as tables in Markdown: for a terminal, and for the page on benchmarks.

/** @typedef {import('./parts.mjs').Table} Table */
/** @typedef {{ on: string, machine: { node: string, processors: number, model: string, memory: number }, load: { least: number, most: number },
 *   minutes: number, tables: Table[] }} Result */

/** What stands beside what, by part: titles, and the row that is one. */
const PARTS = {
  start: { title: () => 'Start', base: 'node -e 0', unit: 'ms' },
  check: { title: ({ files }) => `${counted(files)} files without faults`, base: 'read and parse', unit: 's' },
  mixed: { title: ({ files }) => `${counted(files)} files as a service has them`, base: 'read and parse', unit: 's' },
  service: { title: ({ files }) => `A service of ${counted(files)} cases`, base: 'check', unit: 's' },
  returns: { title: ({ of, megabytes }) => `${of}, ${megabytes.toFixed(1)} MB`, base: 'the parser alone', unit: 's' },
  packs: { title: () => 'Packs', unit: 's' },
};

/** The row of cpplan with as many threads as it takes by itself on two processors: a second one from 32 MB of files on. */
export const ownRow = (files) => `check --threads ${files > 13_000 ? 2 : 1}`;

export const counted = (n) => n.toLocaleString('en-GB');

/** Everything that was measured. @param {Result} result */
export const asMarkdown = (result) =>
  [
    methodOf(result),
    ...result.tables.flatMap((table) => [`## ${titleOf(table)}`, tableOf(table), ...notesOn(table)]),
  ].join('\n\n');

export const titleOf = (table) => PARTS[table.part].title(table);

/** When, with what, on what. @param {Result} result */
export function methodOf({ on, machine, load, minutes }) {
  const day = new Date(on).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `Measured on ${day} with Node ${machine.node.slice(1)} on ${machine.processors} processors (${machine.model}, ${machine.memory} GB), at a load of ${load.least} to ${load.most}. It took ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
}

/** One table. @param {Table} table @param {(name: string) => boolean} [isShown] */
export function tableOf(table, isShown = () => true) {
  const { base, unit } = PARTS[table.part];
  const one = table.rows[base];
  const beside = one ? [`wall × ${asCode(base)}`, `processor × ${asCode(base)}`] : [];
  const head = ['what', `wall, ${unit}`, `processor, ${unit}`, ...beside, 'peak MB', 'runs'];
  const rows = Object.entries(table.rows)
    .filter(([name]) => isShown(name))
    .map(([name, taken]) => [
      asCode(name),
      time(taken.wall, unit),
      time(taken.cpu, unit),
      ...(one ? [ratio(taken.wall / one.wall), ratio(taken.cpu / one.cpu)] : []),
      taken.peak ?? '',
      taken.ended === undefined ? taken.runs : `ended with ${taken.ended}`,
    ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Programs that were not measured, each with the reason. */
export const notesOn = ({ missing = {} }) => {
  const reasons = [...new Set(Object.values(missing))];
  const of = (reason) => Object.keys(missing).filter((name) => missing[name] === reason);
  return reasons.length === 0
    ? []
    : [`Not measured here: ${reasons.map((reason) => `${of(reason).join(', ')} (${reason})`).join('; ')}.`];
};

const time = (ms, unit) => (unit === 'ms' ? ms.toFixed(0) : (ms / 1000).toFixed(ms < 10_000 ? 2 : 1));

export const ratio = (figure) => figure.toFixed(figure < 10 ? 2 : 0);

/** What one types stands as code; a name of a program does not. */
const asCode = (name) =>
  /^(?:--|node |check(?: --|$)|screen|explain$|rationale$|overview|policy )/.test(name) ? `\`${name}\`` : name;
