import { type Diagnostic, type Path, warning } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { holding } from './holding.ts';

type Written = NonNullable<CaseFile['analysis']>[string];

/** Texts that are released for the family, and should be looked at before they read them. */
export function familyConsistency({ analysis }: CaseFile): Diagnostic[] {
  return Object.entries(analysis ?? {}).flatMap(([id, written]) => {
    if (!written.for_family) return [];
    const path = ['analysis', id, 'for_family'];
    return holding([
      written.confidential === true && warning('release_is_confidential', CONFIDENTIAL, path),
      ...(['parents', 'child'] as const).flatMap((reader) => ofReader(written, reader, [...path, reader])),
    ]);
  });
}

const CONFIDENTIAL = safe`This text is marked confidential and released for the family. It stays on the file. Take out one of the two marks.`;

const EMPTY = safe`A text is released that is not written yet. Write the text, or take out the release.`;

function ofReader(written: Written, reader: 'parents' | 'child', path: Path): (Diagnostic | false)[] {
  const released = written.for_family?.[reader]?.trim();
  if (released === undefined) return [];
  const isWhole = released === 'whole';
  return [
    isWhole && !written.text.trim() && warning('release_is_empty', EMPTY, path),
    BLAME.test(isWhole ? written.text : released) && warning('release_may_blame', MAY_BLAME, path),
  ];
}

/** Words that tell a family that they did wrong, where saying what happened would do. */
const BLAME =
  /\b(blam(?:e|es|ed|ing)|at fault|your fault|their fault|went wrong|fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|non-complian(?:t|ce)|did not engage|(?:will|would) not engage|lack of engagement|inappropriate|chaotic|manipulative|dysfunctional|inadequate)\b/i;

/** Which word it is stays in the file: a report shows none of its narrative. */
const MAY_BLAME = safe`The family may read this as blame. Look for words such as "failed", "refused" or "chaotic". Say what happened, and what the child needs.`;
