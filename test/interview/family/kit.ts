import { familyInterview } from '../../../src/interview/family/family-interview.ts';
import type { Form, Left, Prompter, Row, Value } from '../../../src/interview/prompters/prompter.ts';
import { Stopped } from '../../../src/interview/prompters/prompter.ts';
import { UserError } from '../../../src/messages/errors.ts';
import { basisOf, fileFrom } from '../kit.ts';

/** A case file of a child, under packs that ask much which families share. */
export const childText = (id: string, more = '', packs = 'packs: [repeat-plans, legal-planning]'): string =>
  `version: 1\ncase: ${id}\nfamily: FAM-9\n${packs}\noccasions: [plan_before]\n${more}`;

/** A child with one earlier plan, of whom only common facts and judgements are left to ask. */
export const SECOND = `child: {born: 2019-02-03}
previous_plans: {complete: yes, plans: [{authority: Sampleshire, began: 2023-01-10, ended: 2024-02-10, category: NEG}]}
current_plan: none
`;

export interface Sat {
  /** The files as they stand on disk. */
  readonly texts: string[];
  readonly ended: string;
  readonly said: string;
  readonly files: ReturnType<typeof fileFrom>[];
}

/** Holds an interview over case files that are kept in memory. @param fails whether a save of a file fails @param meddle another hand, before each save */
export async function sitWith(
  texts: readonly string[],
  prompter: Prompter,
  fails: (child: number) => boolean = () => false,
  onSave: (child: number, text: string) => void = () => undefined,
  meddle: (disk: string[]) => void = () => undefined,
): Promise<Sat> {
  const disk = [...texts];
  const said: string[] = [];
  const say = (words: string): void => {
    said.push(words);
    prompter.say(words);
  };
  const sits = texts.map((text, i) => ({
    name: fileFrom(text).case,
    basis: { ...basisOf(text), path: `${i}.yaml` },
    text,
    prompter: { ...prompter, say },
    save: (now: string, base: string) => {
      if (fails(i)) throw new UserError('the disk is full.');
      meddle(disk);
      if (disk[i] !== base) return { changedTo: disk[i] as string };
      onSave(i, now);
      disk[i] = now;
      return undefined;
    },
  }));
  const { ended } = await familyInterview(sits, 'cpplan screen 0.yaml 1.yaml --plain');
  return { texts: disk, ended, said: said.join('\n'), files: disk.map(fileFrom) };
}

/** What a person does with one question of a form: takes an option or a typed line, or moves on. */
type Act = (row: Row) => string | undefined;

/** A person who answers forms by some rule, leaves every other question, and ends at the list of the family. */
export function person(act: Act, more: Partial<Prompter> = {}): Prompter {
  const form = async ({ rows }: Form): Promise<Left> => {
    const seen = new Set<string>();
    for (;;) {
      const row = rows().find(({ key }) => !seen.has(key));
      if (!row) return 'done';
      seen.add(row.key);
      const says = act(row);
      if (says === 'leaves') throw new Stopped();
      if (says !== undefined) row.take(replyOf(row, says));
    }
  };
  return {
    say: () => undefined,
    choose: async ({ key, options }) =>
      key === 'family' ? { value: options.at(-1)?.value as never } : { aside: 'later' },
    line: async () => ({ aside: 'later' }),
    text: async () => ({ aside: 'later' }),
    tick: async ({ ticked }) => ticked,
    form,
    close: () => undefined,
    ...more,
  };
}

function replyOf(row: Row, says: string): { value: Value } | { aside: 'not_known' } {
  if (says === 'not known') return { aside: 'not_known' };
  const option = row.options?.find(({ value }) => value === says);
  const read = option ? { value: option.value } : row.read?.(says);
  if (!read || 'problem' in read) throw new Error(`${row.key} does not take ${says}`);
  return read;
}

/** Replies by the end of a question's key, each as often as it is asked. */
export const byKey =
  (replies: Readonly<Record<string, string>>): Act =>
  ({ key }) =>
    Object.entries(replies).find(([end]) => key.endsWith(end))?.[1];
