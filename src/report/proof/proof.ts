import { type Covered, SHOWN, shownOf } from '../../assess/worked/coverage.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { clauseTable } from '../../policy/pack/clauses.ts';
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
  /** The document, and how it finds a clause. */
  readonly document?: { readonly name: string; readonly find: (place: Place) => Passage | undefined };
}

/** Puts beside each other what a document says, what was made of it, and what shows it. */
export function proofOf(basis: ProofBasis): Proof {
  const { view, digest, slips, cases, pack, covered, document } = basis;
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
      parts: partsOf(row.id, basis),
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
      drawings: drawingsOf(pack, question),
    })),
  };
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

const STATES: Readonly<Record<(typeof SHOWN)[number], string>> = {
  holds: 'It holds in',
  does_not: 'It does not hold in',
  unknown: 'It is not known in',
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
    return cases ? [{ state: STATES[state], cases: cases.map((one) => abouts.get(one) ?? { id: one }) }] : [];
  });
}
