import { days, NO, YES } from '../../knowledge.ts';
import { isUnborn } from '../../records/child.ts';
import type { DerivationContext } from '../context.ts';
import { form } from '../form.ts';
import { nthBirthday } from './birthday.ts';

export const child = form({
  key: 'child',
  says: 'A date of the child: birth, expected birth or death. Also whether the child is still to be born, or whether the file shows that the child is 18 or has died.',
  schema: ({ z }) => z.strictObject({ child: z.enum(['born', 'expected', 'died', 'unborn', 'grown_or_died']) }),
  examples: [{ child: 'unborn' }],
  inputs: () => ({ lists: ['child'] }),
  gives: ({ child: field }) => {
    if (field === 'unborn' || field === 'grown_or_died') return { types: ['yes_no'] };
    return { types: ['date'], isBirthday: field === 'born' };
  },
  isOver: () => true,
  workOut: ({ child: field }, context) => {
    if (field === 'unborn') return isUnborn(context.records, context.asAt);
    if (field === 'grown_or_died') return isGrownOrDied(context) ? YES : NO;
    const date = context.records.child?.[field];
    return date && days(date);
  },
  shownByChild: ({ child: field }) => (field === 'grown_or_died' ? { died: '2000-01-01' } : undefined),
});

function isGrownOrDied({ records: { child: dates }, asAt }: DerivationContext): boolean {
  if (dates?.died && dates.died.from <= asAt) return true;
  return dates?.born !== undefined && nthBirthday(18, dates.born).to <= asAt;
}
