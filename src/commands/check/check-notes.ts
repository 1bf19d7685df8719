import { assess } from '../../assess/case/assess.ts';
import { type Concern, type Level, linesOf } from '../../assess/case/concern.ts';
import { readCase } from '../../case/file/read-case.ts';
import type { CheckedFile } from '../../check/checked.ts';
import type { Documents } from '../../documents/schema.ts';
import { shortDigest } from '../../files/digest.ts';
import { readText } from '../../files/read-text.ts';
import { UserError } from '../../messages/errors.ts';
import { known, type Safe, safe } from '../../messages/safe.ts';
import type { Whom } from '../../report/case/audience.ts';
import { factsOf, outcomesOf } from '../../report/note/note-stamp.ts';
import { type NoteStatus, type Now, noteStatus } from '../../report/note/note-status.ts';
import { readStamp, type Stamp } from '../../report/note/stamp.ts';
import { noteOrder } from '../note/note-order.ts';
import { type CheckContext, underFolder } from './check-case.ts';

/** What notes are held against. */
export interface NoteCheckContext
  extends Pick<CheckContext, 'bookFor' | 'configs' | 'dayOf' | 'suppressions' | 'tally' | 'show' | 'wanted'> {
  readonly documents: Documents;
  /** The case files that were checked, by the reference of the case. */
  readonly cases: ReadonlyMap<string, string>;
}

/** Looks at one file beside the cases; undefined where it is no note that cpplan has made. */
export async function checkNote(path: string, context: NoteCheckContext): Promise<CheckedFile | undefined> {
  const text = textOf(path);
  const stamped = text === undefined ? undefined : readStamp(text, shortDigest);
  if (text === undefined || !stamped) return undefined;
  const { status, says } = noteStatus(stamped, await nowFor(stamped.stamp, context));
  const line = text.slice(0, text.lastIndexOf('Stamp:')).split('\n').length;
  const found = [concern(status, says)].filter(context.wanted);
  const kept = context.suppressions.sift(stamped.stamp.case, found, []);
  context.tally.beside(kept);
  const lines = linesOf(kept, context.show, () => ({ line, column: 1 }));
  return { path, case: stamped.stamp.case, items: lines.map(({ item }) => item) };
}

/** A file that cannot be read as text is no note of ours. */
function textOf(path: string): string | undefined {
  try {
    return readText(path);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const LEVEL_OF: Readonly<Record<NoteStatus, Level>> = {
  outcome_would_differ: 'outstanding',
  edited_by_hand: 'outstanding',
  case_missing: 'note',
  facts_changed: 'note',
  pack_changed: 'note',
  current: 'note',
};

const concern = (status: NoteStatus, says: Safe): Concern => ({
  level: LEVEL_OF[status],
  rule: safe`note_${known(status)}`,
  about: 'file',
  clauses: [],
  says,
  path: [],
  at: 'value',
});

const WHOM: readonly string[] = ['file', 'conference', 'family'] satisfies Whom[];

/** What the same note would rest on today; undefined where its case is not there, or cannot be read any more. */
async function nowFor(stamp: Stamp, context: NoteCheckContext): Promise<Now | undefined> {
  const { cases, bookFor, dayOf, documents } = context;
  const path = cases.get(stamp.case);
  const read = path === undefined ? undefined : readCase(readText(path)).file;
  if (path === undefined || !read) return undefined;
  const file = await underFolder(path, read, context);
  const book = bookFor(file);
  const whom = stamp.form.split('/')[0] ?? '';
  const choice = {
    for: WHOM.includes(whom) ? (whom as Whom) : 'file',
    to: stamp.to,
    question: stamp.question,
  } as const;
  const orderOn = (day: string) => ({
    ...noteOrder({ file, book, assessment: assess(file, book, day) }, choice, documents),
    template: '',
    templates: {},
    diagnostics: [],
  });
  const then = orderOn(stamp.asAt);
  return {
    outcomes: outcomesOf(orderOn(dayOf(file))),
    outcomesThen: outcomesOf(then),
    facts: factsOf(then, stamp.form),
    packs: then.making.stamps,
  };
}
