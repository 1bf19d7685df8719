import type { Assessment } from '../../assess/case/assessment.ts';
import { ON_FILE } from '../case/audience.ts';
import { plainNote } from '../words/plain-note.ts';
import { htmlNote } from './html.ts';
import type { NoteOrder } from './note-fields.ts';
import { type NoteName, stampedNote } from './note-stamp.ts';
import { pictureOf } from './note-text.ts';
import { sealed } from './stamp.ts';

/** A note in one of its forms, with its stamp. @throws TemplateError for a fault in a template */
export function noteIn(format: NoteFormat, order: NoteOrder, name: NoteName): string {
  const stamped = stampedNote(order, name, format === 'html');
  return sealed(inFormat(stamped, format, order.assessment, order.audience), order.making.digest);
}

/** The forms in which a note can be had. */
export const NOTE_FORMATS = ['markdown', 'html', 'text'] as const;

export type NoteFormat = (typeof NOTE_FORMATS)[number];

/** A Markdown note in another form. */
export function inFormat(markdown: string, format: NoteFormat, assessment: Assessment, audience = ON_FILE): string {
  if (format === 'markdown') return markdown;
  if (format === 'text') return plainNote(markdown);
  return htmlNote(markdown, [pictureOf({ assessment, audience })], audience.whom === 'family' ? 'large' : 'usual');
}
