import type { Entry } from '../../case/file/entry.ts';
import { entryValue, isNotKnown } from '../../case/file/entry-value.ts';
import { plain } from '../../policy/pack/condition.ts';
import type { Edit } from '../../yaml/write.ts';
import type { ChecklistItem } from '../agenda/item.ts';
import type { Row } from '../prompters/prompter.ts';
import { withAnswer } from './entry-kept.ts';
import type { PageContext } from './page-context.ts';
import { actOfPerson, markOf, why, yesNo } from './row-parts.ts';

type Entries = Readonly<Record<string, Entry>>;

/** A list of contents: all of it at once, or thing by thing. */
export function checklistRows(item: ChecklistItem, context: PageContext): Row[] {
  const { session, memory } = context;
  const { items = {} } = item.requirement.requirement;
  const ids = Object.keys(items);
  const key = `checklists.${item.key}`;
  const entries = session.file.checklists?.[item.key] ?? {};
  const now = wholeInWords(ids, entries);
  const changed = (id: string, answer: 'yes' | { unknown: 'not_known' }): Edit[] =>
    edits(item, [id], withAnswer(entries[id], answer, false, context));
  const main: Row = {
    key,
    question: actOfPerson(item, item.requirement.requirement.says, context),
    beside: Object.values(items).map((words) => `- ${words}`),
    options: [
      { value: 'all', name: 'all of these', letter: 'y' },
      { value: 'some', name: 'one by one', letter: 'o' },
    ],
    asides: ['not_known'],
    why: why(item, context),
    now,
    take: (reply) => {
      memory.opened.delete(key);
      if ('value' in reply && reply.value === 'some') memory.opened.add(key);
      else if ('value' in reply)
        session.accept(ids.flatMap((id) => (plainly(entries[id]) === 'yes' ? [] : changed(id, 'yes'))));
      else if (reply.aside === 'skip') session.accept(edits(item, Object.keys(entries), undefined));
      else session.accept(openOf(ids, entries).flatMap((id) => changed(id, { unknown: 'not_known' })));
    },
  };
  return memory.opened.has(key) ? [main, ...ids.map((id) => itemRow(id, item, context))] : [main];
}

const edits = ({ key }: ChecklistItem, ids: readonly string[], value: Entry | undefined): Edit[] =>
  ids.map((id) => ({ path: ['checklists', key, id], value }));

/** What is answered already stays known, unless the list is answered as a whole. */
function openOf(ids: readonly string[], entries: Entries): readonly string[] {
  const open = ids.filter((id) => entries[id] === undefined);
  return open.length > 0 ? open : ids;
}

function itemRow(id: string, item: ChecklistItem, context: PageContext): Row {
  const { session } = context;
  const entry = session.file.checklists?.[item.key]?.[id];
  const now = plainly(entry);
  return {
    key: `checklists.${item.key}.${id}`,
    question: item.requirement.requirement.items?.[id] ?? id,
    isPart: true,
    options: yesNo('yes', 'no', ['there', 'missing']),
    asides: ['not_known'],
    now,
    mark: markOf(now),
    take: (reply) => {
      const value = 'value' in reply ? (reply.value as string) : undefined;
      const left = 'aside' in reply && reply.aside === 'not_known' ? { unknown: 'not_known' as const } : undefined;
      const answer = value ?? left;
      if (value !== undefined && plainly(entry) === value) return;
      session.accept(edits(item, [id], answer && withAnswer(entry, answer, false, context)));
    },
  };
}

function plainly(entry: Entry | undefined): string | undefined {
  if (entry === undefined) return undefined;
  return isNotKnown(entry) ? 'not yet known' : plain(entryValue(entry));
}

/** How much of a list is there, in words. */
function wholeInWords(ids: readonly string[], entries: Entries): string | undefined {
  const known = ids.map((id) => plainly(entries[id]));
  const [there, said] = [known.filter((one) => one === 'yes').length, known.filter((one) => one !== undefined).length];
  if (said === 0) return undefined;
  if (there === ids.length) return 'all there';
  return known.every((one) => one === 'not yet known') ? 'not yet known' : `${there} of ${ids.length} there`;
}
