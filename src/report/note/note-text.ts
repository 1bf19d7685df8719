import { timelineOf, timelineText } from '../case/timeline.ts';
import { timelineSvg } from '../case/timeline-svg.ts';
import type { Picture } from './html.ts';
import { type NoteOrder, noteFields } from './note-fields.ts';
import { fill } from './template.ts';

/** A note on a case, as Markdown, without its stamp. @throws TemplateError for a fault in a template */
export const note = (order: NoteOrder): string => fill(order.template, order.templates, noteFields(order));

/** The picture of time that stands in the place of its words, where a note is a web page. */
export function pictureOf({ assessment, audience }: Pick<NoteOrder, 'assessment' | 'audience'>): Picture {
  const timeline = timelineOf(assessment, audience);
  const words = timelineText(timeline);
  return { words, svg: timelineSvg(timeline, `Picture of time: ${words}`) };
}
