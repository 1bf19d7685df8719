import { type Covered, SHOWN, shownOf } from '../../assess/worked/coverage.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { type ClauseRow, clauseTable } from '../../policy/pack/clauses.ts';
import type { Condition } from '../../policy/pack/condition.ts';
import { termOf } from '../../policy/pack/pack.ts';
import { conditionInWords } from '../../policy/pack/words.ts';
import type { PackLine, PackView } from '../pack/pack-view.ts';
import { type Drawing, drawingsOf } from './drawing.ts';
import type { Passage, Place } from './passages.ts';

/** A worked case, and what it is about in its own words. */
export interface ShownCase {
  readonly id: string;
  readonly about?: string;
}

/** One thing that was made of a clause, with the worked cases that show it. */
export interface ProvedPart extends PackLine {
  readonly kindInWords: string;
  readonly shown: readonly { readonly state: string; readonly cases: readonly ShownCase[] }[];
}

/** A clause of the document beside what was made of it. */
export interface ProvedClause {
  readonly id: string;
  readonly place: string;
  /** The clause in the words of the pack. */
  readonly says: string;
  /** What the authority's own document says there; undefined where the document is not at hand or the place not found. */
  readonly passage?: Passage;
  readonly reading?: string;
  /** Why nothing is computed from it. */
  readonly kept?: string;
  readonly parts: readonly ProvedPart[];
  /** Parts that stand in full at a clause before. */
  readonly also: readonly { readonly says: string; readonly at: string }[];
  /** Words of the pack that the parts use, each with what they stand for. */
  readonly terms: readonly { readonly says: string; readonly means: string }[];
  /** What was made of it at another time. */
  readonly atOtherTimes: readonly {
    readonly when: string;
    readonly says: string;
    readonly parts: readonly ProvedPart[];
  }[];
}

/** Everything that the person who signs for a pack has to see. */
export interface Proof {
  readonly view: PackView;
  readonly digest: string;
  readonly document?: { readonly name: string; readonly found: number };
  readonly clauses: readonly ProvedClause[];
  readonly questions: readonly {
    readonly title: string;
    readonly asks: string;
    readonly decided: readonly string[];
    readonly drawings: readonly Drawing[];
  }[];
  readonly cases: number;
  readonly covered: { readonly shown: number; readonly of: number };
  /** Slips that were tried, and of those that change something the share that a worked case notices, in percent. */
  readonly slips?: { readonly tried: number; readonly score: number; readonly unnoticed: number };
}

export interface ProofBasis extends Pick<Proof, 'view' | 'digest' | 'slips'> {
  readonly cases: readonly ShownCase[];
  readonly pack: CompiledPack;
  readonly covered: readonly Covered[];
  /** The texts that were, or will be, in force at another time. */
  readonly otherTimes: readonly { readonly when: string; readonly view: PackView }[];
  /** The document, and how it finds a clause. */
  readonly document?: { readonly name: string; readonly find: (place: Place) => Passage | undefined };
}

/** Puts beside each other what a document says, what was made of it, and what shows it. */
export function proofOf(basis: ProofBasis): Proof {
  const { view, digest, slips, cases, pack, covered, document } = basis;
  const firstAt = new Map<string, string>();
  const clauses = clauseTable(pack.pack).map((row): ProvedClause => {
    const { place, says, reading } = view.clauses.find(({ id }) => id === row.id) ?? { place: '', says: '' };
    const passage = document?.find(row.clause);
    const kept = row.clause.context ?? row.clause.judgement;
    return {
      id: row.id,
      place,
      says,
      ...(passage && { passage }),
      ...(reading && { reading }),
      ...(kept && { kept }),
      ...toldOnce(row.id, partsOf(row.id, basis), firstAt),
      terms: termsOf(row, pack),
      atOtherTimes: otherTimes(row.id, basis),
    };
  });
  const found = clauses.filter(({ passage }) => passage).length;
  return {
    view,
    digest,
    cases: cases.length,
    clauses,
    covered: shownOf(covered),
    ...(document && { document: { name: document.name, found } }),
    ...(slips && { slips }),
    questions: pack.questions.map((question) => ({
      title: question.question.title,
      asks: question.question.asks,
      decided: view.questions.find(({ id }) => id === question.id)?.decided ?? [],
      drawings: drawingsOf(pack, question),
    })),
  };
}

