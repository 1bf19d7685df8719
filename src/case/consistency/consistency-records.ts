import { type Day, exactly } from '../../calendar/dates.ts';
import { type Diagnostic, error, type Path } from '../../messages/diagnostic.ts';
import { onDay, safe } from '../../messages/safe.ts';
import type { CaseFile } from '../file/case-schema.ts';
import type { Entry } from '../file/entry.ts';
import { isNotKnown } from '../file/entry-value.ts';
import { range } from '../sheet/records.ts';
import { isAfter } from './order.ts';

/** Answers, records, texts and decisions that are dated after the day of the assessment: each goes to `found`. */
export function recordConsistency(file: CaseFile, asAt: Day, found: Diagnostic[]): void {
  const today = exactly(asAt);
  const look: Look = (date, path, ...key) => {
    if (date === undefined || !isAfter(range(date), today)) return;
    const says = safe`This is dated after ${onDay(asAt)}, the day of this assessment: correct the date, or leave it out until it has happened.`;
    found.push(error('recorded_in_future', says, [...path, ...key]));
  };
  const { checklists } = file;
  for (const section of SECTIONS) ofSection(file[section], [section], look);
  for (const list in checklists) ofSection(checklists[list], ['checklists', list], look);
  texts(file, look);
  happened(file, look);
}

const SECTIONS = ['dates', 'answers', 'records'] as const;

/** Looks at the date under a key, and at nothing else of what it belongs to: nearly all of them are in order. */
type Look = (date: string | number | undefined, path: Path, ...key: Path) => void;

function ofSection(values: Readonly<Record<string, Entry>> | undefined, path: Path, look: Look): void {
  for (const id in values) {
    const entry = values[id];
    if (typeof entry !== 'object') continue;
    if (!isNotKnown(entry)) look(entry.date, path, id, 'date');
    else for (const [i, { date }] of entry.accounts?.entries() ?? []) look(date, path, id, 'accounts', i, 'date');
  }
}

function texts({ analysis, decisions }: CaseFile, look: Look): void {
  for (const id in analysis) {
    look(analysis[id]?.date, ['analysis', id], 'date');
    look(analysis[id]?.for_family?.date, ['analysis', id], 'for_family', 'date');
  }
  for (const [i, { date }] of decisions?.entries() ?? []) look(date, ['decisions', i], 'date');
}

function happened({ occurrences }: CaseFile, look: Look): void {
  for (const [i, { date, stage_since: since, closed }] of occurrences?.list.entries() ?? []) {
    const path = ['occurrences', 'list', i];
    look(date, path, 'date');
    look(since, path, 'stage_since');
    look(closed, path, 'closed');
  }
}
