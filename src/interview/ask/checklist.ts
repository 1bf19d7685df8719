import type { Entry } from '../../case/file/entry.ts';
import { entryValue } from '../../case/file/entry-value.ts';
import { plain } from '../../policy/pack/condition.ts';
import { type Ended, explained, type InterviewContext, waysOut } from '../flow/interview-context.ts';
import type { ChecklistItem } from '../flow/item.ts';
import { clauseLines } from '../flow/why.ts';

/** A list of contents: what is there, what is known to be missing, and what is not recorded. */
export async function askChecklist(item: ChecklistItem, context: InterviewContext): Promise<Ended> {
  const { prompter } = context;
  const { says, items = {} } = item.requirement.requirement;
  const all = Object.keys(items);
  const reply = await explained(item, context, () =>
    prompter.choose<'all' | 'some'>({
      key: `checklists.${item.key}`,
      question: says,
      beside: [...Object.values(items).map((words) => `- ${words}`), ...clauseLines(item), 'Are all of these there?'],
      options: [
        { value: 'all', name: 'Yes, all of them' },
        { value: 'some', name: 'Not all, or not all known: go through them' },
      ],
      asides: waysOut(context, 'not_known'),
    }),
  );
  if ('aside' in reply && reply.aside === 'back') return 'back';
  if ('aside' in reply && reply.aside === 'later') return 'answered';
  if ('aside' in reply) keep(item, { notKnown: all }, context);
  else if (reply.value === 'all') keep(item, { yes: all }, context);
  else await goThrough(item, items, context);
  return 'answered';
}

async function goThrough(
  item: ChecklistItem,
  items: Readonly<Record<string, string>>,
  context: InterviewContext,
): Promise<void> {
  const { session, prompter } = context;
  const stands = (value: string): string[] =>
    Object.entries(session.file.checklists?.[item.key] ?? {}).flatMap(([id, entry]) =>
      plain(entryValue(entry)) === value ? [id] : [],
    );
  const options = Object.entries(items).map(([value, name]) => ({ value, name }));
  const there = await prompter.tick({
    key: `checklists.${item.key}.yes`,
    question: 'Which of them are there?',
    options,
    ticked: stands('yes'),
  });
  const rest = options.filter(({ value }) => !there.includes(value));
  const missing =
    rest.length === 0
      ? []
      : await prompter.tick({
          key: `checklists.${item.key}.no`,
          question: 'Which of the others are known to be missing? The rest stays as not recorded.',
          options: rest,
          ticked: stands('no'),
        });
  const open = rest.filter(({ value }) => !missing.includes(value)).map(({ value }) => value);
  keep(item, { yes: there, no: missing, unticked: open }, context);
}

/** The items of a checklist by what is said of them. */
interface Ticked {
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  readonly notKnown?: readonly string[];
  /** Of these nothing is said: one that stood as there or missing is not recorded now. */
  readonly unticked?: readonly string[];
}

function keep(
  item: ChecklistItem,
  { yes = [], no = [], notKnown = [], unticked = [] }: Ticked,
  { session }: InterviewContext,
): void {
  const before = session.file.checklists?.[item.key] ?? {};
  const stands = (id: string): string | undefined =>
    before[id] === undefined ? undefined : plain(entryValue(before[id]));
  const edit = (id: string, value: Entry | undefined) => ({ path: ['checklists', item.key, id], value });
  session.accept([
    ...yes.filter((id) => stands(id) !== 'yes').map((id) => edit(id, 'yes')),
    ...no.filter((id) => stands(id) !== 'no').map((id) => edit(id, 'no')),
    ...notKnown.map((id) => edit(id, { unknown: 'not_known' })),
    ...unticked.filter((id) => ['yes', 'no'].includes(stands(id) ?? '')).map((id) => edit(id, undefined)),
  ]);
}
