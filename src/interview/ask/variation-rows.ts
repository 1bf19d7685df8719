import { inSentence } from '../../assess/case/act-words.ts';
import type { Entry } from '../../case/file/entry.ts';
import { entryValue, isNotKnown } from '../../case/file/entry-value.ts';
import { plain } from '../../policy/pack/condition.ts';
import type { VariationItem } from '../agenda/item.ts';
import { variationAsked } from '../agenda/variations.ts';
import type { Option, Row } from '../prompters/prompter.ts';
import { withAnswer } from './entry-kept.ts';
import { whenRow } from './fact-rows.ts';
import type { PageContext } from './page-context.ts';
import { why } from './row-parts.ts';

/** Whether somebody who may has approved another way, who, and when. */
export function variationRows(item: VariationItem, context: PageContext): Row[] {
  const { session, memory } = context;
  const path = ['checklists', item.requirement.id, 'variation'];
  const key = path.join('.');
  const entry = session.at(path) as Entry | undefined;
  const main: Row = {
    key,
    question: variationAsked(item),
    options: answersTo(item, context),
    asides: ['not_known'],
    why: why(item, context),
    now: nowOf(entry, item, context),
    take: (reply) => {
      if ('aside' in reply) {
        const open = { unknown: 'not_known' } as const;
        const value = reply.aside === 'not_known' ? withAnswer(entry, open, false, context) : undefined;
        return session.accept([{ path, value }]);
      }
      if (reply.value === answerOf(entry)) return;
      memory.opened.delete(`${key}.date`);
      if (reply.value === 'no') return session.accept([{ path, value: withAnswer(entry, 'no', false, context) }]);
      const given = withAnswer(entry, 'yes', false, context);
      const rest = typeof given === 'object' ? given : { value: given };
      session.accept([{ path, value: { ...rest, by: reply.value } }]);
      memory.opened.add(`${key}.date`);
    },
  };
  return memory.opened.has(`${key}.date`) ? [main, whenRow(path, context)] : [main];
}

function answersTo({ who, pack }: VariationItem, { titles }: PageContext): Option<string>[] {
  const yes = who.map((role) => ({ value: role, name: `yes, by the ${inSentence(titles(role, pack))}` }));
  const letter = yes.length === 1 ? { letter: 'y' } : {};
  return [...yes.map((one) => ({ ...one, ...letter })), { value: 'no', name: 'no', letter: 'n' }];
}

/** The answer that a case file has: a role, or `no`. */
function answerOf(entry: Entry | undefined): string | undefined {
  if (entry === undefined || isNotKnown(entry)) return undefined;
  if (plain(entryValue(entry)) === 'no') return 'no';
  return typeof entry === 'object' && 'by' in entry ? entry.by : undefined;
}

function nowOf(entry: Entry | undefined, item: VariationItem, context: PageContext): string | undefined {
  if (entry === undefined) return undefined;
  if (isNotKnown(entry)) return 'not yet known';
  const answer = answerOf(entry);
  return answersTo(item, context).find(({ value }) => value === answer)?.name ?? plain(entryValue(entry));
}
