import type { Io } from '../../io.ts';
import type { WordNote } from '../../report/word/word-file.ts';
import { formFor } from '../output-form.ts';
import { put } from '../put.ts';

/** The endings of files that hold a note, a letter or a sheet, and the form of each. */
export const NOTE_ENDINGS = { '.md': 'markdown', '.html': 'html', '.txt': 'text', '.docx': 'word' } as const;

export type NoteForm = (typeof NOTE_ENDINGS)[keyof typeof NOTE_ENDINGS];

/** Where a note goes, and in which form. */
export interface NoteOutput {
  readonly format?: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** The form that was asked for; Word goes to a file alone. @throws UserError for an ending that names none */
export const noteForm = (options: NoteOutput, usual: NoteForm = 'markdown'): NoteForm =>
  formFor(options, NOTE_ENDINGS, usual);

/** Writes a note as a Word file. The code for it is loaded only here. */
export async function putWord(note: WordNote, about: string, options: NoteOutput, io: Io): Promise<void> {
  const { wordFile } = await import('../../report/word/word-file.ts');
  const { wordText } = await import('../../report/word/read-word.ts');
  put(await wordFile(note), { about, asText: wordText }, options, io);
}
