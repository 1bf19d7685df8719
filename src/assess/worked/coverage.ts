import type { Diagram, LeafValue } from '../../logic/diagram.ts';
import { outcomes, support } from '../../logic/walks.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { real, speaks } from '../../policy/compile/space.ts';
import type { Assessment } from '../case/assessment.ts';
import type { Masks } from '../case/project.ts';

/** What can be known of whether something holds. */
export const SHOWN = ['holds', 'does_not', 'unknown'] as const;
export type ShownState = (typeof SHOWN)[number];

/** A rule, requirement, indicator or contradiction, and which worked cases show it holding, not holding and unknown. */
export interface Covered {
  readonly what: 'rule' | 'requirement' | 'evidence' | 'refusal' | 'indicator' | 'contradiction';
  readonly id: string;
  /** Only states that can occur; the references of the cases that show each. */
  readonly states: ReadonlyMap<ShownState, readonly string[]>;
}

/** A case by its reference, assessed. */
export interface Looked {
  readonly case: string;
  readonly assessment: Assessment;
}

interface Item extends Pick<Covered, 'what' | 'id'> {
  readonly where: Diagram;
  /** Cases of which it is asked at all: for evidence, those in which the requirement applies. */
  readonly within: Diagram;
}

/** What some assessed cases show of everything that a pack computes. */
export function coverage(pack: CompiledPack, looked: readonly Looked[]): Covered[] {
  return itemsOf(pack).map((item) => {
    const states = SHOWN.filter((state) => canBe(pack, item, state));
    return { what: item.what, id: item.id, states: new Map(states.map((s) => [s, showing(pack, looked, item, s)])) };
  });
}

function itemsOf(pack: CompiledPack): Item[] {
  const within = pack.occurring;
  return [
    ...pack.questions.flatMap((question) =>
      question.rules.map((rule) => ({
        what: 'rule' as const,
        id: rule.id,
        where: speaks(pack, question, rule),
        within,
      })),
    ),
    ...pack.requirements.flatMap(({ id, applies, evidence, refused }) => [
      { what: 'requirement' as const, id, where: applies, within },
      { what: 'evidence' as const, id, where: evidence, within: real(pack, applies) },
      ...(refused === pack.diagrams.no
        ? []
        : [{ what: 'refusal' as const, id, where: refused, within: real(pack, applies) }]),
    ]),
    ...pack.indicators.map(({ id, applies }) => ({ what: 'indicator' as const, id, where: applies, within })),
    ...pack.contradictions.map(({ id, applies }) => ({ what: 'contradiction' as const, id, where: applies, within })),
  ];
}

/** Whether a state can occur. The case file is the place for analysis, so whether that is written is never unknown. */
function canBe(pack: CompiledPack, { where, within }: Item, state: ShownState): boolean {
  const { diagrams, variables } = pack;
  const holds = diagrams.and(within, where) !== diagrams.no;
  const fails = diagrams.and(within, diagrams.not(where)) !== diagrams.no;
  if (state !== 'unknown') return state === 'holds' ? holds : fails;
  const written = (v: number): boolean => pack.pack.analyses?.[variables[v]?.fact.split('.')[0] ?? ''] !== undefined;
  return holds && fails && !support(where).every(written);
}

const TRUTH: Readonly<Record<ShownState, boolean | undefined>> = { holds: true, does_not: false, unknown: undefined };

function showing(pack: CompiledPack, looked: readonly Looked[], item: Item, state: ShownState): string[] {
  const among = (where: Diagram, masks: Masks, within: Diagram): Set<LeafValue> => {
    const ends = outcomes(pack.diagrams.choose(within, where, pack.diagrams.leaf(ELSEWHERE)), masks);
    ends.delete(ELSEWHERE);
    return ends;
  };
  const shows = ({ assessment }: Looked): boolean => {
    const masks = assessment.masks.get(pack);
    if (!masks || among(item.within, masks, pack.occurring).has(false)) return false;
    const ends = among(item.where, masks, item.within);
    return ends.size > 0 && TRUTH[state] === (ends.size === 1 ? ends.has(true) : undefined);
  };
  return looked.filter(shows).map((one) => one.case);
}

const ELSEWHERE = '#elsewhere';

/** How many of the states that can occur are shown, and of how many. */
export function shownOf(covered: readonly Covered[]): { readonly shown: number; readonly of: number } {
  const states = covered.flatMap((item) => [...item.states.values()]);
  return { shown: states.filter((cases) => cases.length > 0).length, of: states.length };
}
