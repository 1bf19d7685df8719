import type { Day } from '../../calendar/dates.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import { titles } from '../../report/words/titles.ts';
import { type Prompter, Stopped } from '../prompters/prompter.ts';
import { catalogue } from './catalogue.ts';
import { say } from './interview-context.ts';
import { InterviewRun } from './interview-run.ts';
import { type Save, Session } from './session.ts';

/** One sitting with one case file. */
export interface Sit {
  /** Name of the file, as the person gave it. */
  readonly path: string;
  readonly text: string;
  readonly book: Rulebook;
  readonly asAt: Day;
  readonly prompter: Prompter;
  readonly save: Save;
  /** Opens a text in the person's own editor and gives it back changed. */
  readonly edit?: ((text: string) => string) | undefined;
  /** Width to wrap at. */
  readonly width?: number;
}

/** The case file as it stands when the sitting ends, and whether everything was asked. */
export interface InterviewEnd {
  readonly text: string;
  readonly ended: 'complete' | 'stopped';
}

/** Asks what is missing from a case, item by item, and saves after every answer. */
export async function interview({
  path,
  text,
  book,
  asAt,
  prompter,
  save,
  edit,
  width = 80,
}: Sit): Promise<InterviewEnd> {
  const tell = (words: string): void => say({ prompter, width }, words);
  const changed = (): void =>
    tell('The file was changed by another hand meanwhile. That change is kept; your answer was added to it.');
  const session = new Session(text, book, asAt, save, changed);
  const context = {
    session,
    prompter,
    width,
    edit,
    items: catalogue(book),
    titles: titles(book.vocabulary.vocabulary.roles),
    canGoBack: false,
  };
  try {
    await new InterviewRun(context).run();
    return { text: session.text, ended: 'complete' };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    tell(`\nStopped. Every answer up to here is saved in ${path}. To go on: cpplan screen ${path}`);
    return { text: session.text, ended: 'stopped' };
  } finally {
    prompter.close();
  }
}
