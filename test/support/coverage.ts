import type { Assessment, FindingState } from '../../src/assess/assessment.ts';
import type { Diagram } from '../../src/logic/diagram.ts';
import { outcomes, truth } from '../../src/logic/walks.ts';
import type { CompiledPack, CompiledQuestion, CompiledRequirement } from '../../src/policy/compile.ts';

/** Something that the worked cases of a pack are to show, such as a rule that holds. */
export interface Shown {
  readonly what: string;
  readonly by: (assessment: Assessment) => boolean;
}

/** Everything that a pack can say, each with a test of whether a case shows it. What cannot be is left out. */
export function toBeShown(pack: CompiledPack): Shown[] {
  return [
    ...pack.questions.flatMap((question) => [...ends(pack, question), ...speaking(pack, question)]),
    ...pack.requirements.flatMap((requirement) => states(pack, requirement)),
    ...pack.indicators.flatMap(({ id, applies }) => [
      ...truths(pack, `indicator ${id}`, applies),
      ...truthless(pack, `indicator ${id}`, applies),
    ]),
  ];
}

const masksOf = (pack: CompiledPack, { masks }: Assessment) => masks.get(pack) ?? [];

/** Each outcome settled, and the question open. */
function ends(pack: CompiledPack, { id, route }: CompiledQuestion): Shown[] {
  const mine = ({ questions }: Assessment) => questions.find((q) => q.pack === pack && q.id === id);
  const settled = [...outcomes(route, [])].map((end) => String(end).replace('#', '').replace('gap', 'silent'));
  return [
    ...settled.map((end) => ({ what: `${id} settled as ${end}`, by: (a: Assessment) => mine(a)?.outcome === end })),
    { what: `${id} undecided`, by: (a: Assessment) => mine(a)?.state === 'undecided' },
  ];
}

/** Each rule speaking, silent and not known to speak: in play, its condition met, every earlier stage silent. */
function speaking(pack: CompiledPack, { id, inPlay, rules }: CompiledQuestion): Shown[] {
  const { diagrams } = pack;
  return rules.flatMap((rule) => {
    const earlier = rules
      .slice(
        0,
        rules.findIndex((r) => r.stage === rule.stage),
      )
      .map((r) => r.holds);
    const speaks = diagrams.all([inPlay, rule.holds, diagrams.not(diagrams.any(earlier)), pack.possible]);
    const what = `rule ${id}.${rule.id}`;
    return [...truths(pack, what, speaks), ...truthless(pack, what, speaks)];
  });
}

function truths(pack: CompiledPack, what: string, d: Diagram): Shown[] {
  const said = new Map([
    [true, 'holds'],
    [false, 'does not hold'],
  ]);
  return [...outcomes(d, [])].map((end) => ({
    what: `${what} ${said.get(end === true)}`,
    by: (a) => a.masks.has(pack) && truth(d, masksOf(pack, a)) === end,
  }));
}

/** Not known: possible for everything that is not always so, or never. */
function truthless(pack: CompiledPack, what: string, d: Diagram): Shown[] {
  if (outcomes(d, []).size < 2) return [];
  return [{ what: `${what} is unknown`, by: (a) => a.masks.has(pack) && truth(d, masksOf(pack, a)) === undefined }];
}

/** What a deadline is while it is known not to have been kept: its date says which. */
const NOT_THERE: readonly FindingState[] = ['outstanding', 'due', 'overdue'];

function states(pack: CompiledPack, { id, requirement, applies, evidence }: CompiledRequirement): Shown[] {
  const { diagrams } = pack;
  const can = (...parts: Diagram[]): boolean => diagrams.all([pack.possible, ...parts]) !== diagrams.no;
  const isAnalysis = requirement.in !== undefined;
  const isDeadline = requirement.kind === 'deadline';
  const possible: [FindingState, boolean][] = [
    ['met', can(applies, evidence)],
    ['outstanding', can(applies, diagrams.not(evidence))],
    ['not_applicable', can(diagrams.not(applies))],
    ['unknown', can(diagrams.not(applies)) || (!isAnalysis && can(evidence) && can(diagrams.not(evidence)))],
  ];
  const mine = ({ findings }: Assessment) => findings.find((f) => f.pack === pack && f.rule === id);
  return possible
    .filter(([, isPossible]) => isPossible)
    .map(([state]) => ({
      what: `requirement ${id} ${state}`,
      by: (a) => {
        const is = mine(a)?.state;
        return is === state || (is !== undefined && isDeadline && [state, is].every((s) => NOT_THERE.includes(s)));
      },
    }));
}
