/** Most values of one case file, groups and lists counted too: nobody waits for the work on more of them. */
export const MOST_VALUES = 3000;

/** How many values a group or list holds, with all that lies within; one more than the most where there are more. */
export function countUpTo(most: number, value: object): number {
  let count = 0;
  for (const inner of Object.values(value)) {
    count += typeof inner === 'object' && inner !== null ? 1 + countUpTo(most - count, inner) : 1;
    if (count > most) return most + 1;
  }
  return count;
}