/** What stands in full at a clause before is only named. */
function toldOnce(
  id: string,
  parts: readonly ProvedPart[],
  firstAt: Map<string, string>,
): Pick<ProvedClause, 'parts' | 'also'> {
  const keyOf = (part: ProvedPart): string => `${part.kindInWords} ${part.question} ${part.id}`;
  const [own, before] = [[] as ProvedPart[], [] as { says: string; at: string }[]];
  for (const part of parts) {
    const at = firstAt.get(keyOf(part));
    if (at === undefined) own.push(part);
    else before.push({ says: part.says, at });
    firstAt.set(keyOf(part), at ?? id);
  }
  return { parts: own, also: before };
}

/** The pack's own words in the conditions of a clause, with those that they rest on. */
function termsOf(
  { rules, requirements, indicators, contradictions }: ClauseRow,
  pack: CompiledPack,
): ProvedClause['terms'] {
  const found = new Map<string, string>();
  const visit = (condition: Condition): void => {
    if (condition.kind === 'not') visit(condition.of);
    if (condition.kind === 'all' || condition.kind === 'any') for (const part of condition.of) visit(part);
    if (condition.kind !== 'term' || found.has(condition.term)) return;
    const { means } = termOf(pack.pack, condition.term);
    found.set(condition.term, conditionInWords(means, pack));
    visit(means);
  };
  for (const { when } of [...rules, ...requirements, ...indicators, ...contradictions]) visit(when);
  for (const { evidence } of requirements) if (evidence) visit(evidence);
  return [...found].map(([term, means]) => ({ says: termOf(pack.pack, term).says, means }));
}

/** What other texts of the document, in force at another time, make of a clause otherwise. */
function otherTimes(id: string, basis: ProofBasis): ProvedClause['atOtherTimes'] {
  const same = (part: ProvedPart): string => JSON.stringify({ ...part, shown: [] });
  const now = new Set(partsOf(id, basis).map(same));
  return basis.otherTimes.flatMap(({ when, view }) => {
    const parts = partsOf(id, { ...basis, view }).filter((part) => !now.has(same(part)));
    const says = view.clauses.find((clause) => clause.id === id)?.says ?? '';
    const isSame = parts.length === 0 && says === basis.view.clauses.find((clause) => clause.id === id)?.says;
    return isSame ? [] : [{ when, says, parts: parts.map((part) => ({ ...part, shown: [] })) }];
  });
}

type Kind = Covered['what'];

const KINDS: Partial<Record<Kind, string>> = {
  rule: 'Rule',
  requirement: 'Must exist',
  indicator: 'Evidence',
  contradiction: 'Does not go together',
};

function partsOf(clause: string, { view, covered, cases }: ProofBasis): ProvedPart[] {
  const abouts = new Map(cases.map((one) => [one.id, one]));
  const { questions, contradictions } = view;
  const lines: [Kind, PackLine][] = [
    ...questions.flatMap(({ rules }) => rules.map((line): [Kind, PackLine] => ['rule', line])),
    ...questions.flatMap(({ requirements }) => requirements.map((line): [Kind, PackLine] => ['requirement', line])),
    ...questions.flatMap(({ indicators }) => indicators.map((line): [Kind, PackLine] => ['indicator', line])),
    ...contradictions.map((line): [Kind, PackLine] => ['contradiction', { ...line, question: '', kind: '' }]),
  ];
  return lines
    .filter(([, line]) => line.clauses.includes(clause))
    .map(([what, line]) => ({
      ...line,
      kindInWords: KINDS[what] ?? what,
      shown: shownBy(what, line.id, covered, abouts),
    }));
}

/** For a rule, or evidence for and against; and for what must exist. */
const STATES: Readonly<Record<(typeof SHOWN)[number], readonly [string, string]>> = {
  holds: ['So it is in', 'It is asked for in'],
  does_not: ['It is not so in', 'It is not asked for in'],
  unknown: ['It cannot be told in', 'Whether it is asked for cannot be told in'],
};

function shownBy(
  what: Kind,
  id: string,
  covered: readonly Covered[],
  abouts: ReadonlyMap<string, ShownCase>,
): ProvedPart['shown'] {
  const states = covered.find((one) => one.what === what && one.id === id)?.states;
  return SHOWN.flatMap((state) => {
    const cases = states?.get(state);
    const words = STATES[state][what === 'requirement' ? 1 : 0];
    return cases ? [{ state: words, cases: cases.map((one) => abouts.get(one) ?? { id: one }) }] : [];
  });
}
