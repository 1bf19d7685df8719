import type { QuestionResult } from '../../assess/case/assessment.ts';

/** What the tool itself says for the child's safety beside an outcome, labelled as its own; it has no clause. Nothing where it is not known that the question arises. */
export function safetyLine({ outcome, possible, compiled: { question } }: QuestionResult): string | undefined {
  if (possible.includes('not_in_play')) return undefined;
  const ends = outcome === undefined ? possible : [outcome];
  const said = new Set(ends.flatMap((end) => question.outcomes[end]?.safety ?? []));
  return said.size === 0 ? undefined : `${[...said].join(' ')} (From this tool, not from the document.)`;
}
