import { readdirSync } from 'node:fs';
import { assess } from '../../src/assess/case/assess.ts';
import type { Assessment } from '../../src/assess/case/assessment.ts';
import type { CaseFile } from '../../src/case/file/case-schema.ts';
import { readCase } from '../../src/case/file/read-case.ts';
import { readText } from '../../src/files/read-text.ts';
import { place } from '../../src/messages/diagnostic.ts';
import type { Rulebook } from '../../src/policy/folder/rulebook.ts';
import { policies, repeatBook } from './packs/policies.ts';

/** Every worked case, by its path from the root of the project. */
export const caseFiles: readonly string[] = readdirSync('cases', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `cases/${name.replaceAll('\\', '/')}`)
  .sort();

/** Worked cases that have been read, for all test files that one process runs: reading them again took minutes. */
const read = new Map<string, CaseFile>();

/** A case file as data, read once. @throws where it cannot be read, with the reasons */
export function caseAt(path: string): CaseFile {
  const known = read.get(path);
  if (known) return known;
  const { file, diagnostics } = readCase(readText(path));
  if (!file) throw new Error(diagnostics.map((d) => `${path}:${d.line}:${d.column}: ${d.says}`).join('\n'));
  read.set(path, file);
  return file;
}

/** The packs that a worked case names. */
export const bookOf = (file: CaseFile): Rulebook => policies.bookFor(file);

/** Cases that have been assessed, each at its own date. */
const assessments = new WeakMap<CaseFile, Assessment>();

/** A case, assessed at its own date, once. */
export function assessedFile(file: CaseFile): Assessment {
  const known = assessments.get(file) ?? assess(file, bookOf(file), String(file.as_at));
  assessments.set(file, known);
  return known;
}

/** A worked case, assessed at its own date. */
export const assessed = (path: string): Assessment => assessedFile(caseAt(path));

/** A case written in the test itself, assessed under the two packs on repeat plans. */
export function assessedText(yaml: string, asAt = '2026-05-21'): Assessment {
  const { file, diagnostics } = readCase(`version: 1\ncase: EX-9999\n${yaml}`);
  if (!file) throw new Error(diagnostics.map((d) => d.says).join('\n'));
  return assess(file, repeatBook, asAt);
}

/** Everything that is wrong with a text of a case file, as `line:column sentence [code]`. */
export function faultsOf(yaml: string, asAt = '2026-05-21'): string[] {
  const { file, diagnostics, source } = readCase(yaml);
  const found = file ? assess(file, repeatBook, asAt).diagnostics.map((one) => place(one, source.locate)) : [];
  return [...diagnostics, ...found].map((d) => `${d.line}:${d.column} ${d.says} [${d.code}]`);
}
