import type { Path } from '../../messages/diagnostic.ts';
import type { Edit } from '../../yaml/write.ts';

/** What becomes of answers to a case file that another hand has changed since it was read. */
export interface Rebased {
  /** The answers as they are to be put into the changed file. */
  readonly edits: readonly Edit[];
  /** Whether somebody answered the same meanwhile, or took away what an answer was about: theirs stands. */
  readonly isLost: boolean;
  /** Whether an entry of a list has another number now. */
  readonly isMoved: boolean;
  /** Whether both wrote in one text: both are kept. */
  readonly isMerged: boolean;
}

interface Both {
  readonly base: unknown;
  readonly theirs: unknown;
}

/** Finds the place of each answer by what stands there, never by its number in a list. */
export function rebased(edits: readonly Edit[], both: Both): Rebased {
  const found = edits.map((edit) => rebaseOne(edit, both));
  const kept = found.filter((one) => one !== undefined);
  return {
    edits: kept.map(({ edit }) => edit),
    isLost: kept.length < edits.length,
    isMoved: kept.some(({ isMoved }) => isMoved),
    isMerged: kept.some(({ isMerged }) => isMerged),
  };
}

interface One {
  readonly edit: Edit;
  readonly isMoved: boolean;
  readonly isMerged: boolean;
}

function rebaseOne({ path, value }: Edit, both: Both): One | undefined {
  const place = placeIn(path, both);
  if (!place) return undefined;
  const edit = (now: unknown): Edit => ({ path: place.path, value: now });
  const isMoved = place.path.join() !== path.join();
  const { base, theirs } = place;
  if (same(base, theirs) || same(theirs, value)) return { edit: edit(value), isMoved, isMerged: false };
  const merged = mergedAt(path, place, value);
  return merged === undefined ? undefined : { edit: edit(merged), isMoved, isMerged: true };
}

interface Place extends Both {
  readonly path: Path;
}

/** What says something of a whole list stands only while the list is the same. */
const OF_A_LIST: readonly unknown[] = ['complete', 'count'];

/** Follows a path through both files; undefined where its entry, or the group around it, is not there any more. */
function placeIn(path: Path, both: Both): Place | undefined {
  let { base, theirs } = both;
  const way: (string | number)[] = [];
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isLast && OF_A_LIST.includes(step) && !same(base, theirs)) return undefined;
    if (!isGroup(theirs) && theirs !== undefined && !same(base, theirs)) return undefined;
    const next = typeof step === 'number' ? numberIn(step, base, theirs) : step;
    if (next === undefined) return undefined;
    way.push(next);
    [base, theirs] = [valueAt(base, step), valueAt(theirs, next)];
  }
  return { path: way, base, theirs };
}

/** The number of the same entry in the other list; a new entry comes last. */
function numberIn(step: number, base: unknown, theirs: unknown): number | undefined {
  const [before, now] = [listOf(base), listOf(theirs)];
  if (step >= before.length) return now.length;
  const entry = before[step];
  const alike = (list: readonly unknown[]): number[] => list.flatMap((one, i) => (same(one, entry) ? [i] : []));
  const found = alike(now)[alike(before).indexOf(step)];
  if (found !== undefined) return found;
  const onlyThis = before.length === now.length && before.every((one, i) => i === step || same(one, now[i]));
  return onlyThis ? step : undefined;
}

/** Two texts in one place are both kept, and so are the ticks of two people. */
function mergedAt(path: Path, { base, theirs }: Both, mine: unknown): unknown {
  if (path.at(-1) === 'text' && typeof theirs === 'string' && typeof mine === 'string') {
    if (theirs.includes(mine.trim())) return theirs;
    return mine.includes(theirs.trim()) ? mine : `${theirs.trimEnd()}\n\n${mine}`;
  }
  if (path.at(-1) !== 'covers' || !Array.isArray(theirs) || !Array.isArray(mine)) return undefined;
  const gone = listOf(base).filter((one) => !mine.includes(one));
  return [...new Set([...theirs, ...mine])].filter((one) => !gone.includes(one));
}

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;

const valueAt = (value: unknown, step: string | number): unknown =>
  isGroup(value) ? Reflect.get(value, step) : undefined;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
