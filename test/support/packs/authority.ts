import { assess } from '../../../src/assess/case/assess.ts';
import type { Assessment, Finding } from '../../../src/assess/case/assessment.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { policies } from './policies.ts';

/** A case written in a test, under the documents of an authority, at a day. */
export function under(authority: string, asAt: string, body: string): Assessment {
  const { file, diagnostics } = readCase(`version: 1\ncase: EX-0001\nauthority: ${authority}\n${body}`);
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  return assess(file, policies.bookFor(file), asAt);
}

/** The outcome of a question for decision, or all that are possible. */
export function outcomeOf({ questions }: Assessment, id: string): string | readonly string[] | undefined {
  const found = questions.find((question) => question.id === id);
  return found?.outcome ?? found?.possible;
}

/** The clauses behind what is said on a question. */
export const clausesOf = ({ questions }: Assessment, id: string): readonly string[] =>
  questions.find((question) => question.id === id)?.clauses ?? [];

/** What is known of one requirement. */
export function findingOf({ findings }: Assessment, rule: string): Finding {
  const found = findings.find((finding) => finding.rule === rule);
  if (!found) throw new Error(`no finding ${rule}`);
  return found;
}
