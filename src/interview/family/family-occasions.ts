import { NOT_SURE } from '../../facts/fact-scope.ts';
import { askOccasions, FEWEST, occasionOptions } from '../ask/occasions.ts';
import { say } from '../flow/interview-context.ts';
import { Moved } from '../flow/session.ts';
import type { Form, Left, Option, Prompter } from '../prompters/prompter.ts';
import { forWhomRows } from './for-whom.ts';
import type { Child } from './together.ts';

/** Somebody for whom it is asked what is happening. */
export interface Happening {
  readonly name: string;
  /** What can be happening under the procedures of this child. */
  readonly options: readonly Option<string>[];
}

/** Asks on one screen what is happening, ticked for each child. Nothing ticked narrows nothing. */
export async function askHappening<T extends Happening>(
  children: readonly T[],
  prompter: Prompter,
  take: (child: T, occasions: readonly string[]) => void,
  asides: Form['asides'] = [],
): Promise<Left> {
  const asked = children.filter(({ options }) => options.length > FEWEST);
  const names = new Map(asked.flatMap(({ options }) => options.map(({ value, name }) => [value, name] as const)));
  if (names.size === 0) return 'done';
  // Whoever is not sure of anything says so last
  const order = [...names.keys()].sort((a, b) => Number(a === NOT_SURE) - Number(b === NOT_SURE));
  const said = new Map(order.map((id) => [id, new Map<T, boolean>()]));
  const opened = new Set<string>();
  const tick = (child: T): void =>
    take(
      child,
      order.filter((id) => said.get(id)?.get(child)),
    );
  return prompter.form({
    title: 'What is happening, and for which of the children?',
    rows: () =>
      order.flatMap((id) =>
        forWhomRows({
          key: `occasions.${id}`,
          question: names.get(id) ?? id,
          children: asked.filter(({ options }) => options.some(({ value }) => value === id)),
          said: said.get(id) ?? new Map(),
          opened,
          tick,
        }),
      ),
    asides,
  });
}

/** Keeps in each case file what is happening for that child. Where the file or the command line says it, nothing is asked. */
export async function askFamilyOccasions(children: readonly Child[]): Promise<void> {
  try {
    const isSilent = ({ context: { session, occasions } }: Child): boolean => !occasions && !session.file.occasions;
    for (const child of children) if (!isSilent(child)) await askOccasions(child.context);
    const silent = children.filter(isSilent);
    const [first] = silent;
    if (!first) return;
    if (silent.length === 1) say(first.context, `${first.name}:`);
    if (silent.length === 1) return await askOccasions(first.context);
    const asked = silent.map((child) => ({ ...child, options: occasionOptions(child.context.session.book) }));
    await askHappening(asked, first.context.prompter, ({ context: { session } }, occasions) =>
      session.accept([{ path: ['occasions'], value: occasions.length > 0 ? [...occasions] : undefined }]),
    );
  } catch (error) {
    if (!(error instanceof Moved)) throw error;
  }
}
