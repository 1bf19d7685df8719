import { assessmentWith } from '../assess/case/assessment.ts';
import type { OpenedCase } from '../cases/opened.ts';
import { NOT_SURE } from '../facts/fact-scope.ts';
import { UserError } from '../messages/errors.ts';
import { didYouMean, oneOf } from '../messages/suggest.ts';
import type { Rulebook } from '../policy/folder/rulebook.ts';

/**
 * The occasions for what the command line names: an occasion, or a question for decision that belongs to some.
 * @throws UserError for a name that the packs of the case do not know
 */
export function occasionsNamed(ids: readonly string[], { packs, scope }: Rulebook): string[] {
  const ofQuestion = new Map<string, readonly string[]>();
  for (const { id, question } of packs.flatMap(({ questions }) => questions))
    ofQuestion.set(id, [...(ofQuestion.get(id) ?? []), ...[question.occasion ?? []].flat()]);
  const used = new Set([...ofQuestion.values()].flat());
  const known = [...scope.occasions.keys(), NOT_SURE].filter((id) => used.has(id) || id === NOT_SURE);
  const found = ids.flatMap((id) => {
    if (known.includes(id)) return [id];
    const own = ofQuestion.get(id);
    if (own) return own;
    const hint = didYouMean(id, [...known, ...ofQuestion.keys()]) || ` Write some of ${oneOf(known, 20)}.`;
    throw new UserError(`The packs of this case have no occasion and no question \`${id}\`.${hint}`);
  });
  return [...new Set(found)];
}

/** A case as if its file named these occasions; unchanged where none are given. */
export function underOccasions(opened: OpenedCase, occasions: readonly string[] | undefined): OpenedCase {
  if (!occasions) return opened;
  const file = { ...opened.file, occasions: [...occasions] };
  const { diagnostics, assessment } = opened;
  return { ...opened, diagnostics, file, assessment: assessmentWith(assessment, { file }) };
}
