import type { CaseFile } from '../../case/file/case-schema.ts';
import { type Diagnostic, hasErrors, type Locate, type Placed, place } from '../../messages/diagnostic.ts';
import type { Assessment } from '../case/assessment.ts';
import { compare } from './expectations.ts';

/** A case file that says what it is to give. */
export interface WorkedCase {
  readonly path: string;
  readonly file: CaseFile;
  readonly locate: Locate;
  readonly assessment: Assessment;
}

/** Every way in which a worked case does not give what it says; a fault or a contradiction that it does not name is one too. */
export function failuresOf({ file, locate, assessment }: WorkedCase): Placed<Diagnostic>[] {
  const expected = file.expect?.diagnostics ?? [];
  const own = new Set<string>(assessment.packs.flatMap((pack) => pack.contradictions.map(({ id }) => id)));
  const isFault = (one: Diagnostic): boolean => hasErrors([one]) || own.has(one.code);
  const faults = assessment.diagnostics.filter((one) => isFault(one) && !expected.includes(one.code));
  return [...compare(file.expect, assessment), ...faults].map((one) => place(one, locate));
}
