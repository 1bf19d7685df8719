import type { Witness } from '../../logic/walks.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { CompiledPack, CompiledQuestion } from '../../policy/compile/compiled.ts';
import { real } from '../../policy/compile/space.ts';
import type { Join } from '../../policy/folder/rulebook.ts';
import type { ByCase } from '../../policy/mutate/mutants.ts';
import { variationOf } from '../../policy/pack/own-facts.ts';
import { type Heading, smallest, witnessCase } from '../../policy/verify/witness.ts';
import type { Assessment } from '../case/assessment.ts';
import { neededOf } from '../decide/deciders.ts';
import { dayIn, type Offer, workedFrom } from './offer.ts';
import { lateDay, offerDated, type Packs } from './offer-dated.ts';

/**
 * A case that tells a pack from a slip which no condition shows: with dates, decisions, or another way that is approved.
 * Undefined where none was found: one with the right list or dates has to be written by hand.
 */
export function offerByCase(kind: ByCase, packs: Packs, join: Join, path: Path, heading: Heading): Offer | undefined {
  const id = String(path[1]);
  if (kind === 'deadline') return offerDated(packs, join, id, heading);
  if (kind === 'needs') return offerDecided(packs, join, id, Number(path[3]), heading);
  if (kind === 'variation') return offerOpen(packs, join, id, { ...heading, also: { [variationOf(id)]: 'yes' } });
  return kind === 'strength'
    ? offerOpen(packs, join, id, { ...heading, ...lateDay(packs[0], join, id, heading) })
    : undefined;
}

/** A case in which something surely applies and is known not to be done. */
function offerOpen(packs: Packs, join: Join, id: string, heading: Heading): Offer | undefined {
  const [pack] = packs;
  const compiled = pack.requirements.find((one) => one.id === id);
  if (!compiled || compiled.requirement.for_each) return undefined;
  const { diagrams } = pack;
  const { applies, evidence, refused } = compiled;
  const open = diagrams.all([applies, diagrams.not(evidence), diagrams.not(refused)]);
  const witness = smallest(diagrams, real(pack, open));
  const stateIn = ({ findings }: Assessment) => findings.find(({ rule }) => rule === id)?.state;
  return (
    witness && telling(packs, join, witness, heading, (assessment) => ({ findings: { [id]: stateIn(assessment) } }))
  );
}

/** A case in which as many roles have agreed as are enough by one of two packs only. */
function offerDecided(packs: Packs, join: Join, id: string, place: number, heading: Heading): Offer | undefined {
  const [pack] = packs;
  const question = pack.questions.find((one) => one.id === id);
  const deciders = packs.map((one) => one.pack.questions[id]?.decided_by?.[place]);
  const [decider] = deciders;
  if (!question || !decider) return undefined;
  const enough = Math.min(...deciders.flatMap((one) => (one ? neededOf(one) : [])));
  const [by, ...others] = decider.who.slice(0, enough);
  for (const outcome of decider.outcomes ?? Object.keys(question.question.outcomes)) {
    const witness = smallest(pack.diagrams, real(pack, decidedHere(pack, question, place, outcome)));
    if (!witness) continue;
    const date = dayIn(pack).asAt ?? A_DAY;
    const decision = { question: id, by, ...(others.length > 0 && { with: others }), date, outcome, agrees: 'yes' };
    const standing = ({ questions, standings }: Assessment): string | undefined =>
      questions.flatMap((one) => (one.id === id ? (standings.get(one)?.at ?? []) : []))[0];
    return telling(packs, join, witness, { ...heading, asAt: date, decisions: [decision] }, (assessment) => ({
      standings: { [id]: standing(assessment) },
    }));
  }
  return undefined;
}

/** Any day in a text that is always in force. */
const A_DAY = '2026-01-05';

/** Where a question ends in an outcome, and this decider is the first that decides. */
function decidedHere(
  { diagrams }: CompiledPack,
  { route, deciders }: CompiledQuestion,
  place: number,
  outcome: string,
) {
  return diagrams.all([
    diagrams.relabel(route, (end) => end === outcome),
    ...deciders.slice(0, place).map((one) => diagrams.not(one)),
    deciders[place] ?? diagrams.no,
  ]);
}

/** A case with what the first pack says of it; undefined where the other says the same. */
function telling(
  packs: Packs,
  join: Join,
  witness: Witness,
  heading: Heading,
  expectOf: (assessment: Assessment) => Readonly<Record<string, unknown>>,
): Offer | undefined {
  const [pack] = packs;
  const dated = { ...dayIn(pack), ...heading };
  const { text } = witnessCase(pack, witness, dated);
  const [now, then] = packs.map((one) => {
    const worked = workedFrom(text, heading.id, join([one]));
    return worked && expectOf(worked.assessment);
  });
  if (!now || JSON.stringify(now) === JSON.stringify(then)) return undefined;
  const offered = witnessCase(pack, witness, { ...dated, expect: now });
  return { ...offered, worked: workedFrom(offered.text, heading.id, join([pack])) };
}
