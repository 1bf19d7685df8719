import type { Assessment } from '../../assess/case/assessment.ts';
import { ON_FILE } from '../case/audience.ts';
import { timelineOf, timelineText } from '../case/timeline.ts';
import { timelineSvg } from '../case/timeline-svg.ts';
import { plainNote } from '../words/plain-note.ts';
import { htmlNote } from './html.ts';
import { type NoteOrder, noteFields } from './note-fields.ts';
import { type NoteName, stampOf } from './note-stamp.ts';
import { sealed, stampLine } from './stamp.ts';
import { fill } from './template.ts';

/** A note on a case, as Markdown, without its stamp. @throws TemplateError for a fault in a template */
export const note = (order: NoteOrder): string => fill(order.template, order.templates, noteFields(order));

/** A note in one of its forms, with its stamp. @throws TemplateError for a fault in a template */
export function noteIn(format: NoteFormat, order: NoteOrder, name: NoteName): string {
  const stamped = `${note(order)}\n${stampLine(stampOf(order, name))}\n`;
  return sealed(inFormat(stamped, format, order.assessment, order.audience), order.making.digest);
}

/** The forms in which a note can be had. */
export const NOTE_FORMATS = ['markdown', 'html', 'text'] as const;

export type NoteFormat = (typeof NOTE_FORMATS)[number];

/** A Markdown note in another form. */
export function inFormat(markdown: string, format: NoteFormat, assessment: Assessment, audience = ON_FILE): string {
  if (format === 'markdown') return markdown;
  if (format === 'text') return plainNote(markdown);
  const timeline = timelineOf(assessment, audience);
  const words = timelineText(timeline);
  const picture = { words, svg: timelineSvg(timeline, `Picture of time: ${words}`) };
  return htmlNote(markdown, [picture], audience.whom === 'family' ? 'large' : 'usual');
}
