import type { Calendar } from '../../calendar/working-days.ts';
import { truth, type Witness } from '../../logic/walks.ts';
import { compileTogether } from '../../policy/compile/compile.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { speaks } from '../../policy/compile/space.ts';
import { align } from '../../policy/mutate/align.ts';
import { type Difference, differences } from '../../policy/mutate/differ.ts';
import type { ReadPack, ReadVocabulary } from '../../policy/pack/read-pack.ts';
import { smallest, type WitnessCase, witnessCase } from '../../policy/verify/witness.ts';
import { changedTerms, type Term } from './changed-terms.ts';

/** A pack with its folder's vocabulary and bank holidays, and its file. */
export interface Side {
  readonly pack: CompiledPack;
  readonly vocabulary: ReadVocabulary;
  readonly calendar: Calendar;
  readonly file: string;
}

/** What speaks in a case under one of two packs. */
export interface Ground {
  readonly rules: readonly string[];
  readonly clauses: readonly string[];
}

/** A difference in meaning, with what speaks on either side and the smallest case that shows it. */
export interface ShownDifference extends Difference {
  readonly old: Ground;
  readonly new: Ground;
  readonly shows: WitnessCase;
}

/** How two versions of a pack differ in meaning. */
export interface PackDiff {
  readonly differences: readonly ShownDifference[];
  /** What changed beside conditions and outcomes: who, by when, of what kind, from which clause, how worked out. */
  readonly terms: readonly Term[];
  /** Smallest cases that one of the packs takes to be impossible and the other does not. */
  readonly onlyInOld?: WitnessCase;
  readonly onlyInNew?: WitnessCase;
}

/** Compares two packs over every case; the names of facts that cannot be compared where there are any. @throws TooManyNodes */
export function diffPacks(a: ReadPack, b: ReadPack): PackDiff | { readonly clash: readonly string[] } {
  const aligned = align(a, b);
  if ('clash' in aligned) return aligned;
  const packs = compileTogether(aligned.packs) as [CompiledPack, CompiledPack];
  const [before, after] = packs;
  const write = (witness: Witness, about: string, n: number): WitnessCase =>
    witnessCase(union(packs), witness, { id: `EX-${String(n).padStart(4, '0')}`, about });
  const found = differences(before, after).map((difference, i) => ({
    ...difference,
    old: groundOf(before, difference),
    new: groundOf(after, difference),
    shows: write(difference.witness, 'Shows where the two versions of the pack differ.', i + 1),
  }));
  const only = (here: CompiledPack, there: CompiledPack): WitnessCase | undefined => {
    const witness = smallest(here.diagrams, here.diagrams.and(here.possible, here.diagrams.not(there.possible)));
    return witness && write(witness, 'Possible under one version only.', found.length + 1);
  };
  const [onlyInOld, onlyInNew] = [only(before, after), only(after, before)];
  return {
    differences: found,
    // Each with its own facts, which were made alike to be compared
    terms: changedTerms({ ...before, facts: a.facts }, { ...after, facts: b.facts }),
    ...(onlyInOld && { onlyInOld }),
    ...(onlyInNew && { onlyInNew }),
  };
}

/** A pack in which a case of either can be written down. */
const union = ([a, b]: readonly [CompiledPack, CompiledPack]): CompiledPack => ({
  ...b,
  facts: new Map([...a.facts, ...b.facts]),
  pack: { ...b.pack, analyses: { ...a.pack.analyses, ...b.pack.analyses } },
});

function groundOf(pack: CompiledPack, { what, id, witness }: Difference): Ground {
  const known: number[] = [];
  for (const [v, region] of witness) known[v] = 1 << region;
  const question = what === 'question' ? pack.questions.find((q) => q.id === id) : undefined;
  if (question) {
    const rules = question.rules.filter((rule) => truth(speaks(pack, question, rule), known) === true);
    return { rules: rules.map((r) => r.id), clauses: [...new Set(rules.flatMap(({ rule }) => rule.clauses))] };
  }
  const cited = pack.pack.requirements[id] ?? pack.pack.indicators[id] ?? pack.pack.contradictions[id];
  return { rules: cited ? [id] : [], clauses: cited?.clauses ?? [] };
}
