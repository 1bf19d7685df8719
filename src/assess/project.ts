import type { FactSheet } from '../case/facts.ts';
import type { Knowledge } from '../case/knowledge.ts';
import { type CompiledPack, maskOfSpans, type Variable } from '../policy/compile.ts';

/** Per variable of a pack the regions still possible; no entry where the fact is wholly unknown. */
export type Masks = (number | undefined)[];

/** What a case knows, seen through the variables of one pack. */
export function project(pack: CompiledPack, sheet: FactSheet): Masks {
  return pack.variables.map((variable) => maskOf(variable, sheet.states.get(variable.fact)?.known));
}

function maskOf(variable: Variable, known: Knowledge | undefined): number | undefined {
  if (!known || known.kind === 'days') return undefined;
  const mask = known.kind === 'options' ? known.mask : maskOfSpans(variable, [known.span]);
  return mask === (1 << variable.regions) - 1 ? undefined : mask;
}
