import { readFileSync } from 'node:fs';
import { assess } from '../../src/assess/assess.ts';
import type { CaseFile } from '../../src/case/schema.ts';
import { rationaleNote } from '../../src/report/note.ts';
import { titles } from '../../src/report/titles.ts';
import { bookOf, caseAt } from './cases.ts';
import { policies } from './policies.ts';

export const title = titles(policies.vocabulary().vocabulary.roles);

const MAKING = { version: '1.2.3', stamps: [], caseDigest: '0'.repeat(64) };

/** The full note of a case, by the shipped template. */
export function noteOf(file: CaseFile): string {
  const assessment = assess(file, bookOf(file), String(file.as_at));
  return rationaleNote(readFileSync('templates/rationale.md', 'utf8'), assessment, [], title, MAKING);
}

/** A case with something in every field that a person can fill. */
export function fullCase(): CaseFile {
  const file = caseAt('cases/further-plan/second-plan-ready.yaml');
  const { decisions: _, ...rest } = file;
  const decision = { by: 'head_of_service', post: 'HoS', date: '2026-11-21', question: 'challenge', outcome: 'none' };
  return {
    ...rest,
    decisions: [
      { ...decision, agrees: true },
      { ...decision, agrees: false, reason: 'The chair knows the core group.' },
    ],
  };
}
