import type { CaseFile } from '../../case/file/case-schema.ts';
import { type Diagnostic, hasErrors, type Locate, place } from '../../messages/diagnostic.ts';
import type { Assessment } from '../case/assessment.ts';
import { compare, type Mismatch } from './expectations.ts';

/** A case file that says what it is to give. */
export interface WorkedCase {
  readonly path: string;
  readonly file: CaseFile;
  readonly locate: Locate;
  readonly assessment: Assessment;
}

/** Where a worked case and its assessment differ. */
export interface Failure extends Mismatch, Diagnostic {
  readonly path: Mismatch['path'];
}

/** Every way in which a worked case does not give what it says; a fault of the file that it does not name is one too. */
export function failuresOf({ file, locate, assessment }: WorkedCase): Failure[] {
  const expected = file.expect?.diagnostics ?? [];
  const differing = compare(file.expect, assessment).map(({ path, says }): Failure => {
    return { code: 'expect', severity: 'error', says, path, ...locate(path) };
  });
  const faults = assessment.remarks
    .map((remark) => place(remark, locate))
    .filter((remark) => hasErrors([remark]) && !expected.includes(remark.code))
    .map((remark): Failure => ({ ...remark, path: remark.path ?? [] }));
  return [...differing, ...faults];
}
