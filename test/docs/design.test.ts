import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf } from '../architecture/imports.ts';
import { proseOf } from './pages.ts';

const sections = proseOf('docs/design.md').split(/^## /m);
const imports = importsOf(filesBelow('src'));

/** The files that the numbered steps of a section name. */
function filesIn(heading: string): string[] {
  const section = sections.find((text) => text.startsWith(heading)) ?? '';
  const steps = section.slice(section.search(/^1\. /m));
  return [...steps.matchAll(/`(src\/[\w./-]+\.ts)`/g)].map(([, path]) => path ?? '');
}

function reachedFrom(start: string): Set<string> {
  const reached = new Set([start]);
  for (const file of reached) for (const next of imports.get(file) ?? []) reached.add(next);
  return reached;
}

describe('the steps of the design page', () => {
  test.each([
    ['One case, from its file to the screen', 'src/start/main-entry.ts', 12],
    ['One answer, from the keyboard to the file', 'src/commands/screen.ts', 5],
  ])('%s: the program takes each of them', (heading, start, least) => {
    const files = filesIn(heading);
    expect(files.length).toBeGreaterThanOrEqual(least);
    const reached = reachedFrom(start);
    expect(files.filter((file) => !reached.has(file))).toEqual([]);
  });

  test('a file that the program does not use is seen', () => {
    expect(reachedFrom('src/commands/screen.ts')).not.toContain('src/policy/mutate/mutants.ts');
  });
});
