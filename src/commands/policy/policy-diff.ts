import { changesOf } from '../../assess/worked/case-diff.ts';
import { diffPacks, type Side } from '../../assess/worked/pack-diff.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { readCase } from '../../case/file/read-case.ts';
import { findCases } from '../../files/find/find-cases.ts';
import { packsAt } from '../../files/policies/packs-at.ts';
import { readText } from '../../files/read-text.ts';
import type { Io } from '../../io.ts';
import { TooManyNodes } from '../../logic/diagram.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { oneOf } from '../../messages/suggest.ts';
import {
  type ChangedCase,
  type Compared,
  type DiffReport,
  diffJson,
  diffText,
  isSame,
} from '../../report/pack/diff-report.ts';
import { asAtFor, type CommonOptions, policyFolder, styleFor } from '../shared.ts';

export interface PolicyDiffOptions extends CommonOptions {
  readonly format: 'text' | 'json';
  /** Case files, or folders of them: which of them are told otherwise. */
  readonly cases?: readonly string[];
}

/** `cpplan policy diff`: what changes in meaning from one pack, or folder of packs, to another. */
export async function policyDiff(old: string, now: string, options: PolicyDiffOptions, io: Io): Promise<ExitCode> {
  const sides = [old, now].map((path) => packsAt(path, () => policyFolder(options, io))) as [Side[], Side[]];
  const pairs = pairsOf(...sides);
  const compared = pairs.map(([a, b]) => compare(a, b));
  const report: DiffReport = {
    compared,
    removed: unpaired(
      sides[0],
      pairs.map(([a]) => a),
    ),
    added: unpaired(
      sides[1],
      pairs.map(([, b]) => b),
    ),
    ...(options.cases && { cases: casesOf(options.cases, pairs, options, io) }),
  };
  if (options.format === 'json') io.out(`${JSON.stringify(diffJson(report), null, 2)}\n`);
  else io.out(diffText(report, styleFor(options, io)));
  return isSame(report) ? EXIT.done : EXIT.findings;
}

type Pair = readonly [Side, Side];

/** Packs of one name; two files are compared whatever their names. */
function pairsOf(old: readonly Side[], now: readonly Side[]): Pair[] {
  const [a, b] = [old[0], now[0]];
  if (old.length === 1 && now.length === 1 && a && b) return [[a, b]];
  return old.flatMap((one) => {
    const other = now.find(({ pack }) => pack.pack.pack === one.pack.pack.pack);
    return other ? [[one, other] as const] : [];
  });
}

const unpaired = (all: readonly Side[], paired: readonly Side[]): string[] =>
  all.filter((side) => !paired.includes(side)).map(({ pack }) => pack.pack.pack);

/** @throws UserError where the two cannot be compared */
function compare(old: Side, now: Side): Compared {
  try {
    const diff = diffPacks(old.pack, now.pack);
    if (!('clash' in diff)) return { old, new: now, diff };
    const says = `${oneOf(diff.clash)} is of another type in ${now.file} than in ${old.file}`;
    throw new UserError(`${now.file}: ${says}: the two cannot be compared. Give the new fact another id.`);
  } catch (error) {
    if (!(error instanceof TooManyNodes)) throw error;
    throw new UserError(`${now.file}: the two packs are too large together to be compared. ${error.message}`);
  }
}

type Cases = NonNullable<DiffReport['cases']>;

function casesOf(paths: readonly string[], pairs: readonly Pair[], options: PolicyDiffOptions, io: Io): Cases {
  const files = findCases(paths).map((path) => ({ path, file: fileAt(path) }));
  const spoken = files.flatMap(({ path, file }) => {
    const own = file ? pairs.filter((pair) => speaksOn(pair, file)) : [];
    return file && own.length > 0 ? [{ path, file, own }] : [];
  });
  const changed = spoken.flatMap(({ path, file, own }): ChangedCase[] => {
    const changes = own.flatMap(([a, b]) => changesOf(file, a, b, asAtFor(file, options, io)));
    return changes.length > 0 ? [{ file: path, case: file.case, changes }] : [];
  });
  const unread = files.flatMap(({ path, file }) => (file ? [] : [path]));
  return { looked: spoken.length, changed, unread };
}

const speaksOn = (pair: Pair, { packs }: CaseFile): boolean =>
  pair.some(({ pack }) => packs === undefined || packs.includes(pack.pack.pack));

function fileAt(path: string): CaseFile | undefined {
  try {
    return readCase(readText(path)).file;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
