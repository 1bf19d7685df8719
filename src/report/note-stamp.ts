import type { Audience } from './audience.ts';
import { type NoteOrder, noteFields } from './note-fields.ts';
import type { Stamp } from './stamp.ts';
import type { Field, Fields } from './template.ts';

/** What a note shows of a case; its other fields are words of the packs or of the tool. */
const SHOWN: Readonly<Record<Audience['whom'], readonly string[]>> = {
  file: [
    'answers',
    'not_in_play',
    'tasks',
    'maybe_clauses',
    'done',
    'written_clauses',
    'unknown',
    'factors',
    'reasons',
    'dates',
    'plans',
    'analyses',
    'decisions',
    'to_decide',
  ],
  conference: [
    'answers',
    'not_in_play',
    'tasks',
    'maybe_clauses',
    'done',
    'written_clauses',
    'unknown',
    'factors',
    'dates',
    'plans',
    'analyses',
  ],
  family: ['answers', 'family', 'dates'],
};

/** The part of a note's fields that comes from the case: an edit that changes none of it leaves the note true. */
export function shownOf(order: NoteOrder): Fields {
  const fields = noteFields({ ...order, shelf: {} });
  return Object.fromEntries(SHOWN[order.audience.whom].map((name) => [name, fields[name] as Field]));
}

/** What a note is called in its stamp. */
export type NoteName = Pick<Stamp, 'form' | 'question'>;

/** The stamp of a note that is made now. */
export function stampOf(order: NoteOrder, name: NoteName): Stamp {
  const { assessment, making, audience } = order;
  return {
    ...name,
    case: assessment.file.case,
    to: audience.recipient?.id,
    asAt: assessment.asAt,
    tool: making.version,
    packs: making.stamps,
    outcomes: outcomesOf(order),
    facts: factsOf(order),
  };
}

/** Digest of what a note shows of its case. */
export const factsOf = (order: NoteOrder): string => order.making.digest(JSON.stringify(shownOf(order)));

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
