import { CaseParts } from '../../case/file/case-schema.ts';
import type { Diagnostic, Placed } from '../../messages/diagnostic.ts';
import { readYaml } from '../../yaml/read.ts';
import { validate } from '../../yaml/validate.ts';
import type { Answers } from '../prompters/scripted-prompter.ts';

const AnswersSchema = CaseParts.partial();

/** Reads answers collected elsewhere: a case file of which any part may be left out. */
export function readAnswers(text: string): {
  answers: Answers | undefined;
  diagnostics: readonly Placed<Diagnostic>[];
} {
  const { data, diagnostics } = validate(AnswersSchema, readYaml(text));
  return { answers: data as Answers | undefined, diagnostics };
}
