import { type Day, exactly } from '../../calendar/dates.ts';
import { type Diagnostic, error, type Path } from '../../messages/diagnostic.ts';
import { onDay, safe } from '../../messages/safe.ts';
import type { CaseFile } from '../file/case-schema.ts';
import type { Entry } from '../file/entry.ts';
import { isNotKnown, provenanceOf } from '../file/entry-value.ts';
import { range } from '../sheet/records.ts';
import { isAfter } from './holding.ts';

type When = string | number | undefined;

/** Answers, records, texts and decisions that are dated after the day of the assessment. */
export function recordConsistency(file: CaseFile, asAt: Day): Diagnostic[] {
  const found: Diagnostic[] = [];
  const today = exactly(asAt);
  const look: Look = (date, ...path) => {
    if (date === undefined || !isAfter(range(date), today)) return;
    const says = safe`This is dated after ${onDay(asAt)}, the day of this assessment: correct the date, or leave it out until it has happened.`;
    found.push(error('recorded_in_future', says, path));
  };
  entries(file, look);
  texts(file, look);
  happened(file, look);
  return found;
}

/** Looks at a date, and at nothing else of what it belongs to: nearly all of them are in order. */
type Look = (date: When, ...path: Path) => void;

function entries({ dates, answers, records, checklists = {} }: CaseFile, look: Look): void {
  ofSection(dates, look, 'dates');
  ofSection(answers, look, 'answers');
  ofSection(records, look, 'records');
  for (const list in checklists) ofSection(checklists[list], look, 'checklists', list);
}

function ofSection(values: Readonly<Record<string, Entry>> | undefined, look: Look, ...path: Path): void {
  for (const id in values) {
    const entry = values[id];
    if (!isNotKnown(entry)) look(provenanceOf(entry).date, ...path, id, 'date');
    else for (const [i, { date }] of (entry.accounts ?? []).entries()) look(date, ...path, id, 'accounts', i, 'date');
  }
}

function texts({ analysis = {}, decisions = [] }: CaseFile, look: Look): void {
  for (const id in analysis) {
    look(analysis[id]?.date, 'analysis', id, 'date');
    look(analysis[id]?.for_family?.date, 'analysis', id, 'for_family', 'date');
  }
  for (const [i, { date }] of decisions.entries()) look(date, 'decisions', i, 'date');
}

function happened({ occurrences }: CaseFile, look: Look): void {
  for (const [i, { date, stage_since: since, closed }] of (occurrences?.list ?? []).entries()) {
    look(date, 'occurrences', 'list', i, 'date');
    look(since, 'occurrences', 'list', i, 'stage_since');
    look(closed, 'occurrences', 'list', i, 'closed');
  }
}
