import { readdirSync } from 'node:fs';
import type { Assessment } from '../../../src/assess/case/assessment.ts';
import { type CaseRow, caseRow } from '../../../src/report/team/case-row.ts';
import { type Cohort, cohortOf } from '../../../src/report/team/cohort.ts';
import { CohortCounts } from '../../../src/report/team/cohort-counts.ts';
import { type TeamCase, teamCase } from '../../../src/report/team/team-case.ts';
import { assessedFile, caseAt } from '../../support/cases.ts';
import { title } from '../../support/notes.ts';

/** The ten cases of an invented service. */
export const TEN = readdirSync('docs/examples/team')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `docs/examples/team/${name}`);

export const assessmentOf = (path: string): Assessment => assessedFile(caseAt(path));

export const rowOf = (path: string): CaseRow => caseRow(assessmentOf(path));

export const teamCaseOf = (path: string): TeamCase => teamCase(assessmentOf(path), path, title);

export function cohortFrom(paths: readonly string[]): Cohort {
  const counts = new CohortCounts();
  for (const path of paths) counts.add(rowOf(path), assessmentOf(path));
  return cohortOf(counts);
}
