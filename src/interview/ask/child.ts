import type { Day } from '../../calendar/dates.ts';
import { readTypedDate, storedInWords } from '../../calendar/typed-date.ts';
import type { Edit } from '../../yaml/write.ts';
import { type Ended, explained, type InterviewContext, say, waysOut } from '../flow/interview-context.ts';
import type { ListItem } from '../flow/item.ts';
import { clauseLines } from '../flow/why.ts';
import type { Ask, Prompter, Reply } from '../prompters/prompter.ts';

interface Birth {
  readonly prompter: Prompter;
  readonly asAt: Day;
  readonly width: number;
}

type Put = <T>(ask: () => Promise<Reply<T>>) => Promise<Reply<T>>;

/** Asks when the child was born, or is expected; gives what is to stand in the file. */
export async function askBirth(
  birth: Birth,
  { beside = [], asides }: Pick<Ask, 'beside' | 'asides'> = { asides: ['skip'] },
  put: Put = (ask) => ask(),
): Promise<Edit[] | 'back'> {
  const { prompter, asAt } = birth;
  const options = [
    { value: 'born' as const, name: 'Yes' },
    { value: 'expected' as const, name: 'No, expected' },
  ];
  const reply = await put(() =>
    prompter.choose({ key: 'child', question: 'Is the child born?', beside, options, asides }),
  );
  if ('aside' in reply) return reply.aside === 'back' ? 'back' : [];
  const date = await prompter.line<string | number>({
    key: `child.${reply.value}`,
    question: reply.value === 'born' ? 'When was the child born?' : 'When is the child expected?',
    asides: ['skip'],
    read: (typed) => {
      const read = readTypedDate(typed, asAt);
      return typeof read === 'object' ? read : { value: read };
    },
  });
  if ('aside' in date) return [];
  say(birth, `That is ${storedInWords(date.value)}.`, '  ');
  const other = reply.value === 'born' ? 'expected' : 'born';
  return [
    { path: ['child', other], value: undefined },
    { path: ['child', reply.value], value: date.value },
  ];
}

/** The date of birth, for whatever is counted from it. */
export async function askChild(item: ListItem, context: InterviewContext): Promise<Ended> {
  const { session, prompter, width } = context;
  const ask = { beside: clauseLines(item), asides: waysOut(context, 'not_known') };
  const edits = await askBirth({ prompter, width, asAt: session.asAt }, ask, (put) => explained(item, context, put));
  if (edits === 'back') return 'back';
  session.accept(edits);
  return 'answered';
}
