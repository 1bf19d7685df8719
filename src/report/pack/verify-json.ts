import type { Day } from '../../calendar/dates.ts';
import type { Diagnostic, Placed } from '../../messages/diagnostic.ts';
import type { PolicyFinding, Verification } from '../../policy/verify/verify.ts';
import type { Waived } from '../../policy/verify/waivers.ts';
import { diagnosticJson } from '../case/json.ts';

/** What `verify` found in one pack, after waivers. */
export interface VerifiedPack {
  readonly file: string;
  readonly verification: Verification;
  readonly open: readonly PolicyFinding[];
  readonly waived: readonly Waived[];
  /** Where the case of a finding was written, by the id of the finding. */
  readonly written: ReadonlyMap<string, string>;
}

/** Everything that `policy verify` has to say. */
export interface VerifyReport {
  readonly on: Day;
  readonly packs: readonly VerifiedPack[];
  readonly waivers: readonly FileFaults[];
  /** Packs of the folder, or of what it extends, that were not gone through: nobody asked, and nothing touches them. */
  readonly left: readonly string[];
  /** What is wrong between the files of the folder, and in those that are no packs. */
  readonly files: readonly FileFaults[];
}

/** What is wrong in one file of a folder of policies. */
export interface FileFaults {
  readonly file: string;
  readonly faults: readonly Placed<Diagnostic>[];
}

/** Findings that count: notes are for a second look only. */
export const counted = (findings: readonly PolicyFinding[]): PolicyFinding[] =>
  findings.filter(({ severity }) => severity !== 'note');

/** Whether every pack could be gone through, and nothing that counts was found. */
export const isClean = ({ packs, waivers, files }: VerifyReport): boolean =>
  [...files, ...waivers].every(({ faults }) => faults.length === 0) &&
  packs.every(({ open, verification }) => counted(open).length === 0 && verification.notChecked.length === 0);

/** The result of `policy verify` for machines, version 1. */
export function verifyJson(report: VerifyReport): Record<string, unknown> {
  const { on, packs, waivers, files, left } = report;
  return {
    version: 1,
    on,
    clean: isClean(report),
    packs: packs.map(packJson),
    not_gone_through: left,
    waiver_faults: waivers.flatMap(({ faults }) => faults.map(diagnosticJson)),
    file_faults: files.flatMap(({ file, faults }) => faults.map((fault) => ({ file, ...diagnosticJson(fault) }))),
  };
}

function packJson({ file, verification, open, waived, written }: VerifiedPack): Record<string, unknown> {
  const { pack, notChecked, assumptions } = verification;
  return {
    id: pack.pack.pack,
    version: pack.pack.version,
    file,
    complete: notChecked.length === 0,
    not_checked: notChecked,
    assumptions,
    findings: open.map((finding) => findingJson(finding, written.get(finding.id))),
    waived: waived.map(({ finding, waiver }) => ({
      finding: finding.id,
      reason: waiver.reason,
      until: String(waiver.until),
    })),
  };
}

function findingJson(finding: PolicyFinding, written: string | undefined): Record<string, unknown> {
  const { id, clauses, shows } = finding;
  const shown = shows && { case: { facts: shows.facts, yaml: shows.text, ...(written && { file: written }) } };
  return { id, ...diagnosticJson(finding), clauses, ...shown };
}
