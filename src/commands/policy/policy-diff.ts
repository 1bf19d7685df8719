import { changesOf } from '../../assess/worked/case-diff.ts';
import { diffPacks, type Side } from '../../assess/worked/pack-diff.ts';
import { FIRST_DAY } from '../../calendar/dates.ts';
import { textOn } from '../../case/sheet/book-on.ts';
import { CaseFolder } from '../../cases/case-folder.ts';
import { CaseOpener } from '../../cases/case-opener.ts';
import type { FiledCase } from '../../cases/opened.ts';
import { findFiles } from '../../files/find/find-cases.ts';
import { packsAt } from '../../files/policies/packs-at.ts';
import type { Io } from '../../io.ts';
import { TooManyNodes } from '../../logic/diagram.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { fileName } from '../../messages/safe.ts';
import { oneOf } from '../../messages/suggest.ts';
import type { Period } from '../../policy/editions/period.ts';
import { usedBy } from '../../policy/folder/touched.ts';
import { choosePacks } from '../../policy/pack/choose-packs.ts';
import {
  type ChangedCase,
  type Compared,
  type DiffReport,
  diffJson,
  diffText,
  isSame,
} from '../../report/pack/diff-report.ts';
import type { CommonOptions } from '../common-options.ts';
import { styleFor } from '../style.ts';
import { policyFolder } from './folder.ts';

export interface PolicyDiffOptions extends CommonOptions {
  readonly format: 'text' | 'json';
  /** Case files, or folders of them: which of them are told otherwise. */
  readonly cases?: readonly string[];
}

/** `cpplan policy diff`: what changes in meaning from one pack, or folder of packs, to another. */
export async function policyDiff(old: string, now: string, options: PolicyDiffOptions, io: Io): Promise<ExitCode> {
  const sides = [old, now].map((path) => packsAt(path, io.shipped.policies, () => policyFolder(options, io))) as [
    Side[],
    Side[],
  ];
  const pairs = pairsOf(...sides);
  const report: DiffReport = {
    compared: comparedPairs(pairs.filter(([a, b]) => !isOneFile(a, b))),
    removed: unpaired(
      sides[0],
      pairs.map(([a]) => a),
    ),
    added: unpaired(
      sides[1],
      pairs.map(([, b]) => b),
    ),
    ...(options.cases && { cases: await casesOf(options.cases, alone(sides, pairs), options, io) }),
  };
  if (options.format === 'json') io.out(`${JSON.stringify(diffJson(report), null, 2)}\n`);
  else io.out(diffText(report, await styleFor(options, io)));
  return isSame(report) ? EXIT.done : EXIT.findings;
}

type Pair = readonly [Side, Side];

const comparedPairs = (pairs: readonly Pair[]): Compared[] => pairs.flatMap(inTime).map(([a, b]) => compare(a, b));

/** The packs of one folder as it read before and as it reads now. @throws UserError where two cannot be compared */
export const comparedSides = (old: readonly Side[], now: readonly Side[]): Compared[] =>
  comparedPairs(pairsOf(old, now));

/** Packs of one name; two files are compared whatever their names. */
function pairsOf(old: readonly Side[], now: readonly Side[]): Pair[] {
  const [a, b] = [old[0], now[0]];
  if (old.length === 1 && now.length === 1 && a && b) return [[a, b]];
  return old.flatMap((one) => {
    const other = now.find(({ pack }) => pack.pack.pack === one.pack.pack.pack);
    return other ? [[one, other] as const] : [];
  });
}

/** Two folders extend the same one, and neither changes what this pack of it means. */
const isOneFile = (a: Side, b: Side): boolean =>
  a.file === b.file && isSameTime(a.pack.period, b.pack.period) && factsIn(a) === factsIn(b);

const isSameTime = (a: Period = {}, b: Period = {}): boolean => a.from === b.from && a.until === b.until;

/** The texts of two packs that are in force at the same time: one pair where neither changes in time. */
function inTime([a, b]: Pair): Pair[] {
  const starts = [a, b].flatMap(({ pack }) => (pack.editions ?? []).map(({ period }) => period?.from ?? ''));
  const days = [...new Set(starts)].sort();
  if (days.length === 0) return [[a, b]];
  const found = days.map(
    (day): Pair => [
      { ...a, pack: textOn(a.pack, day || FIRST_DAY) },
      { ...b, pack: textOn(b.pack, day || FIRST_DAY) },
    ],
  );
  return found;
}

const factsIn = ({ pack }: Side): string => JSON.stringify(usedBy(pack).map((id) => [id, pack.facts.get(id)]));

const unpaired = (all: readonly Side[], paired: readonly Side[]): string[] =>
  all.filter((side) => !paired.includes(side)).map(({ pack }) => pack.pack.pack);

/** @throws UserError where the two cannot be compared */
function compare(old: Side, now: Side): Compared {
  try {
    const diff = diffPacks(old.pack, now.pack);
    if (!('clash' in diff)) return { old, new: now, diff };
    const says = `${oneOf(diff.clash)} is of another type in ${fileName(now.file)} than in ${fileName(old.file)}`;
    throw new UserError(`${fileName(now.file)}: ${says}: the two cannot be compared. Give the new fact another id.`);
  } catch (error) {
    if (!(error instanceof TooManyNodes)) throw error;
    throw new UserError(`${fileName(now.file)}: the two packs are too large together to be compared. ${error.message}`);
  }
}

type Cases = NonNullable<DiffReport['cases']>;

/** A pack before and after; one that is new, or gone, has no other side. */
type Sides = readonly [Side, Side] | readonly [Side, undefined] | readonly [undefined, Side];

/** The pairs, and every pack that has no other side. */
const alone = ([old, now]: readonly [readonly Side[], readonly Side[]], pairs: readonly Pair[]): Sides[] => [
  ...pairs,
  ...old.filter((side) => !pairs.some(([a]) => a === side)).map((side) => [side, undefined] as const),
  ...now.filter((side) => !pairs.some(([, b]) => b === side)).map((side) => [undefined, side] as const),
];

async function casesOf(
  paths: readonly string[],
  pairs: readonly Sides[],
  { asAt, policies }: PolicyDiffOptions,
  io: Io,
): Promise<Cases> {
  const opener = new CaseOpener({ ...(asAt && { asAt }), ...(policies && { policies }) }, io);
  const folder = new CaseFolder(findFiles(paths), opener, undefined, []);
  const [changed, unread]: [ChangedCase[], string[]] = [[], []];
  let counted = 0;
  for (const path of folder.found.files) {
    const filed = await folder.read(path);
    if (!filed) continue;
    if ('why' in filed) {
      unread.push(path);
      continue;
    }
    const { file } = filed;
    const own = pairs.filter((pair) => speaksOn(pair, filed));
    if (own.length > 0) counted++;
    const looked = { file, asAt: filed.asAt, calendar: filed.policies.library.calendar() };
    const changes = own.flatMap(([a, b]) => changesOf(looked, a, b));
    if (changes.length > 0) changed.push({ file: path, case: file.case, changes });
  }
  return { looked: counted, changed, unread };
}

/** Whether a case goes by a pack: by those of its authority, and those that it or its folder adds; by any, where none is named. */
function speaksOn(pair: Sides, { file, policies }: FiledCase): boolean {
  const chosen = choosePacks(file, policies.library.profiles());
  return 'says' in chosen || pair.some((side) => side && chosen.packs.includes(side.pack.pack.pack));
}
