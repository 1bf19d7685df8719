import type { Assessment } from '../assess/assessment.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { htmlNote } from './html.ts';
import { type Making, noteFields } from './note-fields.ts';
import { plainNote } from './plain-note.ts';
import { fill, type Shelf } from './template.ts';
import { timelineOf, timelineText } from './timeline.ts';
import { timelineSvg } from './timeline-svg.ts';
import type { Titles } from './titles.ts';

/** A note on a case, as Markdown, by a template of a shelf. @throws TemplateError for a fault in a template */
export function note(
  template: string,
  shelf: Shelf,
  assessment: Assessment,
  diagnostics: readonly Diagnostic[],
  title: Titles,
  making: Making,
): string {
  return fill(template, shelf, noteFields(assessment, diagnostics, title, making, shelf));
}

/** The forms in which a note can be had. */
export const NOTE_FORMATS = ['markdown', 'html', 'text'] as const;

export type NoteFormat = (typeof NOTE_FORMATS)[number];

/** A Markdown note in another form. */
export function inFormat(markdown: string, format: NoteFormat, assessment: Assessment): string {
  if (format === 'markdown') return markdown;
  if (format === 'text') return plainNote(markdown);
  const timeline = timelineOf(assessment);
  const words = timelineText(timeline);
  return htmlNote(markdown, [{ words, svg: timelineSvg(timeline, `Picture of time: ${words}`) }]);
}
