import { type Day, type DayRange, plusDays } from '../../calendar/dates.ts';
import { later, type Unit } from '../../calendar/lengths.ts';
import type { Calendar } from '../../calendar/working-days.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { CountedTime } from '../../facts/derivations/form.ts';
import { formOf } from '../../facts/derivations/table.ts';
import type { Diagram } from '../../logic/diagram.ts';
import { support } from '../../logic/walks.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Variable } from '../../policy/compile/variables.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import { assess } from '../case/assess.ts';
import { type Assessment, type Finding, isFrom, type QuestionResult } from '../case/assessment.ts';
import { regionOf } from './reasons.ts';

/** A day on which a length of time passes a threshold of a pack with nobody doing anything. */
export interface Flip {
  readonly day: Day;
  readonly pack: CompiledPack;
  readonly variable: number;
  readonly fact: string;
  /** What is then known of the fact: one range, or several where the day it is counted from is not known exactly. */
  readonly to: readonly string[];
  /** Everything that the packs say on that day, if the file stays as it is. */
  readonly later: Assessment;
}

/** Every such day after the one of an assessment, earliest first; a time counted to a recorded event has none. */
export function flipsOf(file: CaseFile, book: Rulebook, now: Assessment): Flip[] {
  const days = new Set(book.packs.flatMap((pack) => candidates(pack, now, book.scope.calendar)));
  let before = now;
  return [...days].sort().flatMap((day) => {
    const later = assess(file, book, day);
    const found = book.packs.flatMap((pack) => changed(pack, before, later, day));
    before = later;
    return found;
  });
}

function changed(pack: CompiledPack, before: Assessment, later: Assessment, day: Day): Flip[] {
  const [was, is] = [before.masks.get(pack) ?? [], later.masks.get(pack) ?? []];
  return pack.variables.flatMap(({ fact, regions }, variable) => {
    const mask = is[variable];
    if (mask === undefined || mask === was[variable] || !timeOf(pack, fact)) return [];
    const open = Array.from({ length: regions }, (_, region) => region).filter((region) => mask & (1 << region));
    return [{ day, pack, variable, fact, to: open.map((region) => regionOf(pack, variable, region)), later }];
  });
}

/** The days on which a length of time that is counted from a known day would pass a threshold. */
function candidates(pack: CompiledPack, { sheet, asAt }: Assessment, calendar: Calendar): Day[] {
  return pack.variables.flatMap(({ fact, spans }) => {
    const how = timeOf(pack, fact);
    const known = how && sheet.states.get(how.from)?.known;
    if (!how || known?.kind !== 'days') return [];
    return thresholdDays(spans, known.days, how.unit, calendar).filter((day) => day > asAt);
  });
}

function timeOf(pack: CompiledPack, fact: string): CountedTime | undefined {
  const how = pack.facts.get(fact)?.derive;
  return how && formOf(how).time?.(how);
}

function thresholdDays(spans: Variable['spans'], start: DayRange, unit: Unit, calendar: Calendar): Day[] {
  return (spans ?? []).slice(1).flatMap(({ lo }) => {
    const ends = [start.from, start.to].map((day) => later(day, { [unit]: Math.floor(lo / 2) }, calendar));
    return ends.flatMap((end) => (end === undefined ? [] : lo % 2 === 0 ? end : plusDays(end, 1)));
  });
}

/** What a question comes to on each day on which time alone changes something that it looks at. */
export function questionFlips(
  { id, pack, compiled }: QuestionResult,
  flips: readonly Flip[],
): [Flip, QuestionResult][] {
  return touching(pack, [compiled.route], flips).flatMap((flip) =>
    flip.later.questions.filter((q) => q.pack === pack && q.id === id).map((q): [Flip, QuestionResult] => [flip, q]),
  );
}

/** What becomes of a finding on each day on which time alone changes whether it applies, or is met. */
export function findingFlips({ rule, pack, instance }: Finding, flips: readonly Flip[]): [Flip, Finding][] {
  const compiled = [...pack.requirements, ...pack.indicators].find(({ id }) => id === rule);
  if (!compiled) return [];
  const place = instance?.path.join();
  const isSame = (f: Finding): boolean => isFrom(f, pack) && f.rule === rule && f.instance?.path.join() === place;
  const looksAt = [compiled.applies, ...('evidence' in compiled ? [compiled.evidence, compiled.refused] : [])];
  return touching(pack, looksAt, flips).flatMap((flip) =>
    flip.later.findings.filter(isSame).map((f): [Flip, Finding] => [flip, f]),
  );
}

function touching(pack: CompiledPack, looksAt: readonly Diagram[], flips: readonly Flip[]): Flip[] {
  const variables = looksAt.flatMap(support);
  return flips.filter((flip) => flip.pack === pack && variables.includes(flip.variable));
}
