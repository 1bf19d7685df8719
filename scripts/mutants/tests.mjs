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
 * The test files that reach a file, the nearest first. Those that run the built program reach it too: they come apart,
 * for they need a build. @param {string} file @param {ReadonlyMap<string, readonly string[]>} imports
 */
export function testsOf(file, imports) {
  const importers = reversed(imports);
  const near = reach([file], importers).filter((one) => one.endsWith('.test.ts'));
  const whole = reach(['test/support/program.ts'], importers).filter((one) => one.endsWith('.test.ts'));
  return { near, whole: whole.filter((one) => !near.includes(one)) };
}

/** @param {ReadonlyMap<string, readonly string[]>} imports */
function reversed(imports) {
  /** @type {Map<string, string[]>} */
  const importers = new Map();
  for (const [from, all] of imports) for (const to of all) importers.set(to, [...(importers.get(to) ?? []), from]);
  return importers;
}

/** What can be reached, the nearest first. @param {string[]} open @param {ReadonlyMap<string, readonly string[]>} next */
function reach(open, next) {
  const seen = new Set(open);
  for (const file of open) {
    for (const other of next.get(file) ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return open;
}
