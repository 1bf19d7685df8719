import { NOT_SURE } from '../../facts/fact-scope.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import type { InterviewContext } from '../flow/interview-context.ts';
import type { Option, Prompter, Ticked } from '../prompters/prompter.ts';

/** What can be happening, as far as some questions of the packs belong to it; in the order of the vocabulary. */
export function occasionOptions({ packs, scope }: Pick<Rulebook, 'packs' | 'scope'>): Option<string>[] {
  const used = new Set(packs.flatMap(({ questions }) => questions.flatMap(({ question }) => question.occasion ?? [])));
  const known = [...scope.occasions].filter(([id]) => used.has(id));
  return [...known.map(([value, name]) => ({ value, name })), { value: NOT_SURE, name: 'Not sure' }];
}

/** Asks what is happening, where the answer can make a difference: several things can. Nothing ticked narrows nothing. */
export async function askWhatHappens(
  prompter: Prompter,
  options: readonly Option<string>[],
  ticked: readonly string[] = [],
  canGoBack = false,
): Promise<Ticked> {
  if (options.length <= FEWEST) return [];
  const question = 'What is happening? You can tick several.';
  return prompter.tick({ key: 'occasions', question, options, ticked, canGoBack });
}

/** Asks once more what is happening, with what was said of it ticked. */
export async function changeOccasions({ session, prompter }: InterviewContext): Promise<void> {
  const standing = session.file.occasions ?? [];
  const happening = await askWhatHappens(prompter, occasionOptions(session.book), standing);
  if (happening === 'back' || happening.join() === standing.join()) return;
  session.accept([{ path: ['occasions'], value: happening.length > 0 ? [...happening] : undefined }]);
}

/** One occasion, and not being sure of it: fewer than that need no question. */
export const FEWEST = 2;

/** Takes what was named already, else asks for a case that does not say. */
export async function askOccasions({ session, prompter, occasions }: InterviewContext): Promise<void> {
  if (!occasions && session.file.occasions !== undefined) return;
  const happening = occasions ?? (await askWhatHappens(prompter, occasionOptions(session.book)));
  if (happening !== 'back' && happening.length > 0) session.accept([{ path: ['occasions'], value: [...happening] }]);
}
