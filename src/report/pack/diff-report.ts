import type { CaseChange } from '../../assess/worked/case-diff.ts';
import type { Ground, PackDiff, ShownDifference, Side } from '../../assess/worked/pack-diff.ts';
import { fileName } from '../../messages/safe.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { periodInWords } from '../../policy/editions/period.ts';
import { endInWords, subjectInWords } from '../words/ends.ts';
import type { Style } from '../words/style.ts';

/** A case file that would be told otherwise. */
export interface ChangedCase {
  readonly file: string;
  readonly case: string;
  readonly changes: readonly CaseChange[];
}

/** Two versions of one pack, compared. */
export interface Compared {
  readonly old: Side;
  readonly new: Side;
  readonly diff: PackDiff;
}

/** What `policy diff` found. */
export interface DiffReport {
  readonly compared: readonly Compared[];
  /** Packs that only one of two folders has. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** Where case files were named: how many a pack speaks on, those that change, and those that could not be read. */
  readonly cases?: {
    readonly looked: number;
    readonly changed: readonly ChangedCase[];
    readonly unread: readonly string[];
  };
}

export const isSame = ({ compared, removed, added, cases }: DiffReport): boolean =>
  removed.length + added.length + (cases?.changed.length ?? 0) === 0 && compared.every(({ diff }) => isSamePack(diff));

const isSamePack = ({ differences, terms, onlyInOld, onlyInNew }: PackDiff): boolean =>
  differences.length + terms.length === 0 && !onlyInOld && !onlyInNew;

/** The result of `policy diff` as text. */
export function diffText({ compared, removed, added, cases }: DiffReport, style: Style): string {
  return `${[
    ...compared.map((pair) => comparedText(pair, style)),
    ...removed.map((name) => `${style.heading(name)}: only in the first folder.`),
    ...added.map((name) => `${style.heading(name)}: only in the second folder.`),
    ...(cases ? [casesText(cases, style)] : []),
  ].join('\n\n')}\n`;
}

function comparedText({ old, new: now, diff }: Compared, style: Style): string {
  const sides = [old, now].map(({ pack }) => `${pack.pack.version}${textOf(pack)}`);
  const head = style.heading(`${now.pack.pack.pack}: ${sides.join(' to ')}`);
  if (isSamePack(diff)) return `${head}\n  Same in every case.`;
  const terms = diff.terms.map(({ what, id, part, from, to }) => `  the ${what} \`${id}\`, ${part}: ${from} → ${to}`);
  const possible = [
    ...(diff.onlyInOld ? ['  Now taken to be impossible, for example:', boxed(diff.onlyInOld.text)] : []),
    ...(diff.onlyInNew ? ['  Newly taken to be possible, for example:', boxed(diff.onlyInNew.text)] : []),
  ];
  return [head, ...diff.differences.map((one) => differenceText(one, style)), ...terms, ...possible].join('\n');
}

/** Of a document that changes in time, which text it is. */
const textOf = ({ period }: CompiledPack): string => (period ? ` (in force ${periodInWords(period)})` : '');

function differenceText(one: ShownDifference, style: Style): string {
  const change = `  ${subjectInWords(one)}: ${endInWords(one, one.from)} → ${endInWords(one, one.to)}`;
  return [
    style.strong(change),
    // Who decides rests on no rule
    ...(one.what === 'decider' ? [] : [`    before: ${groundText(one.old)}`, `    after:  ${groundText(one.new)}`]),
    boxed(one.shows.text),
  ].join('\n');
}

const groundText = ({ rules, clauses }: Ground): string =>
  rules.length > 0 ? `${rules.join(', ')} [${clauses.join(', ')}]` : 'nothing speaks';

const boxed = (text: string): string => text.trimEnd().replace(/^/gm, '    | ');

function casesText({ looked, changed, unread }: NonNullable<DiffReport['cases']>, style: Style): string {
  const lines = changed.flatMap(({ file, case: id, changes }) => [
    `  ${fileName(file)} (${id})`,
    ...changes.map(
      (c) =>
        `    \`${c.id}\`: ${c.from} → ${c.to}${c.rules.length > 0 ? `, by ${c.rules.join(', ')} [${c.clauses.join(', ')}]` : ''}`,
    ),
  ]);
  const failed = unread.map((path) => `  ${fileName(path)}: could not be read, and was left out.`);
  return [style.heading(`${changed.length} of ${looked} case files get a different result`), ...lines, ...failed].join(
    '\n',
  );
}

const sideJson = ({ pack, file }: Side): Record<string, unknown> => ({
  version: pack.pack.version,
  file,
  ...(pack.period && { in_force: pack.period }),
});

/** The result of `policy diff` for machines, version 1. */
export function diffJson(report: DiffReport): Record<string, unknown> {
  const { compared, removed, added, cases } = report;
  return {
    version: 1,
    same: isSame(report),
    packs: compared.map(({ old, new: now, diff }) => ({
      pack: now.pack.pack.pack,
      old: sideJson(old),
      new: sideJson(now),
      differences: diff.differences.map(({ what, id, from, to, old: before, new: after, shows }) => {
        return { what, id, from, to, old: before, new: after, case: { facts: shows.facts, yaml: shows.text } };
      }),
      terms: diff.terms,
      now_impossible: diff.onlyInOld?.facts ?? null,
      no_longer_impossible: diff.onlyInNew?.facts ?? null,
    })),
    removed,
    added,
    ...(cases && { cases }),
  };
}
