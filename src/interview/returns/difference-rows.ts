import type { Side } from '../../import/against/differences.ts';
import type { DifferenceItem } from '../agenda/item.ts';
import type { PageContext } from '../ask/page-context.ts';
import { say } from '../flow/interview-context.ts';
import type { Row } from '../prompters/prompter.ts';

/** Both sides of a difference. Nothing is chosen before a person does; a choice that is taken back leaves both open. */
export function differenceRows({ key, difference }: DifferenceItem, context: PageContext): Row[] {
  const { returns, session } = context;
  if (!returns) return [];
  const { question, beside, options } = difference;
  const chosen = returns.chosen(key);
  return [
    {
      key,
      question,
      beside,
      options: options.map(({ side, name, letter }) => ({ value: side, name, letter })),
      asides: ['not_known'],
      now: options.find(({ side }) => side === chosen)?.name,
      why: () => WHY,
      take: (reply) => {
        if (chosen !== undefined && !returns.takeBack(key, session)) say(context, CHANGED_SINCE);
        else if ('value' in reply) returns.choose(key, reply.value as Side, session);
      },
    },
  ];
}

const WHY =
  'A return says something else than the case file. The program never chooses: what you choose stands in the case file, with its source. Enter leaves both open. Then it is put again next time.';

const CHANGED_SINCE =
  'The case file has changed at this place since you chose. Your choice stays. Change it where its value is asked for, or in the file.';
