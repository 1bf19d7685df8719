import { NO, YES } from '../../knowledge.ts';
import { form } from '../form.ts';

export const differ = form({
  key: 'differ',
  says: 'Whether two choices with the same options differ.',
  schema: ({ z, Id }) => z.strictObject({ differ: z.tuple([Id, Id]) }),
  examples: [{ differ: ['present_category', 'last_plan_category'] }],
  inputs: ({ differ: choices }) => ({ choices }),
  gives: () => ({ types: ['yes_no'] }),
  isOver: () => false,
  workOut: ({ differ: [first, second] }, { maskOf }) => {
    const [a, b] = [maskOf(first), maskOf(second)];
    if (a === undefined || b === undefined) return undefined;
    if ((a & b) === 0) return YES;
    return a === b && (a & (a - 1)) === 0 ? NO : undefined;
  },
});
