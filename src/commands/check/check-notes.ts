import { type Concern, type Level, linesOf } from '../../assess/case/concern.ts';
import type { Day } from '../../calendar/dates.ts';
import { assessed, type CaseOpener } from '../../cases/case-opener.ts';
import type { FiledCase } from '../../cases/opened.ts';
import { documentsFor } from '../../cases/policies.ts';
import type { CheckedFile } from '../../check/checked.ts';
import type { Documents } from '../../documents/schema.ts';
import { shortDigest } from '../../files/digest.ts';
import { MAX_LONG_BYTES, readBytes, readText } from '../../files/read-text.ts';
import { UserError } from '../../messages/errors.ts';
import { known, type Safe, safe } from '../../messages/safe.ts';
import type { Whom } from '../../report/case/audience.ts';
import type { NoteOrder } from '../../report/note/note-fields.ts';
import { type Grounds, groundsOf, outcomesOf } from '../../report/note/note-stamp.ts';
import { type NoteStatus, type Now, noteStatus } from '../../report/note/note-status.ts';
import { readStamp, type Stamp, type Stamped } from '../../report/note/stamp.ts';
import { TemplateError, type TemplateSet } from '../../report/note/template.ts';
import { noteOrder } from '../note/note-order.ts';
import { templatesFor } from '../note/notes-shared.ts';
import type { CheckContext } from './check-case.ts';

/** What notes are held against. */
export interface NoteCheckContext
  extends Pick<CheckContext, 'pathOf' | 'suppressions' | 'use' | 'tally' | 'show' | 'wanted'> {
  readonly opener: CaseOpener;
  /** The case files that were checked, by the reference of the case. */
  readonly cases: ReadonlyMap<string, string>;
}

/** Looks at one file beside the cases; undefined where it is no note that cpplan has made. */
export async function checkNote(path: string, context: NoteCheckContext): Promise<CheckedFile | undefined> {
  const text = await textOf(path);
  const stamped = text === undefined ? undefined : readStamp(text, shortDigest);
  if (text === undefined || !stamped) return undefined;
  const { status, says } = noteStatus(stamped, await nowFor(stamped, context));
  const line = text.slice(0, text.lastIndexOf('Stamp:')).split('\n').length;
  const found = [concern(status, says)].filter(context.wanted);
  const kept = context.suppressions.sift(stamped.stamp.case, found, context.use);
  context.tally.beside(kept);
  const lines = linesOf(kept, context.show, () => ({ line, column: 1 }));
  return { path: context.pathOf(path), case: stamped.stamp.case, items: lines.map(({ item }) => item) };
}

/** A file that cannot be read as text, or as Word, is no note of ours. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    if (!/\.docx$/i.test(path)) return readText(path, MAX_LONG_BYTES);
    const { wordText } = await import('../../report/word/read-word.ts');
    return wordText(readBytes(path, MAX_LONG_BYTES));
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
async function nowFor({ stamp, isPage }: Stamped, { cases, opener }: NoteCheckContext): Promise<Now | undefined> {
  const path = cases.get(stamp.case);
  const filed = path === undefined ? undefined : await opener.read(path);
  if (!filed || 'why' in filed) return undefined;
  const documents = await documentsFor(filed.policies, opener.io);
  const { texts: templates } = templatesFor({}, filed.policies.layers, opener.io);
  const [now, then] = [filed.asAt, stamp.asAt].map((day) => orderOn(day, filed, stamp, { documents, templates }));
  if (!now || !then) return undefined;
  return {
    outcomes: outcomesOf(now),
    outcomesThen: outcomesOf(then),
    grounds: groundsNow(then, isPage),
    packs: then.making.stamps,
  };
}

/** The note of a stamp as it would be made on a day; undefined where the case has no packs any more. */
function orderOn(
  day: Day,
  filed: FiledCase,
  { form, to, question, tool }: Stamp,
  { documents, templates }: { readonly documents: Documents; readonly templates: TemplateSet },
): NoteOrder | undefined {
  const opened = assessed(filed, day);
  if ('why' in opened) return undefined;
  const [reader = '', name = ''] = form.split('/');
  const whom = WHOM.includes(reader) ? (reader as Whom) : 'file';
  const order = noteOrder(opened, { for: whom, to, question }, documents);
  return {
    ...order,
    making: { ...order.making, version: tool },
    template: documents.notes[whom].forms[name] ?? '',
    templates,
    diagnostics: whom === 'file' ? opened.diagnostics : [],
  };
}

/** A note whose template cannot be filled now is compared by what its templates could name. */
function groundsNow(order: NoteOrder, isPage: boolean): Grounds {
  try {
    return groundsOf(order, isPage);
  } catch (error) {
    if (error instanceof TemplateError) return { ...groundsOf({ ...order, template: '' }, isPage), template: '' };
    throw error;
  }
}
