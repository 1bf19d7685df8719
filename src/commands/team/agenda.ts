import { dayOfRun } from '../../cases/day.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode } from '../../messages/errors.ts';
import { htmlNote } from '../../report/note/html.ts';
import { AGENDA_HEAD, agendaMarkdown } from '../../report/team/agenda.ts';
import { plainNote } from '../../report/words/plain-note.ts';
import { widthFor } from '../../report/words/style.ts';
import { noteForm, putWord } from '../note/note-output.ts';
import { put } from '../put.ts';
import { teamFolder, tellUnread } from './team-folder.ts';
import type { TeamOptions } from './team-options.ts';

export interface AgendaOptions extends TeamOptions {
  readonly format?: string;
}

/** By these words each form is known again. */
const MARKS = { markdown: AGENDA_HEAD, html: `<title>${AGENDA_HEAD.slice(2)}`, text: AGENDA_HEAD.slice(2) };

/** `cpplan agenda`: what to talk through in supervision. */
export async function agenda(paths: readonly string[], options: AgendaOptions, io: Io): Promise<ExitCode> {
  const form = noteForm(options, 'text');
  const { exit, cases, unread } = await teamFolder(paths, options, io);
  if (exit === EXIT.interrupted) return exit;
  const whose = [options.worker, options.team].filter((part) => part !== undefined);
  const markdown = agendaMarkdown(cases, whose);
  if (form === 'word') {
    await putWord(
      { markdown, foot: 'Supervision', asAt: cases[0]?.row.as_at ?? dayOfRun(options, io) },
      '',
      options,
      io,
    );
  } else {
    const text = {
      markdown: () => markdown,
      html: () => htmlNote(markdown),
      text: () => plainNote(markdown, widthFor(io.columns)),
    };
    put(text[form](), { marked: MARKS[form] }, options, io);
  }
  tellUnread(unread.length, 'stand in no agenda', io);
  return exit;
}
