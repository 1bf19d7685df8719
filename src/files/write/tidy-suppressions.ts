import { existsSync } from 'node:fs';
import * as rules from '../../case/file/rules.ts';
import { SUPPRESSIONS_SHAPE } from '../../check/shapes.built.ts';
import type { SuppressionText } from '../../check/suppressions-schema.ts';
import { UserError } from '../../messages/errors.ts';
import { readYaml } from '../../yaml/read.ts';
import { fitting, MISFIT } from '../../yaml/shape.ts';
import { readShaped } from '../read-shaped.ts';
import { readText } from '../read-text.ts';
import { SUPPRESSIONS } from '../suppressions.ts';
import { writeText } from './write-text.ts';

/** Adds entries to the file; comments and entries that are there are kept. @throws UserError where there is no place for them */
export function addSuppressions(path: string, entries: readonly SuppressionText[]): void {
  const before = existsSync(path) ? readText(path).replace(/\n*$/, '\n') : HEAD;
  const text = before.replace(/^suppressions: *\[\]$/m, 'suppressions:') + entries.map(entryText).join('');
  if (fitting(SUPPRESSIONS_SHAPE, rules)(readYaml(text).value) === MISFIT) {
    throw new UserError(
      `${path}: entries are added at the end: put \`suppressions:\` last, with one entry a line below it.`,
    );
  }
  writeText(path, text);
}

const HEAD = `# Findings that are known and accepted for a time. \`cpplan check --prune\` takes out what is not needed any more.
version: 1
suppressions:
`;

/** JSON strings are YAML strings. */
const entryText = ({ rule, case: id, reason, owner, expires }: SuppressionText): string =>
  `  - {rule: ${rule}, case: ${JSON.stringify(id)}, owner: ${owner}, expires: ${expires}, reason: ${JSON.stringify(reason)}}\n`;

/** Takes the entries on some lines out of the file; everything else is kept. */
export async function pruneSuppressions(path: string, lines: ReadonlySet<number>): Promise<void> {
  const { data, source } = await readShaped(path, SUPPRESSIONS);
  const { edited } = await import('../../yaml/write.ts');
  const edits = data.suppressions
    .map((_, i) => ({ path: ['suppressions', i], value: undefined }))
    .filter(({ path: at }) => lines.has(source.locate(at).line))
    .reverse();
  writeText(path, edited(source.text, edits));
}
