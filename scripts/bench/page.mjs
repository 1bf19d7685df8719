// The page on benchmarks: its tables are made from the result that stands beside it.
import { goalsTable } from './goals.mjs';
import { methodOf, notesOn, tableOf, titleOf } from './tables.mjs';

const PLACE = /(<!-- benchmarks: (?<name>[a-z]+), made by npm run docs -->\n)[\s\S]*?(<!-- end of benchmarks -->)/g;

/** A page with its tables made anew. @param {string} text @param {import('./tables.mjs').Result} result */
export const withBenchmarks = (text, result) =>
  text.replace(PLACE, (_, head, name, end) => `${head}\n${blockFor(name, result)}\n\n${end}`);

function blockFor(name, result) {
  if (name === 'method') return methodOf(result);
  if (name === 'goals') return goalsTable(result);
  const tables = result.tables.filter(({ part }) => part === name);
  const blocks = tables.flatMap((table) => [
    ...(tables.length > 1 ? [`### ${titleOf(table)}`] : []),
    tableOf(table),
    ...notesOn(table),
  ]);
  return blocks.length > 0 ? blocks.join('\n\n') : 'Not measured.';
}
