import type { Path } from '../../messages/diagnostic.ts';
import type { Edit } from '../../yaml/write.ts';
import { type ChildOfFamily, type InterviewContext, say } from '../flow/interview-context.ts';
import { type Answered, Moved } from '../flow/session.ts';

/** A child of the family that is asked about, with the case file of that child alone. */
export interface Child extends ChildOfFamily {
  readonly context: InterviewContext;
}

/** Some children whose answer is the same: it goes into each of their files, one after the other. */
export class Together implements Answered {
  constructor(readonly children: readonly [Child, ...Child[]]) {}

  get #first(): InterviewContext['session'] {
    return this.children[0].context.session;
  }

  get book(): Answered['book'] {
    return this.#first.book;
  }

  get asAt(): Answered['asAt'] {
    return this.#first.asAt;
  }

  get view(): Answered['view'] {
    return this.#first.view;
  }

  /** What stands at a path of every file, where it is the same in all. */
  at(path: Path): unknown {
    const [first, ...others] = this.children.map(({ context }) => context.session.at(path));
    return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined;
  }

  /** Saves in every file, also where one of them fails: then it is told which. @throws Moved */
  accept(edits: readonly Edit[]): void {
    const thrown: unknown[] = [];
    for (const { context } of this.children) {
      try {
        context.session.accept(edits);
      } catch (error) {
        thrown.push(error);
      }
    }
    tellUnsaved(this.children);
    if (thrown.length > 0) throw thrown.find((error) => !(error instanceof Moved)) ?? thrown[0];
  }
}

/** Where the answer is in some files and not yet in others, says which. */
function tellUnsaved(children: readonly [Child, ...Child[]]): void {
  const isSaved = ({ context }: Child): boolean => context.session.unsaved === undefined;
  const [saved, others] = [children.filter(isSaved), children.filter((child) => !isSaved(child))];
  if (others.length === 0 || saved.length === 0) return;
  say(children[0].context, `Saved for ${namesOf(saved)}. Not saved yet for ${namesOf(others)}.`);
}

/** `EX-0001, EX-0002 and EX-0003`. */
export function namesOf(children: readonly { readonly name: string }[]): string {
  const names = children.map(({ name }) => name);
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
}
