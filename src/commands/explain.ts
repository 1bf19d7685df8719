import { type Assessment, assessmentWith } from '../assess/case/assessment.ts';
import { flipsOf } from '../assess/explain/flips.ts';
import { openCase } from '../cases/open-case.ts';
import { stampsOf } from '../files/policies/digest.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode, UserError } from '../messages/errors.ts';
import { didYouMean } from '../messages/suggest.ts';
import { explainText, type Wanted } from '../report/case/explain-text.ts';
import { assessmentJson } from '../report/case/json.ts';
import { titles } from '../report/words/titles.ts';
import type { CommonOptions } from './common-options.ts';
import { styleFor } from './style.ts';

export interface ExplainOptions extends CommonOptions {
  readonly format: 'text' | 'json';
}

/** `cpplan explain`: why, why not, what it rests on, what would change it. */
export async function explain(
  path: string,
  about: string | undefined,
  options: ExplainOptions,
  io: Io,
): Promise<ExitCode> {
  const { file, assessment, diagnostics, book } = await openCase(path, options, io);
  const wanted = wantedBy(about, assessment);
  if (options.format === 'text') {
    const explained = { assessment, flips: flipsOf(file, book, assessment) };
    io.out(explainText(explained, wanted, await styleFor(options, io)));
  } else {
    const questions = assessment.questions.filter((q) =>
      wanted([q.id, ...q.compiled.rules.flatMap((r) => [r.id, r.rule.outcome, ...r.rule.clauses])]),
    );
    const findings = assessment.findings.filter((f) => wanted([f.rule, f.question, ...f.clauses]));
    io.out(
      `${JSON.stringify(assessmentJson(assessmentWith(assessment, { questions, findings }), diagnostics, stampsOf(book), titles(book.roles)), null, 2)}\n`,
    );
  }
  return EXIT.done;
}

function wantedBy(about: string | undefined, assessment: Assessment): Wanted {
  if (about === undefined) return () => true;
  const known = new Set([
    ...assessment.questions.flatMap((q) => [q.id, ...q.compiled.rules.flatMap((r) => [r.id, r.rule.outcome])]),
    ...assessment.findings.map((f) => f.rule),
    ...assessment.packs.flatMap((p) => Object.keys(p.pack.clauses)),
  ]);
  if (!known.has(about)) {
    throw new UserError(
      `The packs of this case have no rule, requirement, outcome or clause \`${about}\`.${didYouMean(about, known)}`,
    );
  }
  return (ids) => ids.includes(about);
}
