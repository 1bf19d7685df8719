import { LENGTHS } from '../../calendar/lengths.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { NOT_SET, type Period, periodInWords } from '../../policy/editions/period.ts';
import { anchorsOf, isMeasured } from '../../policy/pack/anchors.ts';
import { clauseTable } from '../../policy/pack/clauses.ts';
import type { Condition } from '../../policy/pack/condition.ts';
import type { Decider, Requirement } from '../../policy/pack/pack.ts';
import type { Due, ForEach } from '../../policy/pack/pack-schema.ts';
import { sourceOf } from '../../policy/pack/sources.ts';
import { conditionInWords } from '../../policy/pack/words.ts';
import type { Titles } from '../words/titles.ts';

/** A rule, requirement or indicator of a pack, ready to be shown. */
export interface PackLine {
  readonly id: string;
  readonly question: string;
  /** For a rule its stage, else its kind. */
  readonly kind: string;
  readonly says: string;
  readonly when: string;
  readonly clauses: readonly string[];
  readonly outcome?: string;
  readonly except?: readonly string[];
  readonly who?: string;
  readonly due?: string;
  /** What shows that a requirement is met, where that is more than its own record. */
  readonly shownBy?: string;
  /** More that is said of a requirement: how strong it is, what bars it, who may approve a departure, what declines it. */
  readonly also?: readonly string[];
}

/** A clause of the source, and what became of it. */
export interface ClauseLine {
  readonly id: string;
  readonly place: string;
  readonly says: string;
  /** Ids of what cites it; `context` or `judgement` where it stays with people. */
  readonly became: readonly string[];
  readonly reason?: string;
  readonly reading?: string;
  /** When it is in force, where that is said. */
  readonly inForce?: string;
}

/** A pack in words: all that its source asks, by question, and every clause with what became of it. */
export interface PackView {
  readonly id: string;
  readonly version: string;
  readonly published: string;
  readonly source: CompiledPack['pack']['source'];
  readonly sources?: CompiledPack['pack']['sources'];
  readonly assumptions: readonly string[];
  /** Where the document changes in time: when each text of it is in force. This view is of the last one, or of the one asked for. */
  readonly texts?: readonly string[];
  readonly shown?: string;
  readonly questions: readonly {
    readonly id: string;
    readonly title: string;
    readonly asks: string;
    readonly arises: string;
    /** Who decides, and when: a line for each. */
    readonly decided: readonly string[];
    readonly rules: readonly PackLine[];
    readonly requirements: readonly PackLine[];
    readonly indicators: readonly PackLine[];
  }[];
  /** Answers and records that do not go together. */
  readonly contradictions: readonly Pick<PackLine, 'id' | 'says' | 'when' | 'clauses'>[];
  readonly clauses: readonly ClauseLine[];
}

/** Puts a pack into words. */
export function viewOfPack(compiled: CompiledPack, titles: Titles): PackView {
  const { pack } = compiled;
  const when = (condition: Condition): string => conditionInWords(condition, compiled);
  const ofQuestion = (lines: readonly PackLine[], id: string): PackLine[] => lines.filter((l) => l.question === id);
  const requirements = requirementLines(compiled, titles, when);
  const indicators = indicatorLines(compiled, when);
  return {
    id: pack.pack,
    version: pack.version,
    published: String(pack.published),
    source: pack.source,
    ...(pack.sources && { sources: pack.sources }),
    assumptions: pack.impossible.map(({ because }) => because),
    ...(compiled.editions && { texts: compiled.editions.map(({ period = {} }) => periodInWords(period)) }),
    ...(compiled.period && { shown: periodInWords(compiled.period) }),
    questions: compiled.questions.map(({ id, question }) => ({
      id,
      title: question.title,
      asks: question.asks,
      arises: when(question.in_play),
      decided: (question.decided_by ?? []).map((one) => deciderInWords(one, compiled, titles, when)),
      rules: ruleLines(compiled, id),
      requirements: ofQuestion(requirements, id),
      indicators: ofQuestion(indicators, id),
    })),
    contradictions: compiled.contradictions.map(({ id, contradiction: { says, clauses = [], when: condition } }) => {
      return { id, says, when: when(condition), clauses };
    }),
    clauses: clauseLines(compiled),
  };
}

function ruleLines(compiled: CompiledPack, id: string): PackLine[] {
  const found = compiled.questions.find((question) => question.id === id);
  return (found?.rules ?? []).map(({ id: rule, rule: { stage, when, outcome, clauses, except } }) => ({
    id: rule,
    question: id,
    kind: stage,
    says: found?.question.outcomes[outcome]?.says ?? outcome,
    outcome,
    when: conditionInWords(when, compiled),
    clauses,
    ...(except && { except }),
  }));
}

