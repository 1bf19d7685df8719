import type { Diagram } from '../../logic/diagram.ts';
import type { CompiledPack, CompiledRequirement } from '../compile/compiled.ts';
import { isNever, real } from '../compile/space.ts';
import { recurs } from '../pack/own-facts.ts';
import type { Contradiction, Indicator } from '../pack/pack.ts';
import type { Fault } from './fault.ts';
import { smallest } from './witness.ts';

/** Requirements, indicators and contradictions that never apply, and requirements that cannot be met or cannot be left open. */
export function idleRequirements(pack: CompiledPack): Fault[] {
  return [
    ...pack.requirements.flatMap((requirement) => idleRequirement(pack, requirement)),
    ...pack.indicators.flatMap(({ indicator, applies }) => neverApplies(pack, indicator, applies)),
    ...pack.contradictions.flatMap(({ contradiction, applies }) => neverApplies(pack, contradiction, applies)),
  ];
}

function idleRequirement(
  pack: CompiledPack,
  { id, requirement, applies, evidence, refused }: CompiledRequirement,
): Fault[] {
  const { diagrams } = pack;
  const where = real(pack, applies);
  const fault = (code: string, says: string): Fault => {
    const witness = smallest(pack.diagrams, where);
    const { clauses } = requirement;
    return {
      code,
      about: id,
      severity: 'error',
      says,
      clauses,
      path: requirement.path,
      ...(witness && { witness }),
    };
  };
  if (isNever(where)) return [fault('never_applies', `The requirement \`${id}\` never applies.`)];
  if (recurs(requirement)) return [];
  if (isNever(diagrams.and(where, evidence))) {
    return [
      fault('never_met', `The requirement \`${id}\` can never be met: where it applies, its evidence cannot be there.`),
    ];
  }
  if (isNever(diagrams.and(where, diagrams.not(evidence)))) {
    return [
      fault(
        'always_met',
        `The requirement \`${id}\` is always met: wherever it applies, its evidence is there already.`,
      ),
    ];
  }
  if (!isNever(diagrams.all([where, evidence, refused]))) {
    return [fault('met_and_refused', `The requirement \`${id}\` can be met and declined at once.`)];
  }
  return [];
}

function neverApplies(
  pack: CompiledPack,
  { id, what, clauses = [], path }: Indicator | Contradiction,
  applies: Diagram,
): Fault[] {
  if (!isNever(real(pack, applies))) return [];
  const says = `The ${what} \`${id}\` never applies.`;
  return [{ code: 'never_applies', about: id, severity: 'error', says, clauses, path }];
}
