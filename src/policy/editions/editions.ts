import { type Day, plusDays } from '../../calendar/dates.ts';
import type { Diagnostic, Path } from '../../messages/diagnostic.ts';
import { error, warning } from '../check/check-names.ts';
import type { Clause, PackText, RuleText } from '../pack/pack-schema.ts';
import { isWithin, NOT_SET, type Period } from './period.ts';

/** A part that can be in force for a time. */
interface Dated {
  readonly in_force?: typeof NOT_SET | { readonly from?: unknown; readonly until?: unknown } | undefined;
  readonly editions?:
    | readonly (object & { readonly in_force: { readonly from?: unknown; readonly until?: unknown } })[]
    | undefined;
}

const GROUPS = ['clauses', 'terms', 'requirements', 'indicators', 'contradictions'] as const;

/** Every part of a pack that can be in force for a time, with its place. */
function* partsOf(pack: PackText): Generator<readonly [Dated, Path]> {
  for (const group of GROUPS) {
    for (const [id, part] of Object.entries((pack[group] ?? {}) as Record<string, Dated>)) yield [part, [group, id]];
  }
  for (const [id, { stages }] of Object.entries(pack.questions)) {
    for (const [i, { rules }] of stages.entries()) {
      for (const [rule, part] of Object.entries(rules as Record<string, Dated>))
        yield [part, ['questions', id, 'stages', i, 'rules', rule]];
    }
  }
}

const periodOf = ({ from, until }: { readonly from?: unknown; readonly until?: unknown }): Period => ({
  ...(from !== undefined && { from: String(from) }),
  ...(until !== undefined && { until: String(until) }),
});

/** The periods that a part names: of its own text first. */
const named = ({ in_force: own, editions = [] }: Dated): Period[] => [
  ...(own === undefined || own === NOT_SET ? [] : [periodOf(own)]),
  ...editions.map((edition) => periodOf(edition.in_force)),
];

/** Whether anything in a pack is in force for a time only, or not at all. */
export const isDated = (pack: PackText): boolean =>
  [...partsOf(pack)].some(([part]) => part.in_force !== undefined || part.editions !== undefined) ||
  Object.values(pack.clauses).some((clause) => clause.not_verified !== undefined);

/** The periods between which nothing in a pack changes, in order; one without ends where nothing in it ever does. */
export function periodsOf(pack: PackText): Period[] {
  const cuts = [...partsOf(pack)].flatMap(([part]) =>
    named(part).flatMap(({ from, until }) => [...(from ? [from] : []), ...(until ? [plusDays(until, 1)] : [])]),
  );
  const starts = [...new Set(cuts)].sort();
  return [undefined, ...starts].map((from, i) => {
    const next = starts[i];
    return { ...(from && { from }), ...(next && { until: plusDays(next, -1) }) };
  });
}

/** A part as it reads in a period; undefined where it is not in force then. */
function reading<T extends Dated>(part: T, day: Day): T | undefined {
  const { editions = [], ...own } = part;
  const other = editions.find((edition) => isWithin(day, periodOf(edition.in_force)));
  if (other) return { ...own, ...other } as unknown as T;
  if (part.in_force === NOT_SET) return undefined;
  return part.in_force === undefined || isWithin(day, periodOf(part.in_force)) ? (own as T) : undefined;
}

