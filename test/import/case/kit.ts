import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { markable, markOf } from '../../../src/case/file/as-imported.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { Gathered } from '../../../src/import/case/gather.ts';
import { completedText, newCaseText } from '../../../src/import/case/new-text.ts';
import { type Identity, peopleIn } from '../../../src/import/case/people.ts';
import { putIntoCase } from '../../../src/import/case/put-all.ts';
import { tell } from '../../../src/import/case/tell.ts';
import { readReturns } from '../../../src/import/read-returns.ts';
import type { ReturnFile } from '../../../src/import/reading.ts';
import type { ChildRecords } from '../../../src/import/records.ts';
import { edited } from '../../../src/yaml/write.ts';

export const SAME: Identity = { sameIds: true, whom: 'records' };

/** A text as if it were a file. */
export function fileOf(name: string, text: string): ReturnFile {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, pieces: (from = 0) => [bytes.subarray(from)] };
}

export const fixture = (name: string): ReturnFile => fileOf(name, readFileSync(`test/fixtures/import/${name}`, 'utf8'));

export const NAMES = ['cin-2025.xml', 'cin-2026.xml', 'episodes.csv', 'header.csv', 'reviews.csv'] as const;

/** What files hold, of each child. */
export function peopleOf(files: readonly ReturnFile[], identity = SAME) {
  const gathered = new Gathered();
  for (const reading of readReturns(files, { today: '2026-11-20', dataDate: '2026-03-31' })) gathered.take(reading);
  return { gathered, people: peopleIn(gathered, identity) };
}

/** New case files made of returns, by their references. */
export function made(files: readonly ReturnFile[]): Record<string, string> {
  const { persons } = peopleOf(files).people;
  return Object.fromEntries(
    [...persons]
      .filter(({ hasRecords }) => hasRecords)
      .map(({ ref, pieces }) => [ref, newCaseText(ref, 'stoke-on-trent', putIntoCase(tell(pieces), undefined).edits)]),
  );
}

export const expectedText = (ref: string): string =>
  readFileSync(`test/fixtures/import/expected/${basename(ref)}.yaml`, 'utf8');

/** A text as a case file. @throws where it is none */
export function caseOf(text: string): CaseFile {
  const { file, diagnostics } = readCase(text);
  if (!file) throw new Error(diagnostics.map(({ says, line }) => `${line}: ${says}`).join('\n'));
  return file;
}

const NAMED = { cin: 'CIN census', ssda903: 'SSDA903', annex_a: 'Annex A' } as const;

/** What one return says of a child, as rows would. */
export function piece(kind: keyof typeof NAMED, dataDate: string, said: Said): ChildRecords {
  const source = { kind, dataDate, label: `${NAMED[kind]} to ${dataDate}` as ChildRecords['source']['label'] };
  const place = { file: `${kind}-${dataDate}`, line: 1, column: 1 };
  const found = <T>(value: T) => ({ value, place });
  const all = (of: object): object =>
    Object.fromEntries(
      Object.entries(of).flatMap(([key, value]) => (value === undefined ? [] : [[key, found(value)]])),
    );
  const { plans = [], episodes = [], enquiries = [], visits = [], conferences = [], careReviews = [], ...days } = said;
  return {
    id: 'EX-1',
    source,
    place,
    ...all(days),
    plans: plans.map(({ reviews = [], ...plan }) => ({
      ...all(plan),
      reviews: (reviews as string[]).map((day) => ({ day: found(day) })),
    })),
    enquiries: enquiries.map(all),
    episodes: episodes.map(all),
    visits: visits.map(({ under, ...visit }) => ({ ...all(visit), under })),
    conferences: conferences.map((day) => ({ day: found(day), kind: 'initial' })),
    lookedAfterReviews: careReviews.map(found),
    preProceedings: [],
    purged: [],
    hints: [],
  } as unknown as ChildRecords;
}

type Rows = readonly Readonly<Record<string, unknown>>[];

export interface Said {
  readonly born?: string;
  readonly expected?: string;
  readonly died?: string;
  readonly plans?: Rows;
  readonly episodes?: Rows;
  readonly enquiries?: Rows;
  readonly visits?: Rows;
  /** Days of initial conferences. */
  readonly conferences?: readonly string[];
  /** Days of looked-after reviews. */
  readonly careReviews?: readonly string[];
}

/** A case file after an import, and the codes of what was said. What names a return is as an import wrote it. */
export function imported(text: string, ...pieces: readonly ChildRecords[]) {
  const before = HEAD + text;
  const marks = markable(caseOf(before)).map(({ record }) => markOf(record));
  const marked = marks.length > 0 ? edited(before, [{ path: ['as_imported'], value: marks.join(' ') }]) : before;
  const { text: now, ...found } = put(marked, pieces);
  return { ...found, text: unmarked(now).slice(HEAD.length) };
}

const HEAD = 'version: 1\ncase: EX-1\n';

/** A text without the marks of what an import wrote. */
export const unmarked = (text: string): string => text.replace(/^as_imported: .*\n/m, '');

/** What an import makes of a whole case file as it stands. */
export function put(text: string, pieces: readonly ChildRecords[]) {
  const file = caseOf(text);
  const { edits, items } = putIntoCase(tell(pieces), file);
  const now = completedText(text, file, edits);
  return {
    text: now,
    file: caseOf(now),
    conflicts: items.filter(({ kind }) => kind === 'conflict').map(({ code }) => String(code)),
    codes: items.map(({ code }) => String(code)),
    items,
  };
}
