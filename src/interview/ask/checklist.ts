import type { Entry } from '../../case/file/entry.ts';
import { entryValue } from '../../case/file/entry-value.ts';
import { plain } from '../../policy/pack/condition.ts';
import { type Ended, explained, type InterviewContext, waysOut } from '../flow/interview-context.ts';
import type { ChecklistItem } from '../flow/item.ts';
import { clauseLines, whyAsked } from '../flow/why.ts';

/** A list of contents: what is there, what is known to be missing, and what is not yet known. */
export async function askChecklist(item: ChecklistItem, context: InterviewContext): Promise<Ended> {
  const { session, prompter, width } = context;
  const { says, items = {} } = item.requirement.requirement;
  const all = Object.keys(items);
  const reply = await explained(context, whyAsked(item, session.view, width), () =>
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
  if ('aside' in reply) keep(item, all, [], context);
  else if (reply.value === 'all') keep(item, [], all, context);
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
          question: 'Which of the others are known to be missing? The rest stays as not yet known.',
          options: rest,
          ticked: stands('no'),
        });
  const unknown = rest.flatMap(({ value }) => (missing.includes(value) ? [] : [value]));
  keep(item, unknown, there, context);
}

/** Records a checklist: some items not yet known, some there, the rest missing. */
function keep(
  item: ChecklistItem,
  unknown: readonly string[],
  there: readonly string[],
  { session }: InterviewContext,
): void {
  const { items = {} } = item.requirement.requirement;
  const before = session.file.checklists?.[item.key] ?? {};
  const value = (id: string): Entry =>
    unknown.includes(id) ? { unknown: 'not_known' } : there.includes(id) ? 'yes' : 'no';
  const edits = Object.keys(items)
    .filter((id) => before[id] === undefined || plain(entryValue(before[id])) !== value(id))
    .map((id) => ({ path: ['checklists', item.key, id], value: value(id) }));
  session.accept(edits);
}
