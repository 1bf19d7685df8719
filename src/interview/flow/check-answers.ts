import { type Item, LISTS } from '../agenda/item.ts';
import type { InterviewContext } from './interview-context.ts';
import { type Given, given, titleOf, unused } from './review.ts';

/** Every answer once more; gives the one to change, or nothing where all is right. */
export async function checkAnswers(context: InterviewContext): Promise<Item | 'back' | undefined> {
  const { session, items, prompter, titles, child } = context;
  const answers = given(items, session.view, titles);
  const idle = unused(answers, items, session.view);
  const note = (one: Given): string => (idle.includes(one) ? ' (kept; changes nothing as things stand)' : '');
  for (;;) {
    const reply = await prompter.choose<'done' | 'change'>({
      key: 'review',
      question: 'Is this right?',
      beside: answers.map((one) => `- ${one.says}${note(one)}`),
      options: [
        {
          value: 'done',
          name: child ? 'Yes: go back to the list of children' : 'Yes: show what the procedure asks next',
        },
        { value: 'change', name: 'No: change an answer' },
      ],
      asides: ['back'],
    });
    if ('aside' in reply) return 'back';
    if (reply.value === 'done') return undefined;
    const picked = await pick(answers, context);
    if (picked) return picked;
  }
}

async function pick(answers: readonly Given[], { items, prompter }: InterviewContext): Promise<Item | undefined> {
  const answered = answers.map(({ item }) => item);
  const lists = [...items.values()].filter((item) => isList(item) && !answered.includes(item));
  const reply = await prompter.choose<Item>({
    key: 'review.change',
    question: 'Which one?',
    options: [...answered, ...lists].map((item) => ({ value: item, name: titleOf(item) })),
    asides: ['back'],
  });
  return 'value' in reply ? reply.value : undefined;
}

const isList = ({ kind }: Item): boolean => LISTS.some((list) => list === kind);
