import type { Rulebook } from '../assess/assess.ts';
import type { Day } from '../case/dates.ts';
import { editorFrom } from '../files/edit-text.ts';
import { lockCase } from '../files/lock-case.ts';
import { caseStore } from '../files/write-case.ts';
import type { Io } from '../io.ts';
import { interview, type Sat } from './loop.ts';
import type { Prompter } from './prompter.ts';

/** A case file to be asked about, and how. */
export interface Sitting {
  readonly path: string;
  readonly text: string;
  readonly book: Rulebook;
  readonly asAt: Day;
  /** Plain numbered lines in place of menus. */
  readonly plain: boolean;
}

/** Holds an interview at this terminal, or over these pipes, and saves each answer to the case file. */
export async function sitDown({ path, text, book, asAt, plain }: Sitting, io: Io): Promise<Sat> {
  const release = lockCase(path, io);
  const width = Math.min(Math.max(io.columns, 30), 80);
  try {
    const prompter = await prompterFor(plain, width, io);
    const edit = io.interactive ? editorFrom(io.env) : undefined;
    return await interview({ path, text, book, asAt, prompter, save: caseStore(path, text), edit, width });
  } finally {
    release();
  }
}

async function prompterFor(plain: boolean, width: number, io: Io): Promise<Prompter> {
  if (plain) {
    const { plainPrompter } = await import('./plain-prompter.ts');
    return plainPrompter({ input: io.input, write: io.err, width, onInterrupt: io.onInterrupt });
  }
  const { inquirerPrompter } = await import('./inquirer-prompter.ts');
  return inquirerPrompter(io.out, width);
}
