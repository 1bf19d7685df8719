import type { OpenedCase } from '../../cases/opened.ts';
import { DraftFolder } from '../../files/write/drafts.ts';
import { lockCase } from '../../files/write/lock-case.ts';
import { caseStore } from '../../files/write/write-text.ts';
import type { Io } from '../../io.ts';
import { EXIT, UserError } from '../../messages/errors.ts';
import { prompterFor, widthOf } from '../flow/hold-interview.ts';
import { type FamilyEnd, familyInterview, lost } from './family-interview.ts';

/** The case files of several children to be asked about together. */
export interface FamilyOrder {
  readonly children: readonly { readonly opened: OpenedCase; readonly occasions?: readonly string[] | undefined }[];
  /** Plain numbered lines in place of menus. */
  readonly plain: boolean;
  /** The command with which the interview goes on. */
  readonly again: string;
}

/** Holds an interview over several case files, at this terminal or over these pipes. @throws UserError where answers are not saved */
export async function holdFamily({ children, plain, again }: FamilyOrder, io: Io): Promise<FamilyEnd['ended']> {
  const releases: (() => void)[] = [];
  try {
    for (const { opened } of children) releases.push(lockCase(opened.path, io));
    const width = widthOf(io);
    const prompter = await prompterFor(plain, width, io);
    const sits = children.map(({ opened, occasions }) => ({
      name: opened.file.case,
      basis: opened,
      text: opened.source.text,
      prompter,
      save: caseStore(opened.path),
      drafts: new DraftFolder(opened.path, io),
      occasions,
      width,
    }));
    const { ended, unsaved } = await familyInterview(sits, again);
    if (unsaved.length === 0) return ended;
    throw new UserError([lost(unsaved), ...unsaved.map(({ name, why }) => `${name}: ${why}`)].join('\n'), EXIT.failed);
  } finally {
    for (const release of releases) release();
  }
}
