import type { LifeEvent } from '../../facts/vocabulary-schema.ts';
import type { Diagram, Known } from '../../logic/diagram.ts';
import { support } from '../../logic/walks.ts';
import type { CompiledPack, CompiledRequirement } from '../compile/compiled.ts';
import { isNever, real } from '../compile/space.ts';
import { maskOf } from '../compile/variables.ts';
import { parseTest } from '../pack/condition.ts';
import { questionOf } from '../pack/pack.ts';
import type { EndsWith } from '../pack/pack-schema.ts';
import type { ReadVocabulary } from '../pack/read-pack.ts';
import type { Fault } from './fault.ts';
import { smallest } from './witness.ts';

/** An event in a case's life, as the variables of one pack see it. */
interface Step {
  readonly id: string;
  readonly says: string;
  /** Where it can happen. */
  readonly given: Diagram;
  /** Per variable the regions in which the event leaves it. */
  readonly after: Known;
}

/**
 * Duties that an event would make fall away although nobody met them, and of which the pack does not say that the event
 * ends them; and words on such an end that nothing needs. Every combination of facts is looked at as the one before the
 * event, so that what holds for one event holds for two and more, one after the other.
 */
export function lostDuties(pack: CompiledPack, vocabulary: ReadVocabulary): Fault[] {
  const steps = stepsOf(pack, vocabulary);
  const needed = new Set<EndsWith>();
  const faults = pack.requirements.flatMap((requirement) => lostFrom(pack, requirement, steps, needed));
  return [...faults, ...needless(pack, needed)];
}

/** The events of the vocabulary and the pack that change something which the pack tests. */
export function stepsOf(pack: CompiledPack, { vocabulary }: ReadVocabulary): Step[] {
  const events = { ...vocabulary.events, ...pack.pack.events };
  return Object.entries(events).flatMap(([id, event]) => {
    const after = masksOf(pack, event.sets);
    const given = givenBy(pack, masksOf(pack, event.given ?? {}));
    return after.some((mask) => mask !== undefined) ? [{ id, says: event.says, given, after }] : [];
  });
}

const givenBy = ({ diagrams, variables }: CompiledPack, masks: Known): Diagram =>
  diagrams.all(
    variables.flatMap(({ regions }, v) => {
      const mask = masks[v];
      return mask === undefined ? [] : [diagrams.test(v, regions, mask)];
    }),
  );

/** The regions of the values, of those facts that the pack tests. */
function masksOf(pack: CompiledPack, values: LifeEvent['sets']): Known {
  return pack.variables.map((variable) => {
    const value = values[variable.fact];
    const fact = pack.facts.get(variable.fact);
    const test = value === undefined || !fact ? undefined : parseTest(fact, [value].flat());
    return test && !('wrong' in test) ? maskOf(variable, test) : undefined;
  });
}

function lostFrom(
  pack: CompiledPack,
  compiled: CompiledRequirement,
  steps: readonly Step[],
  needed: Set<EndsWith>,
): Fault[] {
  const { diagrams } = pack;
  const open = diagrams.all([compiled.applies, diagrams.not(compiled.evidence), diagrams.not(compiled.refused)]);
  const gone = diagrams.and(diagrams.not(compiled.applies), diagrams.not(compiled.evidence));
  const [before, after] = [real(pack, open), real(pack, gone)];
  const touched = new Set([...support(compiled.applies), ...support(compiled.evidence)]);
  const near = steps.filter((step) => step.after.some((mask, v) => mask !== undefined && touched.has(v)));
  const lostBy = (step: Step): Diagram => diagrams.all([before, step.given, diagrams.restrict(after, step.after)]);
  const singles = near.filter((step) => !isNever(lostBy(step)));
  const declared = endsOf(pack, compiled);
  const undeclared = singles.filter(({ id }) => !declared.has(id));
  for (const { id } of singles) for (const end of declared.get(id) ?? []) needed.add(end);
  return undeclared.map((step) => fault(pack, compiled, step, lostBy(step)));
}

/** What the requirement, its question and the pack say of ends, by event. */
function endsOf({ pack }: CompiledPack, { requirement }: CompiledRequirement): Map<string, EndsWith[]> {
  const ends = new Map<string, EndsWith[]>();
  const all = [requirement.ends_with, questionOf(pack, requirement.question).ends_with, pack.ends_with];
  for (const end of all.flatMap((list) => list ?? [])) ends.set(end.event, [...(ends.get(end.event) ?? []), end]);
  return ends;
}

function fault(pack: CompiledPack, { id, requirement }: CompiledRequirement, step: Step, lost: Diagram): Fault {
  const witness = smallest(pack.diagrams, lost);
  return {
    code: 'duty_lost',
    about: `${id}.${step.id}`,
    severity: 'error',
    says: `The requirement \`${id}\` falls away although it was not met, once ${step.says}. If the document ends it then, say so under \`ends_with\`, with the clause or a reading.`,
    clauses: requirement.clauses,
    path: requirement.path,
    ...(witness && { witness }),
  };
}

/** Words on an end that no duty needs: the duty stays all the same, or the event does not touch it. */
function needless({ pack }: CompiledPack, needed: ReadonlySet<EndsWith>): Fault[] {
  const owners = [pack, ...Object.values(pack.questions), ...Object.values(pack.requirements)];
  return owners.flatMap((owner) =>
    (owner.ends_with ?? []).flatMap((end, i): Fault[] => {
      if (needed.has(end)) return [];
      const path = [...('path' in owner ? owner.path : []), 'ends_with', i];
      const says = `No duty here falls away with \`${end.event}\`: leave this out.`;
      const about = `${'id' in owner ? owner.id : pack.pack}.${end.event}`;
      return [{ code: 'needless_end', about, severity: 'warning', says, clauses: end.clauses ?? [], path }];
    }),
  );
}
