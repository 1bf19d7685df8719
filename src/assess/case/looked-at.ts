import type { CaseFile } from '../../case/file/case-schema.ts';
import { NOT_SURE } from '../../facts/fact-scope.ts';
import type { CompiledQuestion } from '../../policy/compile/compiled.ts';
import { isUrgent, type QuestionResult } from './assessment.ts';

/**
 * Whether a question for decision belongs to what is happening. Only what is asked hangs on this, and how a question is
 * named that nobody was asked about; what is found never does.
 */
export function isLookedAt(
  { question: { occasion = [] } }: Pick<CompiledQuestion, 'question'>,
  { occasions = [] }: Pick<CaseFile, 'occasions'>,
): boolean {
  const own = [occasion].flat();
  if (occasions.length === 0 || occasions.includes(NOT_SURE) || own.length === 0) return true;
  return own.some((one) => occasions.includes(one));
}

/** Whether a result is only that nobody was asked: outside what is happening, and neither found nor urgent. */
export const isNotLookedAt = (result: QuestionResult, file: Pick<CaseFile, 'occasions'>): boolean =>
  !isLookedAt(result.compiled, file) &&
  (result.state === 'undecided' || result.state === 'not_in_play') &&
  !isUrgent(result);
