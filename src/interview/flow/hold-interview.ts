import type { OpenedCase } from '../../cases/opened.ts';
import { DraftFolder } from '../../files/write/drafts.ts';
import { lockCase } from '../../files/write/lock-case.ts';
import { caseStore } from '../../files/write/write-text.ts';
import type { Io } from '../../io.ts';
import { EXIT, UserError } from '../../messages/errors.ts';
import type { Prompter } from '../prompters/prompter.ts';
import { type Answers, notAskedFor, scriptedPrompter } from '../prompters/scripted-prompter.ts';
import type { Compare } from '../returns/beside-returns.ts';
import { type InterviewEnd, interview, LAST_LOST } from './interview.ts';

/** A case file to be asked about, and how. */
export interface InterviewOrder {
  readonly opened: OpenedCase;
  /** Plain numbered lines in place of menus. */
  readonly plain: boolean;
  /** The command with which the interview goes on. */
  readonly again?: string | undefined;
  /** Answers collected elsewhere: nothing is asked of a person. */
  readonly answers?: Answers | undefined;
  /** What is happening, where the command line names it. */
  readonly occasions?: readonly string[] | undefined;
  /** What the returns say otherwise, where the case file is compared with some. */
  readonly compare?: Compare | undefined;
}

/** The case file after the sitting, and the answers collected elsewhere that were not asked for. */
export interface InterviewResult extends InterviewEnd {
  readonly notAskedFor: readonly string[];
}

/** Holds an interview at this terminal, over these pipes or by answers collected elsewhere; saves each answer. */
export async function holdInterview(
  { opened, plain, again, answers, occasions, compare }: InterviewOrder,
  io: Io,
): Promise<InterviewResult> {
  const { path } = opened;
  const { text } = opened.source;
  const release = lockCase(path, io);
  const width = widthOf(io);
  try {
    const script = answers && scriptedPrompter(answers);
    const prompter = script ?? (await prompterFor(plain, width, io));
    const drafts = answers ? undefined : new DraftFolder(path, io);
    const ended = await interview({
      basis: opened,
      text,
      prompter,
      save: caseStore(path),
      drafts,
      occasions,
      compare,
      again,
      width,
    });
    if (ended.unsaved !== undefined) throw new UserError(`${LAST_LOST} ${ended.unsaved}`, EXIT.failed);
    return { ...ended, notAskedFor: answers ? notAskedFor(answers, script?.asked ?? []) : [] };
  } finally {
    release();
  }
}

/** Width to wrap at: that of the terminal, never more than is easy to read. */
export const widthOf = ({ columns }: Io): number => Math.min(Math.max(columns, 30), 80);

/** Menus at a terminal; plain numbered lines where they are wanted. */
export async function prompterFor(plain: boolean, width: number, io: Io): Promise<Prompter> {
  if (!plain) return (await import('../prompters/inquirer-prompter.ts')).inquirerPrompter(io, width);
  const { plainPrompter } = await import('../prompters/plain-prompter.ts');
  return plainPrompter({ input: io.input, write: io.err, width, onInterrupt: io.onInterrupt });
}
