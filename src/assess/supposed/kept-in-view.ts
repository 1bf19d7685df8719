import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { readFacts } from '../../case/sheet/read-facts.ts';
import { ifStillOpen, unconfirmed } from '../../case/sheet/unconfirmed.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import { type Finding, isOpen } from '../case/assessment.ts';
import { assessFindings } from '../case/findings.ts';
import type { FactView } from '../case/judge.ts';

/** A case as it is if its plan and its care go on that were open on the day of a record. */
export interface Supposed {
  readonly file: CaseFile;
  readonly sheet: FactSheet;
}

/** The case as it was last recorded; undefined where nothing waits to be confirmed. */
export function supposedOpen(file: CaseFile, { scope }: Rulebook, asAt: Day): Supposed | undefined {
  if (unconfirmed(file, asAt).length === 0) return undefined;
  const still = ifStillOpen(file);
  return { file: still, sheet: readFacts(still, scope, asAt) };
}

/**
 * A child may be on a plan of which nobody has said that it goes on: what is not known to apply stays in view with its
 * day where it is open if the plan goes on. What is known otherwise stays as it is.
 * @param view the same case, as it is if everything goes on
 * @param kept takes those that stand only in that case
 */
export function keptInView(found: readonly Finding[], view: FactView, kept: Set<Finding>): Finding[] {
  const still = assessFindings(view).filter(isOpen);
  const put = new Set<string>();
  return found.flatMap((finding) => {
    const open = finding.unsure === 'applies' ? still.filter(({ rule }) => rule === finding.rule) : [];
    if (open.length === 0) return [finding];
    for (const one of open) kept.add(one);
    // What is asked for each time may wait under two texts: it stands once
    const isPut = put.has(finding.rule);
    put.add(finding.rule);
    return isPut ? [] : open;
  });
}
