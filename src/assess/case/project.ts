import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import type { Knowledge } from '../../facts/knowledge.ts';
import type { Diagram, LeafValue } from '../../logic/diagram.ts';
import { overlaps, type Span } from '../../logic/span.ts';
import { outcomes, straight, support, truth } from '../../logic/walks.ts';
import { names, type Safe } from '../../messages/safe.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Variable } from '../../policy/compile/variables.ts';

/** Per variable of a pack the regions still possible; no entry where the fact is wholly unknown. */
export type Masks = readonly (number | undefined)[];

/** What a case knows, seen through the variables of one pack. */
export function project(pack: CompiledPack, sheet: FactSheet): Masks {
  return pack.variables.map((variable) => maskOf(variable, sheet.states.get(variable.fact)?.known));
}

/** What lies in no region at all tells nothing: it is as good as unknown. */
function maskOf(variable: Variable, known: Knowledge | undefined): number | undefined {
  if (!known || known.kind === 'days') return undefined;
  const mask = known.kind === 'options' ? known.mask : maskOfSpan(variable, known.span);
  return mask === 0 || mask === (1 << variable.regions) - 1 ? undefined : mask;
}

function maskOfSpan({ spans = [] }: Variable, span: Span): number {
  let mask = 0;
  for (let i = 0; i < spans.length; i++) if (overlaps(span, spans[i] as Span)) mask |= 1 << i;
  return mask;
}

export const IMPOSSIBLE = '#impossible';

const overs = new WeakMap<Diagram, WeakMap<Diagram, Diagram>>();

/** A diagram that says where it speaks of what the pack takes to be impossible: the same for every case. */
export function overPossible({ diagrams, possible }: CompiledPack, d: Diagram): Diagram {
  if (possible === diagrams.yes) return d;
  let known = overs.get(possible);
  if (!known) overs.set(possible, (known = new WeakMap()));
  let over = known.get(d);
  if (!over) known.set(d, (over = diagrams.choose(possible, d, diagrams.leaf(IMPOSSIBLE))));
  return over;
}

/** The ends that remain of such a diagram: none where what is known cannot all be right. */
export const possibleEnds = (d: Diagram, masks: Masks): Set<LeafValue> => outcomes(d, masks, IMPOSSIBLE);

/** Whether a condition holds, whatever the missing answers are; undefined where that is not known. */
export const truthIn = (pack: CompiledPack, condition: Diagram, masks: Masks): boolean | undefined =>
  truthOf(overPossible(pack, condition), masks);

/** The same of a diagram that says where it speaks of what is impossible. */
export function truthOf(d: Diagram, masks: Masks): boolean | undefined {
  const only = straight(d, masks);
  return typeof only === 'boolean' ? only : truth(d, masks, IMPOSSIBLE);
}

/** The unknown facts on which a diagram still hangs, in the pack's order. */
export const hangsOn = (pack: CompiledPack, d: Diagram, masks: Masks): Safe[] => hangOn(pack, [d], masks);

/** The same for several diagrams, one after the other: a fact on which two of them hang stands there twice. */
export function hangOn(pack: CompiledPack, ds: readonly Diagram[], masks: Masks): Safe[] {
  const open = ds.filter((d) => straight(d, masks) === undefined);
  if (open.length === 0) return [];
  const { diagrams, possible, variables } = pack;
  return diagrams.aside(() => {
    const done = new Map<Diagram, Diagram>();
    const care = diagrams.restrict(possible, masks, done);
    const facts = open.flatMap((d) => support(diagrams.within(diagrams.restrict(d, masks, done), care)));
    return names(facts.map((v) => variables[v]?.fact as string));
  });
}
