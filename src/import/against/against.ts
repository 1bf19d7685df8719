import type { CaseFile } from '../../case/file/case-schema.ts';
import { type Diagnostic, error, note, type Path, warning } from '../../messages/diagnostic.ts';
import { type Safe, safe } from '../../messages/safe.ts';
import { OTHER_OPEN_PLAN } from '../case/new-plans.ts';
import { type Item, KEPT_SAYS, type Outcome } from '../case/put.ts';
import { putIntoCase } from '../case/put-all.ts';
import { tell } from '../case/tell.ts';
import type { Told } from '../case/told.ts';
import type { ChildRecords, Source } from '../records.ts';
import { notInReturns } from './not-in-returns.ts';

/** What returns say otherwise than a case file, which stays as it is. @param pieces of this child, from every return read */
export function against(file: CaseFile, pieces: readonly ChildRecords[], sources: readonly Source[]): Diagnostic[] {
  const told = tell(pieces);
  const outcome = putIntoCase(told, file);
  return [
    ...withoutRow(file, told, sources, pieces.length > 0),
    ...outcome.items.flatMap(differing),
    ...missing(outcome),
  ];
}

/** Plans of the case file that a return should have. */
function withoutRow(file: CaseFile, told: Told, sources: readonly Source[], isThere: boolean): Diagnostic[] {
  return notInReturns(file, told, sources).map(({ path, isKept }) => {
    if (isKept) return note('kept_beside_return', KEPT_SAYS, path);
    return isThere ? error('plan_not_in_return', NO_PLAN, path) : error('child_not_in_return', NO_CHILD, path);
  });
}

const NO_PLAN = safe`The program could read no row of this plan in the return. Is it the plan of another child, is it missing in the source, or was its row refused?`;
const NO_CHILD = safe`The child was on a plan, and the program could read no row of this child in the return. Is the child missing in the source, or were the rows refused?`;

/** Where both have something, and not the same. What sources only hint at is for an import. */
function differing({ kind, code, says, shown, path }: Item): Diagnostic[] {
  if (kind === 'question') return [];
  if (kind === 'kept') return [note('kept_beside_return', KEPT_SAYS, path ?? [])];
  if (code === OTHER_OPEN_PLAN) return [error('plan_not_in_case', OTHER_PLAN, path ?? [], shown ? { shown } : {})];
  const extras = shown === undefined ? {} : { shown };
  if (code === 'plan_ended_in_return' || (kind === 'change' && path?.[0] === 'current_plan' && path.length === 1))
    return [error('plan_closed_in_return', CLOSED, path ?? [], extras)];
  if (kind === 'change') return [error('differs_from_return', CHANGED, path ?? [], extras)];
  return [error('differs_from_return', says, path ?? [], extras)];
}

const CLOSED = safe`This plan is open here, and the return has it as ended. Which one is right?`;
const OTHER_PLAN = safe`The return has another plan open since. Import it, or correct the source.`;
const CHANGED = safe`A later return has another value. Import it, or correct the source.`;

/** What the returns have and the case file does not, list by list. */
function missing({ edits, file }: Outcome): Diagnostic[] {
  const isNew = (path: Path): boolean =>
    path[0] === 'current_plan' ? file?.current_plan === undefined : typeof path[2] === 'number';
  const found = edits.filter(({ path, value }) => value !== undefined && isNew(path));
  const plans = found.filter(
    ({ path: [part], value }) => (part === 'current_plan' || part === 'previous_plans') && !isMoved(value, file),
  );
  const lists = [...new Set(found.map(({ path: [part] }) => String(part)))].filter((part) => WORDS[part]);
  return [
    ...(plans.length > 0
      ? [
          error(
            'plan_not_in_case',
            safe`The return has ${plans.length} ${plans.length === 1 ? PLAN : PLANS} that this case file does not have.`,
            ['previous_plans'],
          ),
        ]
      : []),
    ...lists.map((part) => {
      const count = found.filter(({ path }) => path[0] === part).length;
      const says = safe`The return has more ${WORDS[part] ?? safe`entries`} than this case file: ${count}. Import the return to add them.`;
      return warning('not_in_case', says, [part]);
    }),
  ];
}

const [PLAN, PLANS] = [safe`plan`, safe`plans`];

const WORDS: Readonly<Record<string, Safe>> = {
  looked_after: safe`episodes of care`,
  meetings: safe`meetings`,
  visits: safe`visits`,
};

/** Whether a plan is the one of today, which has become an earlier one. */
const isMoved = (value: unknown, file: CaseFile | undefined): boolean => {
  const current = typeof file?.current_plan === 'object' ? file.current_plan.began : undefined;
  return (
    current !== undefined && typeof value === 'object' && value !== null && Reflect.get(value, 'began') === current
  );
};
