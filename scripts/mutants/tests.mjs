// Which tests touch a file: those that import it, however far away, the nearest first.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/** Files below a folder that end so. @param {string} folder @param {string} ending */
export const filesBelow = (folder, ending = '.ts') =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();

/** What each file imports, types left out. @param {readonly string[]} files @returns {Map<string, string[]>} */
export const importsOf = (files) => new Map(files.map((file) => [file, importedBy(file)]));

/** @param {string} file */
function importedBy(file) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {any} node */
  const walk = (node) => {
    if (typeof node !== 'object' || node === null || node.importKind === 'type') return;
    if (typeof node.source?.value === 'string') found.add(node.source.value);
    Object.values(node).forEach(walk);
  };
  walk(parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }));
  return [...found].filter((name) => name.startsWith('.')).map((name) => join(file, '..', name).replaceAll('\\', '/'));
}

/**
 * The test files that reach a file: the nearer a test and the shorter, the earlier it comes. Those that run the built
 * program reach it too: they come apart, for they need a build.
 * @param {string} file @param {ReadonlyMap<string, readonly string[]>} imports
 * @param {ReadonlyMap<string, number>} sound  seconds by test file, of those that can be relied on
 */
export function testsOf(file, imports, sound) {
  const importers = reversed(imports);
  const near = timed(reach(file, importers), sound);
  const whole = timed(reach('test/support/program/program.ts', importers), sound);
  return { near, whole: whole.filter(({ test }) => !near.some((one) => one.test === test)) };
}

/** @param {ReadonlyMap<string, number>} steps @param {ReadonlyMap<string, number>} sound */
function timed(steps, sound) {
  const cost = (/** @type {string} */ test) => ((sound.get(test) ?? 0) + 0.5) * 2 ** (steps.get(test) ?? 0);
  return [...steps.keys()]
    .filter((test) => sound.has(test))
    .sort((a, b) => cost(a) - cost(b))
    .map((test) => ({ test, seconds: sound.get(test) ?? 0 }));
}

/** @param {ReadonlyMap<string, readonly string[]>} imports */
function reversed(imports) {
  /** @type {Map<string, string[]>} */
  const importers = new Map();
  for (const [from, all] of imports) for (const to of all) importers.set(to, [...(importers.get(to) ?? []), from]);
  return importers;
}

/** How many steps away each file is that can be reached. @param {string} from @param {ReadonlyMap<string, readonly string[]>} next */
function reach(from, next) {
  const steps = new Map([[from, 0]]);
  for (const [file, step] of steps) {
    for (const other of next.get(file) ?? []) if (!steps.has(other)) steps.set(other, step + 1);
  }
  return steps;
}
