import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { Gathered } from '../../../src/import/case/gather.ts';
import { newCaseText } from '../../../src/import/case/new-text.ts';
import { type Identity, peopleIn } from '../../../src/import/case/people.ts';
import { putIntoCase } from '../../../src/import/case/put-all.ts';
import { tell } from '../../../src/import/case/tell.ts';
import { readReturns } from '../../../src/import/read-returns.ts';
import type { ReturnFile } from '../../../src/import/reading.ts';

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
  return { gathered, people: peopleIn(gathered.children(), identity) };
}

/** New case files made of returns, by their references. */
export function made(files: readonly ReturnFile[]): Record<string, string> {
  const { persons } = peopleOf(files).people;
  return Object.fromEntries(
    persons
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
