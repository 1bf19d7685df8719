import { isAsImported, markable, markOf } from '../../case/file/as-imported.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { written } from '../../yaml/edit/anew.ts';
import { keepComments } from '../../yaml/keep-comments.ts';
import { readYaml } from '../../yaml/read.ts';
import { type Edit, edited } from '../../yaml/write.ts';

/** The text of a new case file: what it is begun with, and everything that is put into it. */
export function newCaseText(ref: string, authority: string | undefined, edits: readonly Edit[]): string {
  const root: Record<string, unknown> = { version: 1, case: ref, ...(authority !== undefined && { authority }) };
  for (const { path, value } of edits) put(root, path, value);
  const marks = marksOf(root as CaseFile, edits, undefined);
  if (marks !== '') root.as_imported = marks;
  const order = [...KEYS, ...Object.keys(root).filter((key) => !KEYS.includes(key))];
  return written(Object.fromEntries(order.flatMap((key) => (root[key] === undefined ? [] : [[key, root[key]]]))));
}

/** The text of a case file with what is put into it. A plan that has ended takes the comments on it along to the earlier plans. */
export function completedText(text: string, file: CaseFile, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const plans = edits.filter(({ path: [part] }) => part === 'previous_plans');
  const now = keepComments(text, edited(text, edits), plans.at(-1)?.path ?? []);
  const marks = marksOf(readYaml(now).value as CaseFile, edits, file);
  return marks === (file.as_imported ?? '') ? now : edited(now, [{ path: ['as_imported'], value: marks || undefined }]);
}

/** The marks of the records that stand as an import wrote them: this one, or an earlier one. */
function marksOf(now: CaseFile, edits: readonly Edit[], before: CaseFile | undefined): string {
  const marked = (before ? markable(before) : [])
    .filter(({ record }) => before && isAsImported(record, before))
    .map(({ path }) => path.join());
  const written = edits.map(({ path }) => path.join());
  const ours = markable(now).filter(({ path }) =>
    [marked, written].some((all) => all.includes(path.join()) || all.includes([...path, 'source'].join())),
  );
  return [...new Set(ours.map(({ record }) => markOf(record)))].sort().join(' ');
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
