import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/** The rooms of the program, from the top down: a file imports from its own room and from those below it. */
export const ROOMS = [
  ...['start', 'main', 'cli', 'commands', 'completion', 'interview', 'cases', 'io', 'files', 'import', 'documents'],
  ...['report', 'check', 'assess', 'case', 'policy', 'facts', 'calendar', 'yaml', 'logic', 'messages', 'version'],
];

/** Every file of a folder, with the files below it. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** The files that each file of `src` imports, types and imports on demand included. */
export function importsOf(files: readonly string[]): Map<string, string[]> {
  return new Map(files.map((file) => [file, importedBy(file)]));
}

function importedBy(file: string): string[] {
  const found = new Set<string>();
  eachNode(parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }), ({ source }) => {
    const name = (source as { value?: unknown } | undefined)?.value;
    if (typeof name === 'string' && name.startsWith('.')) found.add(join(file, '..', name));
  });
  return [...found].sort();
}

/** `import … from`, `export … from`, `import()` and the type of the same name all keep the path as their source. */
export function eachNode(node: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) visit(node as Record<string, unknown>);
  for (const part of Object.values(node)) eachNode(part, visit);
}

/** The room of a file: the first folder below `src`, or the name of a file that stands there by itself. */
export const roomOf = (file: string): string => (file.split('/')[1] ?? '').replace(/\.ts$/, '');

/** Groups of files that import one another in a circle, each in a fixed order. */
export function circles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const reach = new Map([...imports.keys()].map((file) => [file, reachedFrom(file, imports)]));
  const inOne = (a: string, b: string): boolean => Boolean(reach.get(a)?.has(b) && reach.get(b)?.has(a));
  const groups = [...imports.keys()]
    .filter((file) => inOne(file, file))
    .map((file) => [...imports.keys()].filter((other) => inOne(file, other)).sort());
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}

function reachedFrom(start: string, imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const next of imports.get(file) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}
