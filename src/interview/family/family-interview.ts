import { fileName } from '../../messages/safe.ts';
import { nameOf } from '../flow/conflict.ts';
import { contextOf, LAST_LOST, type Sit } from '../flow/interview.ts';
import { say } from '../flow/interview-context.ts';
import { Stopped } from '../prompters/prompter.ts';
import { runFamily } from './family-run.ts';
import { type Child, namesOf } from './together.ts';

/** How a sitting with several children ended, and what could not be saved of whom. */
export interface FamilyEnd {
  readonly ended: 'complete' | 'stopped';
  readonly unsaved: readonly { readonly name: string; readonly why: string }[];
}

/** A sitting with the case file of one child, by its reference. */
export type ChildSit = Sit & { readonly name: string };

/** Asks about several children, each by a case file, and saves after every answer in every file that it is for. */
export async function familyInterview(sits: readonly ChildSit[], again: string): Promise<FamilyEnd> {
  const [first, ...others] = sits.map(childOf);
  if (!first) return { ended: 'complete', unsaved: [] };
  const children = [first, ...others] as const;
  const { context } = first;
  try {
    await runFamily(children);
    return { ended: 'complete', unsaved: unsavedOf(children) };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const unsaved = unsavedOf(children);
    const files = sits.map(({ basis }) => fileName(basis.path)).join(', ');
    const saved = unsaved.length === 0 ? `Every answer up to here is saved in ${files}.` : lost(unsaved);
    say(context, `\nStopped. ${saved} To go on: ${again}`);
    return { ended: 'stopped', unsaved };
  } finally {
    context.prompter.close();
  }
}

/** What is said where answers are nowhere but in the program. */
export const lost = (unsaved: FamilyEnd['unsaved']): string => `${LAST_LOST} That is so for ${namesOf(unsaved)}.`;

function childOf(sit: ChildSit): Child {
  const child = { name: sit.name, asked: new Set<string>(), kept: new Set<string>() };
  const context = contextOf(sit, child);
  for (const diagnostic of context.session.diagnostics) child.kept.add(nameOf(diagnostic));
  return { ...child, context };
}

/** Tries once more to save what could not be saved. */
function unsavedOf(children: readonly Child[]): FamilyEnd['unsaved'] {
  return children.flatMap(({ name, context: { session } }) => {
    session.saveAgain();
    return session.unsaved === undefined ? [] : [{ name, why: session.unsaved }];
  });
}
