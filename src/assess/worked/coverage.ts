import type { Diagram, LeafValue } from '../../logic/diagram.ts';
import { outcomes, support } from '../../logic/walks.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { real, speaks } from '../../policy/compile/space.ts';
import type { Assessment } from '../case/assessment.ts';
import { type Masks, project } from '../case/project.ts';
import { type UsedText, usedTexts } from './texts.ts';

/** What can be known of whether something holds. */
export const SHOWN = ['holds', 'does_not', 'unknown'] as const;
export type ShownState = (typeof SHOWN)[number];

/** A rule, requirement, indicator or contradiction, and which worked cases show it holding, not holding and unknown. */
export interface Covered {
  readonly what: 'rule' | 'requirement' | 'evidence' | 'refusal' | 'indicator' | 'contradiction';
  readonly id: string;
  /** When the text was in force in which it is so; none for the last text. */
  readonly when?: string;
  /** Only states that can occur; the references of the cases that show each. */
  readonly states: ReadonlyMap<ShownState, readonly string[]>;
}

/** A case by its reference, assessed. */
export interface Looked {
  readonly case: string;
  readonly assessment: Assessment;
}

interface Item extends Pick<Covered, 'what' | 'id'> {
  readonly path: Path;
  readonly where: Diagram;
  /** Cases of which it is asked at all: for evidence, those in which the requirement applies. */
  readonly within: Diagram;
}

/** What some assessed cases show of everything that a pack computes, by each text that they use. */
export function coverage(pack: CompiledPack, looked: readonly Looked[]): Covered[] {
  const texts = usedTexts(
    pack,
    looked.map(({ assessment }) => assessment),
  );
  return texts.toReversed().flatMap((text) => coverageOf(text, looked));
}

function coverageOf({ pack, when, isOwn }: UsedText, looked: readonly Looked[]): Covered[] {
  const items = itemsOf(pack).filter(({ path }) => isOwn(path));
  return items.map((item) => {
    const states = SHOWN.filter((state) => canBe(pack, item, state));
    return {
      what: item.what,
      id: item.id,
      ...(when && { when }),
      states: new Map(states.map((s) => [s, showing(pack, looked, item, s)])),
    };
  });
}

function itemsOf(pack: CompiledPack): Item[] {
  const within = pack.occurring;
  return [
    ...pack.questions.flatMap((question) =>
      question.rules.map((rule) => ({
        what: 'rule' as const,
        id: rule.id,
        path: rule.rule.path,
        where: speaks(pack, question, rule),
        within,
      })),
    ),
    ...pack.requirements.flatMap(({ id, requirement: { path }, applies, evidence, refused }) => [
      { what: 'requirement' as const, id, path, where: applies, within },
      { what: 'evidence' as const, id, path, where: evidence, within: real(pack, applies) },
      ...(refused === pack.diagrams.no
        ? []
        : [{ what: 'refusal' as const, id, path, where: refused, within: real(pack, applies) }]),
    ]),
    ...pack.indicators.map(({ id, indicator: { path }, applies }) => ({
      what: 'indicator' as const,
      id,
      path,
      where: applies,
      within,
    })),
    ...pack.contradictions.map(({ id, contradiction: { path }, applies }) => ({
      what: 'contradiction' as const,
      id,
      path,
      where: applies,
      within,
    })),
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
    const masks = masksOf(pack, assessment);
    if (!masks || among(item.within, masks, pack.occurring).has(false)) return false;
    const ends = among(item.where, masks, item.within);
    return ends.size > 0 && TRUTH[state] === (ends.size === 1 ? ends.has(true) : undefined);
  };
  return looked.filter(shows).map((one) => one.case);
}

/** What a case knows, seen through a text by which it, or something in it, was assessed. */
const masksOf = (pack: CompiledPack, { masks, findings, sheet }: Assessment): Masks | undefined =>
  masks.get(pack) ?? (findings.some((finding) => finding.pack === pack) ? project(pack, sheet) : undefined);

const ELSEWHERE = '#elsewhere';

/** How many of the states that can occur are shown, and of how many. */
export function shownOf(covered: readonly Covered[]): { readonly shown: number; readonly of: number } {
  const states = covered.flatMap((item) => [...item.states.values()]);
  return { shown: states.filter((cases) => cases.length > 0).length, of: states.length };
}
