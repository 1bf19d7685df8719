import { fieldsUnderAny, type NoteOrder } from './note-fields.ts';
import { note, pictureOf } from './note-text.ts';
import { type Stamp, sealed, stampLine } from './stamp.ts';

/** What a note is called in its stamp. */
export type NoteName = Pick<Stamp, 'form' | 'question'>;

/** A note as Markdown, with its stamp. @throws TemplateError for a fault in a template */
export const markdownNote = (order: NoteOrder, name: NoteName): string =>
  sealed(stampedNote(order, name, false), order.making.digest);

/** The same before the digest of its words stands in the stamp. @param isPage whether it becomes a web page */
export function stampedNote(order: NoteOrder, name: NoteName, isPage: boolean): string {
  const text = note(order);
  return `${text}\n${stampLine(stampOf(order, name, isPage, text))}\n`;
}

/** The stamp of a note that is made now. */
export function stampOf(order: NoteOrder, name: NoteName, isPage: boolean, text: string): Stamp {
  const { assessment, making, audience } = order;
  return {
    ...name,
    case: assessment.file.case,
    to: audience.recipient?.id,
    asAt: assessment.asAt,
    tool: making.version,
    packs: making.stamps,
    outcomes: outcomesOf(order),
    ...groundsOf(order, isPage, text),
  };
}

/**
 * What a note rests on, as digests: of its own words, and of its picture where it is a web page, so that it is no longer true exactly where made
 * anew it would read otherwise; and of everything that a template can name, for one whose template is not at hand.
 */
export interface Grounds {
  readonly template: string;
  readonly facts: string;
  readonly fields: string;
}

export function groundsOf(order: NoteOrder, isPage: boolean, text = note(order)): Grounds {
  const { digest } = order.making;
  const { words, svg } = pictureOf(order);
  const picture = isPage && text.includes(words) ? svg : '';
  return {
    template: digest(JSON.stringify(Object.entries(order.templates).sort())),
    facts: digest(`${text.replace(/\s+/g, ' ').trim()}${picture}`),
    fields: digest(JSON.stringify(fieldsUnderAny(order))),
  };
}

/**
 * Per question that arises its outcome, or those between which it is undecided. A form for the family carries
 * no more than a digest of them: its readers are told in plain words.
 */
export function outcomesOf({ assessment: { questions }, audience, making }: NoteOrder): Stamp['outcomes'] {
  const asked = questions.filter((q) => q.state !== 'not_in_play');
  const isAlone = (id: string): boolean => asked.filter((q) => q.id === id).length === 1;
  const ends = asked.map((q): [string, readonly string[]] => [
    isAlone(q.id) ? q.id : `${q.pack.pack.pack}.${q.id}`,
    q.possible,
  ]);
  return audience.whom === 'family' ? { all: [making.digest(JSON.stringify(ends))] } : Object.fromEntries(ends);
}
