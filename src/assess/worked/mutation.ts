import type { CaseFile } from '../../case/file/case-schema.ts';
import { type Diagram, TooManyNodes } from '../../logic/diagram.ts';
import { compileTogether } from '../../policy/compile/compile.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Join } from '../../policy/folder/rulebook.ts';
import { computedBy, type Difference, differences } from '../../policy/mutate/differ.ts';
import { type Mutant, mutantsOf } from '../../policy/mutate/mutants.ts';
import { assess } from '../case/assess.ts';
import type { Assessment } from '../case/assessment.ts';
import { overPossible, possibleEnds, project } from '../case/project.ts';
import { usedTexts, withText } from './texts.ts';
import { failuresOf, type WorkedCase } from './worked.ts';

/** What became of a mutant: the same pack in other words, told apart by a case, or not. */
export type Verdict =
  | { readonly is: 'equivalent' }
  | { readonly is: 'killed'; readonly by: string }
  | {
      readonly is: 'surviving';
      /** The pack and the mutant, over the same variables. */
      readonly base: CompiledPack;
      readonly other: CompiledPack;
      /** The smallest; none where only a deadline differs. */
      readonly difference?: Difference;
    }
  | { readonly is: 'undecided' };

/** A worked case by which mutants are told from their pack; it gives what it says under the pack itself. */
export interface Judge {
  readonly worked: WorkedCase;
  readonly join: Join;
}

/** Decides a mutant of a pack exactly: no case that differs, one that is written down, or one that is offered. */
export function decide(pack: CompiledPack, mutant: Mutant, judges: readonly Judge[]): Verdict {
  try {
    const [base, other] = compileTogether([pack, mutant.read]) as [CompiledPack, CompiledPack];
    const differing = differences(base, other);
    if (differing.length === 0 && !mutant.byCase) return { is: 'equivalent' };
    const sees = mutant.byCase ? () => true : seeing(base, other);
    const whole = withText(pack, other);
    const killer = judges.find((judge) => sees(judge.worked) && failsUnder(judge, whole));
    if (killer) return { is: 'killed', by: killer.worked.file.case };
    const [difference] = [...differing].sort((a, b) => a.witness.size - b.witness.size);
    return { is: 'surviving', base, other, ...(difference && { difference }) };
  } catch (error) {
    if (!(error instanceof TooManyNodes)) throw error;
    return { is: 'undecided' };
  }
}

type Sees = (worked: WorkedCase) => boolean;

/** Whether anything that a case speaks of under `expect` can end differently for what it knows. */
function seeing(base: CompiledPack, other: CompiledPack): Sees {
  const now = computedBy(other);
  const changed = [...computedBy(base)].flatMap(([key, diagram]) => {
    const after = now.get(key);
    if (after === diagram) return [];
    return [{ key, before: overPossible(base, diagram), after: after && overPossible(other, after) }];
  });
  return ({ file, assessment }) => {
    const masks = project(base, assessment.sheet);
    const differs = (before: Diagram, after: Diagram): boolean =>
      !sameEnds(possibleEnds(before, masks), possibleEnds(after, masks));
    return changed.some(({ key, before, after }) => {
      return !after || (speaksOf(file.expect, key, base) && differs(before, after));
    });
  };
}

/** Whether `expect` could tell that something ends differently: by its name, or through rules and clauses. A contradiction must always be named. */
function speaksOf(expect: CaseFile['expect'], key: string, { pack }: CompiledPack): boolean {
  const [what, id = ''] = key.split(' ');
  if (what === 'contradiction') return true;
  if (what === 'decider') return expect?.deciders !== undefined || expect?.standings !== undefined;
  const names = Object.keys((what === 'question' ? expect?.questions : expect?.findings) ?? {});
  if (names.includes(id) || names.includes(`${pack.pack}.${id}`)) return true;
  const cited = pack.requirements[id]?.clauses ?? pack.indicators[id]?.clauses;
  const clauses = Object.keys(expect?.clauses ?? {});
  return what === 'question'
    ? clauses.length > 0 || expect?.rules !== undefined
    : clauses.some((clause) => cited?.includes(clause));
}

const sameEnds = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean =>
  a.size === b.size && [...a].every((end) => b.has(end));

function failsUnder({ worked, join }: Judge, other: CompiledPack): boolean {
  const packs = worked.assessment.packs.map((own) => (own.pack.pack === other.pack.pack ? other : own));
  const assessment = assess(worked.file, join(packs), worked.assessment.asAt);
  return failuresOf({ ...worked, assessment }).length > 0;
}

/** What becomes of every mutant of a document, by its own worked cases. */
export function* verdictsOn(
  whole: CompiledPack,
  judges: readonly Judge[],
): Generator<MutantOfText & { verdict: Verdict }> {
  const cases = judges.map(({ worked }) => worked.assessment);
  const inTurn = [...judges];
  for (const { mutant, pack } of mutantsOfTexts(whole, cases)) {
    const verdict = decide(pack, mutant, inTurn);
    // What noticed one slip often notices the next, which is near it
    if (verdict.is === 'killed') {
      const at = inTurn.findIndex(({ worked }) => worked.file.case === verdict.by);
      inTurn.unshift(...inTurn.splice(at, 1));
    }
    yield { mutant, pack, verdict };
  }
}

interface MutantOfText {
  readonly mutant: Mutant;
  readonly pack: CompiledPack;
}

/** The mutants of the last text of a document, and of what reads otherwise in each earlier text that the cases use. */
const mutantsOfTexts = (whole: CompiledPack, cases: readonly Assessment[]): MutantOfText[] =>
  usedTexts(whole, cases)
    .toReversed()
    .flatMap(({ pack, when, isOwn }) =>
      [...mutantsOf(pack)].filter(({ path }) => isOwn(path)).map((mutant) => ({ mutant: dated(mutant, when), pack })),
    );

const dated = (mutant: Mutant, when: string | undefined): Mutant => {
  if (when === undefined) return mutant;
  const text = `, in the text in force ${when}`;
  return { ...mutant, id: `${mutant.id}${text}`, says: `${mutant.says}${text}` };
};
