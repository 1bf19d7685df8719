import { NO, YES } from '../../knowledge.ts';
import type { DerivationContext } from '../context.ts';
import { form, type Tests } from '../form.ts';

export const shown = form({
  key: 'shown',
  says: 'Yes where the case file shows that other facts are as named, all of a group together; else no, also where nothing is recorded. For what must not fall away, or come up, because nobody has recorded anything.',
  schema: ({ z, FactOrItem }) => {
    const Group = z.record(FactOrItem, z.union([z.string(), z.number(), z.array(z.string()).min(1)]));
    return z.strictObject({
      shown: z.union([Group, z.array(Group).min(2)]).meta({
        description:
          'Each fact with the value, values or range that it must have. Of several groups, any one is enough.',
      }),
    });
  },
  examples: [
    { shown: { reviewed_in_care: ['kept', 'ended'] } },
    { shown: [{ conference_sought: 'yes' }, { on_plan_now: 'yes' }] },
  ],
  inputs: ({ shown: groups }) => ({ tested: groupsOf(groups).flat() }),
  gives: () => ({ types: ['yes_no'] }),
  isOver: () => false,
  workOut: ({ shown: groups }, { shows }) => {
    for (const tests of groupsOf(groups)) if (allShown(tests, shows)) return YES;
    return NO;
  },
  implies: ({ shown: groups }) => groupsOf(groups),
  shownBy: ({ shown: groups }) => {
    const [first = []] = groupsOf(groups);
    return { facts: Object.fromEntries(first.map(([fact, [value = '']]) => [fact, value])) };
  },
});

function allShown(tests: Tests, shows: DerivationContext['shows']): boolean {
  for (const [fact, values] of tests) if (!shows(fact, values)) return false;
  return true;
}

type Written = Readonly<Record<string, string | number | readonly string[]>>;

const read = new WeakMap<object, Tests[]>();

/** The groups of tests as they are held against a case; they are the same for every case. */
function groupsOf(groups: Written | readonly Written[]): readonly Tests[] {
  let found = read.get(groups);
  if (!found) {
    found = [groups]
      .flat()
      .map((group: Written) => Object.entries(group).map(([id, value]) => [id, [value].flat().map(String)]));
    read.set(groups, found);
  }
  return found;
}
