import type { Diagnostic, Locate, Path, Placed, Position } from '../../messages/diagnostic.ts';
import type { Safe } from '../../messages/safe.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Kind } from '../../policy/pack/pack-schema.ts';

/** How much an item of a check weighs, heaviest first. An error means that the file cannot be relied on. */
export const LEVELS = ['error', 'overdue', 'past_due', 'outstanding', 'undecided', 'note'] as const;

export type Level = (typeof LEVELS)[number];

/** A level as people read it. */
export const levelInWords = (level: Level): string => (level === 'past_due' ? 'past due' : level);

/** Whether a level weighs as much as another, or more. */
export const reaches = (level: Level, least: Level): boolean => WEIGHT[level] <= WEIGHT[least];

const WEIGHT = Object.fromEntries(LEVELS.map((level, i) => [level, i])) as Record<Level, number>;

/** What an item is about: the file itself, a question for decision, or a requirement of some kind. */
export type About = 'file' | 'question' | Kind;

/** A finding or a diagnostic as it is weighed in a check. */
interface Weighed {
  readonly level: Level;
  /** Code of the diagnostic, or id of the requirement or question. */
  readonly rule: Safe;
  readonly about: About;
  /** The pack that it is from; none for what is about the file. */
  readonly pack?: Pick<CompiledPack, 'pack'> | undefined;
  readonly clauses: readonly Safe[];
  readonly says: Safe;
  /** Who must see to it, by title. */
  readonly who?: Safe | undefined;
  /** Days left until it is due; below 0 it is overdue by so many. */
  readonly days?: number | undefined;
}

/** One whose words and place are worked out only if it is shown. */
export interface Concern extends Weighed {
  readonly path: Path;
  readonly at: 'key' | 'value';
  /** The value at fault, for the reader of the file alone. */
  readonly shown?: string | undefined;
}

/** One as a line of a report, at its place: nothing of what the case file holds. */
export interface CheckItem extends Weighed, Position {}

const LEVEL_OF = { error: 'error', warning: 'note', note: 'note' } as const;

/** A diagnostic as it is weighed in a check. */
export const ofFile = ({ code, severity, says, path, at = 'value', shown }: Diagnostic): Concern => ({
  level: LEVEL_OF[severity],
  rule: code,
  about: 'file',
  clauses: [],
  says,
  path,
  at,
  shown,
});

/** A line of a report, and what stands apart from it for the reader of the file alone. */
export interface Line {
  readonly item: CheckItem;
  readonly shown: string | undefined;
}

/** The concerns that weigh enough to be shown, with words and places, in the order of the file. */
export function linesOf(list: readonly Concern[], show: Level, locate: Locate): Line[] {
  return list
    .filter(({ level }) => reaches(level, show))
    .map((concern) => ({ item: itemOf(concern, locate(concern.path, concern.at)), shown: concern.shown }))
    .sort(({ item: a }, { item: b }) => a.line - b.line || a.column - b.column || WEIGHT[a.level] - WEIGHT[b.level]);
}

/** A concern at its place, without the value at fault. */
export function itemOf(concern: Concern, { line, column }: Position): CheckItem {
  const { level, rule, about, pack, clauses, days, says, who } = concern;
  return { level, rule, about, pack, clauses, days, says, who, line, column };
}

/** What is wrong with a file that could not be read as a case, or with a comment in it. */
export const faultLine = (fault: Placed<Diagnostic>): Line => ({
  item: itemOf(ofFile(fault), fault),
  shown: fault.shown,
});
