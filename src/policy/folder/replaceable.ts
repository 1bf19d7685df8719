import { error, type Path } from '../../messages/diagnostic.ts';
import { known, type Safe } from '../../messages/safe.ts';
import type { Source } from '../../yaml/read.ts';

/** What a folder of policies can put in the place of something that it extends, in words. */
export const REPLACEABLE = {
  fact: 'the fact',
  role: 'the role',
  meeting: 'the kind of meeting',
  occasion: 'the occasion',
  event: 'the event',
  contradiction: 'the contradiction',
  pack: 'the pack',
  profile: 'the authority',
  document: 'the document',
  note: 'the forms of the note',
  call: 'the number to call',
  template: 'the template',
} as const;

export type Replaceable = keyof typeof REPLACEABLE;

/** Something that a folder puts in the place of what it extends. */
export interface Replacement {
  readonly kind: Replaceable;
  readonly id: string;
  readonly reason: Safe;
  /** Where the manifest says so. */
  readonly path: Path;
}

/** What a folder of policies says of itself. */
export interface Manifest {
  readonly extends: string;
  readonly replaces: readonly Replacement[];
  readonly source: Source;
}

/** What is wrong with a replacement. */
export const atReplacement = ({ path }: Replacement, says: string) => error('replaces_nothing', known(says), path);
