import { type NoteOrder, noteFields } from './note-fields.ts';
import type { Stamp } from './stamp.ts';
import type { Field, Fields } from './template.ts';

const TO_DO = ['tasks', 'unrecorded', 'maybe_clauses', 'unknown'];
const WHOLE = [...TO_DO, 'answers', 'not_in_play', 'done', 'written_clauses', 'factors', 'dates', 'plans', 'analyses'];

/** What each form shows of a case; its other fields are words of the packs or of the tool. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'file/short': [...TO_DO, 'answers', 'not_in_play', 'decisions', 'to_decide'],
  'file/actions': [...TO_DO, 'done', 'written_clauses'],
  file: [...WHOLE, 'reasons', 'decisions', 'to_decide'],
  'conference/actions': [...TO_DO, 'done', 'written_clauses'],
  conference: WHOLE,
  family: ['answers', 'family'],
};

/** The part of a note's fields that comes from the case: an edit that changes none of it leaves the note true. */
export function shownOf(order: NoteOrder, form: string): Fields {
  const { whom } = order.audience;
  const fields = noteFields({ ...order, templates: {} });
  const shown = Object.fromEntries((SHOWN[form] ?? SHOWN[whom] ?? []).map((name) => [name, fields[name] as Field]));
  if (whom !== 'family') return shown;
  const { on_plan_now: onPlan = null } = fields.facts as Fields;
  return { ...shown, answers: plainAnswers(shown.answers as readonly Fields[]), onPlan };
}

/** The family is told in words of its own how a question ends, and nothing else of it. */
const plainAnswers = (answers: readonly Fields[]): Field =>
  answers.map(({ id, outcome, arises }) => ({ id, outcome, arises }) as Fields);

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
    facts: factsOf(order, name.form),
  };
}

/** Digest of what a note shows of its case. */
export const factsOf = (order: NoteOrder, form: string): string =>
  order.making.digest(JSON.stringify(shownOf(order, form)));

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
