import * as rules from '../../case/file/rules.ts';
import { SUPPRESSIONS_SHAPE } from '../../check/shapes.built.ts';
import type { Suppression } from '../../check/suppress.ts';
import type { SuppressionText } from '../../check/suppressions-schema.ts';
import { FileError } from '../../messages/errors.ts';
import { safe } from '../../messages/safe.ts';
import { readYaml } from '../../yaml/read.ts';
import { fitting, MISFIT } from '../../yaml/shape.ts';
import { readShaped } from '../read-shaped.ts';
import { readText } from '../read-text.ts';
import { SUPPRESSIONS } from '../suppressions.ts';
import { lockCase, type Runner } from './lock-case.ts';
import { isThere } from './standing.ts';
import { replaceText, writeNew } from './write-text.ts';

/**
 * Adds entries to the file; comments and entries that are there are kept. It is read under the lock, whatever was read
 * of it before. @throws UserError where there is no place for them
 */
export function addSuppressions(path: string, entries: readonly SuppressionText[], runner: Runner): void {
  locked(path, runner, () => {
    const read = isThere(path) ? readText(path) : undefined;
    const before = read === undefined ? HEAD : `${read.trimEnd()}\n`;
    const text = before.replace(/^suppressions: *\[\]$/m, 'suppressions:') + entries.map(entryText).join('');
    if (fitting(SUPPRESSIONS_SHAPE, rules)(readYaml(text).value) === MISFIT) {
      throw new FileError(
        path,
        safe`entries are added at the end: put \`suppressions:\` last, with one entry a line below it.`,
      );
    }
    if (read === undefined) writeNew(path, text);
    else replaceText(path, read, text);
  });
}

function locked<T>(path: string, runner: Runner, act: () => T): T {
  const release = lockCase(path, runner);
  try {
    return act();
  } finally {
    release();
  }
}

const HEAD = `# Findings that are known and accepted for a time. \`cpplan check --prune\` takes out what is not needed any more.
version: 1
suppressions:
`;

/** JSON strings are YAML strings. */
const entryText = ({ rule, case: id, reason, owner, expires }: SuppressionText): string =>
  `  - {rule: ${rule}, case: ${JSON.stringify(id)}, owner: ${owner}, expires: ${expires}, reason: ${JSON.stringify(reason)}}\n`;

/**
 * Takes entries out of the file; everything else is kept. They are found by what they say: the file may have grown
 * since they were read. Gives how many were taken out.
 */
export async function pruneSuppressions(path: string, stale: readonly Suppression[], runner: Runner): Promise<number> {
  const release = lockCase(path, runner);
  try {
    const read = readText(path);
    const { data } = await readShaped(path, SUPPRESSIONS);
    const left = stale.map(nameOf);
    const edits = data.suppressions.flatMap((entry, i) => {
      const at = left.indexOf(nameOf(entry));
      if (at < 0) return [];
      left.splice(at, 1);
      return [{ path: ['suppressions', i], value: undefined }];
    });
    const { edited } = await import('../../yaml/write.ts');
    if (edits.length > 0) replaceText(path, read, edited(read, edits.reverse()));
    return edits.length;
  } finally {
    release();
  }
}

const nameOf = ({ rule, case: id, expires }: Pick<Suppression, 'rule' | 'case'> & { expires: unknown }): string =>
  JSON.stringify([rule, id, String(expires)]);
