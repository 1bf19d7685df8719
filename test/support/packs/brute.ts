import type { CompiledPack } from '../../../src/policy/compile/compiled.ts';
import { CONFLICT, GAP, NOT_IN_PLAY } from '../../../src/policy/compile/compiled.ts';
import type { Variable } from '../../../src/policy/compile/variables.ts';
import type { Condition, Test } from '../../../src/policy/pack/condition.ts';
import { questionOf, ruleOf, termOf } from '../../../src/policy/pack/pack.ts';

/** One way that everything can be: a region for every variable of a pack. */
export type World = readonly number[];

/** Every world of variables with these numbers of regions. */
export function worldsOf(regions: readonly number[]): World[] {
  return regions.reduce<World[]>(
    (worlds, size) => worlds.flatMap((world) => Array.from({ length: size }, (_, region) => [...world, region])),
    [[]],
  );
}

/** Whether a world is one of those that what is known leaves open. */
export const isOpen = (world: World, known: readonly (number | undefined)[]): boolean =>
  world.every((region, v) => known[v] === undefined || ((known[v] as number) & (1 << region)) !== 0);

/** A condition of a pack in one world, read off the text: no diagrams here. */
export function holdsIn(condition: Condition, world: World, pack: CompiledPack): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holdsIn(part, world, pack));
    case 'any':
      return condition.of.some((part) => holdsIn(part, world, pack));
    case 'not':
      return !holdsIn(condition.of, world, pack);
    case 'term':
      return holdsIn(termOf(pack.pack, condition.term).means, world, pack);
    case 'outcome':
      return endIn(condition.question, world, pack) === condition.outcome;
    case 'test': {
      const v = pack.variableOf.get(condition.fact) as number;
      return testIn(condition.test, pack.variables[v] as Variable, world[v] as number);
    }
  }
}

function testIn(test: Test, variable: Variable, region: number): boolean {
  if ('options' in test) return test.options.includes(region);
  const value = variable.spans?.[region]?.lo as number;
  return test.spans.some((span) => span.lo <= value && value <= span.hi);
}

/** Whether a question arises in one world. */
export const isInPlay = (id: string, world: World, pack: CompiledPack): boolean =>
  holdsIn(questionOf(pack.pack, id).in_play, world, pack);

/** What a question comes to in one world, stage by stage, as the format says. */
export function endIn(id: string, world: World, pack: CompiledPack): string {
  if (!isInPlay(id, world, pack)) return NOT_IN_PLAY;
  for (const stage of questionOf(pack.pack, id).stages) {
    const holds = (rule: string): boolean => holdsIn(ruleOf(stage, rule).when, world, pack);
    const speaking = Object.values(stage.rules).filter(
      ({ id: rule, except = [] }) => holds(rule) && !except.some(holds),
    );
    const outcomes = new Set(speaking.map(({ outcome }) => outcome));
    if (outcomes.size > 1) return CONFLICT;
    for (const outcome of outcomes) return outcome;
  }
  return GAP;
}

/** Whether a world is not ruled out as impossible. */
export const canBe = (world: World, pack: CompiledPack): boolean =>
  !pack.pack.impossible.some(({ when }) => holdsIn(when, world, pack));
