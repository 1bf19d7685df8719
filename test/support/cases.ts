import { readdirSync } from 'node:fs';
import { assess } from '../../src/assess/case/assess.ts';
import type { Assessment } from '../../src/assess/case/assessment.ts';
import type { CaseFile } from '../../src/case/file/case-schema.ts';
import { readCase } from '../../src/case/file/read-case.ts';
import { readText } from '../../src/files/read-text.ts';
import { place } from '../../src/messages/diagnostic.ts';
import type { Rulebook } from '../../src/policy/folder/rulebook.ts';
import { policies, repeatBook } from './policies.ts';

/** Every worked case, by its path from the root of the project. */
export const caseFiles: readonly string[] = readdirSync('cases', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `cases/${name.replaceAll('\\', '/')}`)
  .sort();

/** A case file as data. @throws where it cannot be read, with the reasons */
export function caseAt(path: string): CaseFile {
  const { file, diagnostics } = readCase(readText(path));
  if (!file) throw new Error(diagnostics.map((d) => `${path}:${d.line}:${d.column}: ${d.says}`).join('\n'));
  return file;
}

/** The packs that a worked case names. */
export const bookOf = (file: CaseFile): Rulebook => policies.bookFor(file);

/** A worked case, assessed at its own date. */
export function assessed(path: string): Assessment {
  const file = caseAt(path);
  return assess(file, bookOf(file), String(file.as_at));
}

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
