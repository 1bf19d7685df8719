import { type Day, plusMonths } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { range } from '../../case/sheet/records.ts';
import { type Diagnostic, error, type Path, warning } from '../../messages/diagnostic.ts';
import { type Safe, safe } from '../../messages/safe.ts';
import type { ChildRecords, Source } from '../records.ts';
import type { Item, Outcome } from './put.ts';
import { fits } from './put.ts';
import { putIntoCase } from './put-all.ts';
import { tell } from './tell.ts';
import type { Told } from './told.ts';

/** Returns that have every plan of a time: a plan of the case file that is missing there is a difference. */
const HAVE_PLANS: readonly Source['kind'][] = ['cin', 'annex_a', 'ssd'];

/** What returns say otherwise than a case file, which stays as it is. @param pieces of this child, from every return read */
export function against(file: CaseFile, pieces: readonly ChildRecords[], sources: readonly Source[]): Diagnostic[] {
  const told = tell(pieces);
  const outcome = putIntoCase(told, file);
  return [
    ...notInReturns(file, told, sources, pieces.length > 0),
    ...outcome.items.flatMap(differing),
    ...missing(outcome),
  ];
}

/** Plans of the case file that were open on the day of a return which does not have them. */
function notInReturns(file: CaseFile, { plans }: Told, sources: readonly Source[], isThere: boolean): Diagnostic[] {
  const last = sources
    .filter(({ kind }) => HAVE_PLANS.includes(kind))
    .reduce<Day>((day, one) => (one.dataDate > day ? one.dataDate : day), '');
  if (last === '') return [];
  const since = plusMonths(last, -12);
  const listed = (file.previous_plans?.plans ?? []).map((plan, i) => ({
    plan,
    path: ['previous_plans', 'plans', i] as Path,
  }));
  const current =
    typeof file.current_plan === 'object' ? [{ plan: file.current_plan, path: ['current_plan'] as Path }] : [];
  return [...listed, ...current].flatMap(({ plan, path }) => {
    const [began, ended] = [
      range(plan.began),
      range('ended' in plan && plan.ended !== 'open' ? plan.ended : undefined),
    ];
    // Only of a plan that certainly was there in the year of the return
    const isIn = began !== undefined && began.to <= last && (ended ? ended.from > since : path[0] === 'current_plan');
    if (!isIn || plans.some(({ start }) => fits(plan.began, start))) return [];
    return isThere ? error('plan_not_in_return', NO_PLAN, path) : error('child_not_in_return', NO_CHILD, path);
  });
}

const NO_PLAN = safe`The program could read no row of this plan in the return. Is it the plan of another child, is it missing in the source, or was its row refused?`;
const NO_CHILD = safe`The child was on a plan, and the program could read no row of this child in the return. Is the child missing in the source, or were the rows refused?`;

/** Where both have something, and not the same. What sources only hint at is for an import. */
function differing({ kind, code, says, shown, path }: Item): Diagnostic[] {
  if (kind === 'question') return [];
  const extras = shown === undefined ? {} : { shown };
  if (code === 'plan_ended_in_return' || (kind === 'change' && path?.[0] === 'current_plan' && path.length === 1))
    return [error('plan_closed_in_return', CLOSED, path ?? [], extras)];
  if (kind === 'change') return [error('differs_from_return', CHANGED, path ?? [], extras)];
  return [error('differs_from_return', says, path ?? [], extras)];
}

const CLOSED = safe`This plan is open here, and the return has it as ended. Which one is right?`;
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
