import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with some files for one test; it is gone afterwards. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = lastingFolder(files);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A small case file under the packs on repeat plans, with whatever is put below it. */
export const smallCase = (id: string, more = ''): string =>
  `version: 1\ncase: ${id}\npacks: [repeat-plans]\nprevious_plans: {complete: yes, plans: []}\n${more}`;

/** The same for several tests: who makes it takes it away. */
export function lastingFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cpplan-test-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
