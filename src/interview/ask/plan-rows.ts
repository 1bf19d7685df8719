import { type StoredDate, storedInWords } from '../../calendar/typed-date.ts';
import type { CaseFile, PreviousPlan } from '../../case/file/case-schema.ts';
import { CATEGORIES } from '../../facts/categories.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { Read, Reply, Row, Value } from '../prompters/prompter.ts';
import type { PageContext } from './page-context.ts';
import { byHand, dateAgain, dateHint, readDate } from './row-parts.ts';

/** One plan, value by value; one that is over has an end. */
export function planRows(path: Path, context: PageContext, isOver: boolean): Row[] {
  const date = readDate(context);
  const end = (typed: string): Read<StoredDate> => (typed === 'open' ? { value: typed } : date(typed));
  return [
    lineRow([...path, 'authority'], 'Which local authority held the plan?', readName, context),
    lineRow([...path, 'began'], 'When did it begin?', date, context),
    ...(isOver ? [lineRow([...path, 'ended'], 'When did it end? Or `open`', end, context)] : []),
    categoryRow([...path, 'category'], context),
  ];
}

const takes =
  (path: Path, { session }: PageContext) =>
  (reply: Reply<Value>): void => {
    const [before, now] = [session.at(path), 'value' in reply ? reply.value : undefined];
    if (before === undefined && now === undefined) return;
    session.accept([{ path, value: now }, ...(before === undefined || before === now ? [] : byHand(path, session))]);
  };

function lineRow(path: Path, question: string, read: (typed: string) => Read<Value>, context: PageContext): Row {
  const isTyped = path.at(-1) !== 'authority';
  const value = context.session.at(path);
  const isDate = isTyped && value !== 'open';
  return {
    key: path.join('.'),
    question,
    isPart: true,
    asides: ['not_known'],
    read,
    ...(isTyped && { hint: dateHint(context.session.asAt) }),
    now: value === undefined ? undefined : isDate ? storedInWords(value as StoredDate) : String(value),
    typed: isDate ? dateAgain(value) : value === undefined ? undefined : String(value),
    take: takes(path, context),
  };
}

function categoryRow(path: Path, context: PageContext): Row {
  const value = context.session.at(path) as keyof typeof CATEGORIES | undefined;
  return {
    key: path.join('.'),
    question: 'Under which category?',
    isPart: true,
    options: Object.entries(CATEGORIES).map(([code, name]) => ({ value: code, name })),
    asides: ['not_known'],
    now: value && CATEGORIES[value],
    take: takes(path, context),
  };
}

const readName = (typed: string): Read<string> =>
  typed ? { value: typed } : { problem: 'Type the name of the authority, or `not known`.' };

type Plan = NonNullable<Exclude<CaseFile['current_plan'], 'none'>>;

/** A plan in one line; one that is over has an end, known or not. */
export function planInWords(plan: PreviousPlan | Plan, over = true): string {
  const ended = 'ended' in plan ? plan.ended : undefined;
  const end = ended === undefined ? 'end not known' : ended === 'open' ? 'still open' : `ended ${storedInWords(ended)}`;
  return [
    plan.authority ?? 'authority not known',
    plan.began === undefined ? 'start not known' : `began ${storedInWords(plan.began)}`,
    ...(over ? [end] : []),
    plan.category ? CATEGORIES[plan.category] : 'category not known',
  ].join('; ');
}