function requirementLines(compiled: CompiledPack, titles: Titles, when: When): PackLine[] {
  return compiled.requirements.map(
    ({
      id,
      requirement: {
        question,
        kind,
        says,
        items,
        clauses,
        who,
        due,
        for_each: each,
        evidence,
        when: condition,
        ...more
      },
    }) => ({
      id,
      question,
      kind,
      says: [says, ...Object.values(items ?? {}).map((item, i) => `${i === 0 ? ' ' : '; '}${item}`)].join(''),
      when: when(condition),
      clauses,
      who: [who]
        .flat()
        .map((role) => titles(role, compiled))
        .join(', '),
      ...(due && { due: each ? dueEach(due, each, compiled) : dueInWords(due, compiled) }),
      ...(evidence && { shownBy: when(evidence) }),
      also: alsoOf(more, compiled, titles, when),
    }),
  );
}

function deciderInWords(
  { who, needs, when: condition, clauses }: Decider,
  compiled: CompiledPack,
  titles: Titles,
  when: When,
): string {
  const roles = who.map((role) => titles(role, compiled));
  const all = who.length > 1 && needs === 'all';
  const named = typeof needs === 'number' ? `${needs} of: ${roles.join(', ')}` : roles.join(all ? ' and ' : ' or ');
  const where = condition ? `, when: ${when(condition)}` : '';
  return `${named}${all ? ', together' : ''}${where} [${clauses.join(', ')}]`;
}

type More = Pick<Requirement, 'strength' | 'not_until' | 'variation' | 'refused'>;

function alsoOf(more: Partial<More>, compiled: CompiledPack, titles: Titles, when: When): string[] {
  const { strength = 'must', not_until: bar, variation, refused } = more;
  const roles = (variation?.who ?? []).map((role) => titles(role, compiled)).join(' or ');
  return [
    ...(strength === 'must' ? [] : [`This is a "${strength}", not a "must": it is never overdue.`]),
    ...(bar ? [`Not until: ${bar.says}. That is so when: ${when(bar.when)}.`] : []),
    ...(variation ? [`A departure from it may be approved by: ${roles}.`] : []),
    ...(refused ? [`It counts as declined when: ${when(refused)}.`] : []),
  ];
}

type When = (condition: Condition) => string;

function indicatorLines({ indicators }: CompiledPack, when: When): PackLine[] {
  return indicators.map(({ id, indicator: { question, says, points, clauses, when: condition } }) => {
    return { id, question, kind: points, says, when: when(condition), clauses };
  });
}

/** `within 5 days of each review conference`. */
function dueEach(due: Due, { meeting, occurrence, stage }: ForEach, { pack }: CompiledPack): string {
  const kind = occurrence === undefined ? undefined : pack.occurrences?.[occurrence];
  const at = stage === undefined ? '' : ` that stands at “${kind?.stages?.[stage] ?? stage}”`;
  const what = kind ? kind.says.replace(/^an? /, '') : [meeting ?? []].flat().join(' or ').replaceAll('_', ' ');
  const amount = LENGTHS.flatMap((unit) => (due[unit] === undefined ? [] : `${due[unit]} ${unit.replace('_', ' ')}`));
  return `within ${amount.join()} of each ${what}${at}`;
}

function dueInWords(due: Due, { facts }: CompiledPack): string {
  const label = anchorsOf(due)
    .map((anchor) => facts.get(anchor)?.label ?? anchor)
    .join(', or where that is not known, of ');
  if (due.before && !isMeasured(due)) return `before ${label}`;
  if (due.days === 0) return `on the day of ${label}`;
  const amount = LENGTHS.flatMap((unit) => (due[unit] ? `${due[unit]} ${unit.replace('_', ' ')}` : []));
  if (due.before) return `${amount.join()} before ${label}`;
  return `within ${amount.join()} of ${label}${due.every ? ', and so on' : ''}`;
}

function clauseLines({ pack }: CompiledPack): ClauseLine[] {
  return clauseTable(pack).map(({ id, clause, rules, requirements, indicators, contradictions }) => {
    const { section, paragraph, source, says, context, judgement, reading, in_force: time } = clause;
    const inForce = time === NOT_SET ? 'no day is set' : time && periodInWords(time as Period);
    const by = [...rules, ...requirements, ...indicators, ...contradictions].map((part) => part.id);
    const reason = context ?? judgement;
    const kept = reason === undefined ? [] : [context === undefined ? 'judgement' : 'context'];
    const own = source === undefined ? '' : `${sourceOf(pack, id).title}, `;
    const place = `${own}${section}, paragraph ${paragraph}`;
    return {
      id,
      place,
      says,
      became: [...by, ...kept],
      ...(reason && { reason }),
      ...(reading && { reading }),
      ...(inForce && { inForce }),
    };
  });
}
