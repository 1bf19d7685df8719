import type { CaseBasis } from '../../cases/reopen-case.ts';
import { fileName } from '../../messages/safe.ts';
import { titles } from '../../report/words/titles.ts';
import { catalogue } from '../agenda/catalogue.ts';
import { type Prompter, Stopped } from '../prompters/prompter.ts';
import { BesideReturns, type Compare } from '../returns/beside-returns.ts';
import { type ChildOfFamily, type Drafts, type InterviewContext, say } from './interview-context.ts';
import { InterviewRun } from './interview-run.ts';
import { type Save, Session } from './session.ts';

/** One sitting with one case file. */
export interface Sit {
  readonly basis: CaseBasis;
  readonly text: string;
  readonly prompter: Prompter;
  readonly save: Save;
  /** Texts that are written outside the case file. */
  readonly drafts?: Drafts | undefined;
  /** What is happening, where it was named before anything is asked. */
  readonly occasions?: readonly string[] | undefined;
  /** What the returns say otherwise, where the case file is compared with some. */
  readonly compare?: Compare | undefined;
  /** The command with which the interview goes on. */
  readonly again?: string | undefined;
  /** Width to wrap at. */
  readonly width?: number;
}

/** The case file as it stands when the sitting ends, and whether everything was asked. */
export interface InterviewEnd {
  readonly text: string;
  readonly ended: 'complete' | 'stopped';
  /** Why the last answers could not be saved, where they could not. */
  readonly unsaved?: string;
}

/** Asks what is missing from a case, item by item, and saves after every answer. */
export async function interview(sit: Sit): Promise<InterviewEnd> {
  const { prompter, basis } = sit;
  const context = contextOf(sit);
  const { session } = context;
  const end = (ended: InterviewEnd['ended']): InterviewEnd => {
    session.saveAgain();
    const { unsaved } = session;
    return { text: session.text, ended, ...(unsaved !== undefined && { unsaved }) };
  };
  try {
    await new InterviewRun(context).run();
    return end('complete');
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const ended = end('stopped');
    const saved = ended.unsaved === undefined;
    say(
      context,
      `\nStopped. ${saved ? `Every answer up to here is saved in ${fileName(basis.path)}.` : LAST_LOST} To go on: ${sit.again ?? `cpplan screen ${fileName(basis.path)}`}`,
    );
    return ended;
  } finally {
    prompter.close();
  }
}

/** What the questions of a sitting have at hand; a child of a family is named in what is told of its file. */
export function contextOf(
  { basis, text, prompter, save, drafts, occasions, compare, width = 80 }: Sit,
  child?: ChildOfFamily,
): InterviewContext {
  const { book } = basis;
  const tell = (words: string): void => say({ prompter, width }, child ? `${child.name}: ${words}` : words);
  const news = {
    changed: (how: keyof typeof CHANGED) => tell(CHANGED[how]),
    failed: (why: string) => tell(notSaved(why)),
  };
  return {
    session: new Session(basis, text, save, news),
    prompter,
    width,
    drafts,
    occasions,
    child,
    returns: compare && new BesideReturns(compare),
    items: catalogue(book),
    titles: titles(book.roles),
    canGoBack: false,
  };
}

const CHANGED = {
  added: 'The file was changed by another hand meanwhile. That change is kept; your answer was added to it.',
  merged:
    'The file was changed by another hand meanwhile: somebody wrote in the same text. Both texts are kept, theirs first. Please read it through.',
  lost: 'The file was changed by another hand meanwhile: somebody answered the same, or took away what your answer was about. What they wrote stands, and your last answer was not saved. You can change it when the answers are checked.',
};

const notSaved = (why: string): string => `Not saved: ${why} Your answer is kept, and tried again.`;

/** What is said where the program ends with answers that are nowhere but in it. */
export const LAST_LOST = 'The last answers could not be saved.';
