import { written } from '../../yaml/edit/anew.ts';
import { keepComments } from '../../yaml/keep-comments.ts';
import { type Edit, edited } from '../../yaml/write.ts';

/** The text of a new case file: what it is begun with, and everything that is put into it. */
export function newCaseText(ref: string, authority: string | undefined, edits: readonly Edit[]): string {
  const root: Record<string, unknown> = { version: 1, case: ref, ...(authority !== undefined && { authority }) };
  for (const { path, value } of edits) put(root, path, value);
  const order = [...KEYS, ...Object.keys(root).filter((key) => !KEYS.includes(key))];
  return written(Object.fromEntries(order.flatMap((key) => (root[key] === undefined ? [] : [[key, root[key]]]))));
}

/** The text of a case file with what is put into it. A plan that has ended takes the comments on it along to the earlier plans. */
export function completedText(text: string, edits: readonly Edit[]): string {
  const plans = edits.filter(({ path: [part] }) => part === 'previous_plans');
  return keepComments(text, edited(text, edits), plans.at(-1)?.path ?? []);
}

/** In the order in which people read a case file. */
const KEYS: readonly string[] = [
  'version',
  'case',
  'authority',
  'child',
  'previous_plans',
  'current_plan',
  'looked_after',
  'meetings',
  'visits',
  'pre_proceedings',
  'targets',
];

function put(root: object, path: Edit['path'], value: unknown): void {
  const [last, ...way] = [...path].reverse();
  let at = root;
  const steps = way.reverse();
  for (const [i, step] of steps.entries()) {
    const next = Reflect.get(at, step) ?? (typeof (steps[i + 1] ?? last) === 'number' ? [] : {});
    Reflect.set(at, step, next);
    at = next;
  }
  if (last !== undefined) Reflect.set(at, last, value);
}