/** The text of a pack in a period: what is not in force then is left out, and so is what rests on such clauses alone. */
export function textIn(pack: PackText, { from, until }: Period): PackText {
  const day = from ?? until ?? '2000-01-01';
  const group = <T extends Dated>(parts: Readonly<Record<string, T>> | undefined, keep = reading<T>) =>
    Object.fromEntries(
      Object.entries(parts ?? {}).flatMap(([id, part]) => {
        const read = keep(part, day);
        return read ? [[id, read]] : [];
      }),
    ) as Record<string, T>;
  const waiting = waitingClauses(pack);
  const clauses = group(
    pack.clauses,
    (clause) => reading(clause, day) ?? (clause.in_force === NOT_SET ? clause : undefined),
  );
  const applies = (clause: string): boolean =>
    !Object.hasOwn(pack.clauses, clause) || (Object.hasOwn(clauses, clause) && !isWaiting(clauses[clause]));
  const citing = <T extends Dated & Citing>(part: T): T | undefined => {
    const read = reading(part, day);
    return read && cited(read, applies);
  };
  const requirements = pack.requirements && group(pack.requirements, citing);
  const all = <T extends Citing>(list: readonly T[]): T[] => list.flatMap((part) => cited(part, applies) ?? []);
  return {
    ...pack,
    ask: pack.ask.map((ask) => cited(ask, applies) ?? (({ clauses: _, ...rest }) => rest)(ask)),
    ...(pack.terms && { terms: group(pack.terms) }),
    ...(requirements && { requirements }),
    ...(pack.indicators && { indicators: group(pack.indicators, citing) }),
    ...(pack.contradictions && { contradictions: group(pack.contradictions, citing) }),
    questions: mapped(pack.questions, (question) => ({
      ...question,
      ...(question.decided_by && { decided_by: all(question.decided_by) }),
      outcomes: mapped(question.outcomes, (outcome) => {
        if (!Array.isArray(outcome.urgent)) return outcome;
        const { urgent, ...rest } = outcome;
        const left = urgent.filter((id) => !pack.requirements?.[id] || requirements?.[id]);
        return left.length > 0 ? { ...rest, urgent: left } : rest;
      }),
      stages: question.stages.map(({ id, rules }) => ({ id, rules: exceptions(group(rules, citing), rules) })),
    })),
    clauses: mapped(clauses, (clause, id) => (waiting.has(id) ? { ...clause, in_force: NOT_SET } : clause)),
  };
}

/** Clauses that are cited, and by nothing for which a day is set. */
function waitingClauses(pack: PackText): ReadonlySet<string> {
  const parts = [...partsOf(pack)] as [Dated & Citing, Path][];
  const ids = (wanted: (part: Dated) => boolean) =>
    new Set(parts.flatMap(([part]) => (wanted(part) ? (part.clauses ?? []) : [])));
  const [set, waiting] = [ids((part) => part.in_force !== NOT_SET), ids((part) => part.in_force === NOT_SET)];
  return new Set([...waiting].filter((id) => !set.has(id)));
}

const mapped = <T, U>(group: Readonly<Record<string, T>>, act: (one: T, id: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(group).map(([id, one]) => [id, act(one, id)]));

/** A clause that is shown, and on which nothing rests: no day is set for it, or it was not verified. */
const isWaiting = (clause: Clause | undefined): boolean =>
  clause?.in_force === NOT_SET || clause?.not_verified !== undefined;

interface Citing {
  readonly clauses?: string[] | undefined;
}

/** A part with the clauses that are in force; undefined where it cites clauses and none of them is. */
function cited<T extends Citing>(part: T, applies: (clause: string) => boolean): T | undefined {
  if (!part.clauses || part.clauses.every(applies)) return part;
  const clauses = part.clauses.filter(applies);
  return clauses.length > 0 ? { ...part, clauses } : undefined;
}

/** Exceptions to rules that are in force. */
const exceptions = (rules: Record<string, RuleText>, all: Record<string, RuleText>): Record<string, RuleText> =>
  mapped(rules, (rule) =>
    rule.except ? { ...rule, except: rule.except.filter((id) => rules[id] || !all[id]) } : rule,
  );

/** Texts of one part that are in force on the same day, and times between them in which none is. */
export function checkEditions(pack: PackText): Diagnostic[] {
  return [...partsOf(pack)].flatMap(([part, path]) => {
    if (!part.editions) return [];
    const sorted = named(part).toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    return sorted.slice(1).flatMap((next, i): Diagnostic[] => {
      const { until } = sorted[i] as Period;
      const { from } = next;
      if (until === undefined || from === undefined || from <= until) {
        const says = `Two texts of this are in force on ${from ?? until ?? 'the same days'}. Change the days under \`in_force\`: one text at a time.`;
        return [error('editions_overlap', says, path, 'key')];
      }
      if (part.in_force === undefined || from === plusDays(until, 1)) return [];
      const says = `No text of this is in force from ${plusDays(until, 1)} to ${plusDays(from, -1)}.`;
      return [warning('editions_gap', says, path)];
    });
  });
}
