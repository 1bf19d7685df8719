import { type Diagnostic, type Path, warning } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import type { CaseFile } from '../file/case-schema.ts';

type Analysis = NonNullable<CaseFile['analysis']>;

const READERS = ['parents', 'child'] as const;

/** Texts that are released for the family, and should be looked at before they read them: that goes to `found`. */
export function familyConsistency(analysis: Analysis, found: Diagnostic[]): void {
  for (const id in analysis) {
    const written = analysis[id];
    if (!written?.for_family) continue;
    const path = ['analysis', id, 'for_family'];
    if (written.confidential === true) found.push(warning('release_is_confidential', CONFIDENTIAL, path));
    for (const reader of READERS) {
      const released = written.for_family[reader]?.trim();
      if (released !== undefined) ofReader(released, written.text, [...path, reader], found);
    }
  }
}

const CONFIDENTIAL = safe`This text is marked confidential and released for the family. It stays on the file. Take out one of the two marks.`;

const EMPTY = safe`A text is released that is not written yet. Write the text, or take out the release.`;

function ofReader(released: string, text: string, path: Path, found: Diagnostic[]): void {
  const isWhole = released === 'whole';
  if (isWhole && !text.trim()) found.push(warning('release_is_empty', EMPTY, path));
  if (BLAME.test(isWhole ? text : released)) found.push(warning('release_may_blame', MAY_BLAME, path));
}

/** Words that tell a family that they did wrong, where saying what happened would do. */
const BLAME =
  /\b(blam(?:e|es|ed|ing)|at fault|your fault|their fault|went wrong|fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|non-complian(?:t|ce)|did not engage|(?:will|would) not engage|lack of engagement|inappropriate|chaotic|manipulative|dysfunctional|inadequate)\b/i;

/** Which word it is stays in the file: a report shows none of its narrative. */
const MAY_BLAME = safe`The family may read this as blame. Look for words such as "failed", "refused" or "chaotic". Say what happened, and what the child needs.`;
