import { changedByHand } from '../../case/file/imported.ts';
import { LEGAL_STATUSES, PLACEMENTS, placementInWords } from '../../facts/records/codes.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { Edit } from '../../yaml/write.ts';
import type { StillItem } from '../agenda/item.ts';
import { type StillAnswer, type StillPut, stillPut } from '../agenda/still.ts';
import type { Option, Reply, Row, Value } from '../prompters/prompter.ts';
import type { PageContext } from './page-context.ts';
import { dateHint, markOf, readDate, why } from './row-parts.ts';

/** Whether what a record shows open still is: confirmed, ended or changed on a day. Each is one question with its parts. */
export function stillRows(item: StillItem, context: PageContext): Row[] {
  const { session } = context;
  const put = stillPut(item, { file: session.file, asAt: session.asAt });
  return [...put.flatMap((one, i) => oneRow(item, one, i, context)), ...changedRows(item, context)];
}

function oneRow(
  item: StillItem,
  { path, question, beside, options }: StillPut,
  i: number,
  context: PageContext,
): Row[] {
  const { session, memory } = context;
  const key = i === 0 ? item.key : `${item.key}.${i}`;
  const answer = (['changed', 'ended'] as const).find((one) => memory.opened.has(`${key}.${one}`));
  const isConfirmed = session.at([...path, 'confirmed']) !== undefined;
  const now = answer ? (answer === 'ended' ? 'no' : 'changed') : isConfirmed ? 'yes' : undefined;
  const main: Row = {
    key,
    question,
    beside,
    options,
    asides: ['not_known'],
    why: why(item, context),
    now,
    mark: markOf(now),
    take: (reply: Reply<Value>) => {
      for (const one of ['changed', 'ended']) memory.opened.delete(`${key}.${one}`);
      if (isConfirmed) session.accept([{ path: [...path, 'confirmed'], value: undefined }]);
      if (!('value' in reply)) return;
      if (reply.value === 'yes') session.accept([{ path: [...path, 'confirmed'], value: session.asAt }]);
      else memory.opened.add(`${key}.${reply.value}`);
    },
  };
  return answer ? [main, dayRow(item, path, key, answer, context)] : [main];
}

/** When it ended, or changed. That it ended is kept where the day is not known; of a change the day is needed. */
function dayRow(
  { list }: StillItem,
  path: Path,
  key: string,
  answer: Exclude<StillAnswer, 'yes'>,
  context: PageContext,
): Row {
  const { session, memory } = context;
  return {
    key: `${key}.day`,
    question: answer === 'ended' ? 'When did it end?' : 'When did it change?',
    isPart: true,
    asides: ['not_known'],
    read: readDate(context),
    hint: dateHint(session.asAt),
    now: undefined,
    take: (reply) => {
      const day = 'value' in reply ? reply.value : undefined;
      if (list === 'current_plan') session.accept(planEnded(day, context));
      else if (day !== undefined) {
        session.accept(careEnded(path, day, answer === 'changed', context));
        if (answer === 'changed') memory.opened.add(`${key}.next`);
      }
    },
  };
}

/** The plan becomes the last of the earlier ones. Whether there is another one today is asked as ever. */
function planEnded(day: Value | undefined, { session }: PageContext): Edit[] {
  const plan = session.at(['current_plan']) as Readonly<Record<string, unknown>>;
  const { open_on: _, ...rest } = plan;
  const source = changedByHand(rest.source as string | undefined);
  const listed = session.file.previous_plans?.plans?.length ?? 0;
  return [
    {
      path: ['previous_plans', 'plans', listed],
      value: { ...rest, ...(source !== undefined && { source }), ...(day !== undefined && { ended: day }) },
    },
    { path: ['current_plan'], value: undefined },
  ];
}

function careEnded(path: Path, day: Value, isChange: boolean, { session }: PageContext): Edit[] {
  const listed = typeof session.file.looked_after === 'object' ? session.file.looked_after.episodes.length : 0;
  const own = changedByHand(session.at([...path, 'source']) as string | undefined);
  return [
    { path: [...path, 'ended'], value: day },
    { path: [...path, 'open_on'], value: undefined },
    ...(own === undefined ? [] : [{ path: [...path, 'source'], value: own }]),
    ...(isChange ? [{ path: ['looked_after', 'episodes', listed], value: { began: day } }] : []),
  ];
}

/** What the child's status and placement are since the change. */
function changedRows(item: StillItem, context: PageContext): Row[] {
  const { session, memory } = context;
  const episodes = typeof session.file.looked_after === 'object' ? session.file.looked_after.episodes : [];
  if (item.list !== 'looked_after' || !memory.opened.has(`${item.key}.next`)) return [];
  const path: Path = ['looked_after', 'episodes', episodes.length - 1];
  const statuses = Object.entries(LEGAL_STATUSES).map(([value, name]) => ({ value, name: `${value}: ${name}` }));
  const placements = PLACEMENTS.map((value) => ({ value, name: placementInWords(value) }));
  return [
    codeRow([...path, 'legal_status'], 'Under which legal status since then?', statuses, context),
    codeRow([...path, 'placement'], 'In which placement since then?', placements, context),
  ];
}

function codeRow(path: Path, question: string, options: readonly Option<string>[], { session }: PageContext): Row {
  const now = session.at(path) as string | undefined;
  return {
    key: path.join('.'),
    question,
    isPart: true,
    options,
    asides: ['not_known'],
    now,
    take: (reply) => session.accept([{ path, value: 'value' in reply ? reply.value : undefined }]),
  };
}
