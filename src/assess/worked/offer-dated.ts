import { type Day, plusDays } from '../../calendar/dates.ts';
import type { CompiledPack, CompiledRequirement } from '../../policy/compile/compiled.ts';
import { real } from '../../policy/compile/space.ts';
import { isWithin } from '../../policy/editions/period.ts';
import type { Join } from '../../policy/folder/rulebook.ts';
import { type Heading, smallest, witnessCase } from '../../policy/verify/witness.ts';
import type { Finding } from '../case/assessment.ts';
import { type Offer, workedFrom } from './offer.ts';

/** A Wednesday without bank holidays near it, from which deadlines are counted in offered cases. */
const A_WEDNESDAY = '2026-02-04';

/** So long before a text ends, a deadline can pass while it is in force. */
const DAYS_BEFORE_ITS_END = 200;

/** A day on which a text is in force, and long enough after it. */
function countedFrom({ period = {} }: CompiledPack): Day {
  const { from, until } = period;
  const isOver = until !== undefined && plusDays(A_WEDNESDAY, DAYS_BEFORE_ITS_END) > until;
  if (!isOver && isWithin(A_WEDNESDAY, period)) return A_WEDNESDAY;
  return from ?? plusDays(until ?? A_WEDNESDAY, -DAYS_BEFORE_ITS_END);
}

/** A pack, and the same with a slip in it. */
export type Packs = readonly [pack: CompiledPack, other: CompiledPack];

/**
 * A case in which a requirement is late under one of two packs and not under the other, as their deadlines differ;
 * undefined where none was found. It expects what the first pack says.
 */
export function offerDated(packs: Packs, join: Join, id: string, heading: Heading): Offer | undefined {
  const compiled = packs[0].requirements.find((r) => r.id === id);
  const { due, for_each: each } = compiled?.requirement ?? {};
  const [anchor] = [due?.before ?? due?.after ?? []].flat();
  const witness = compiled && smallest(packs[0].diagrams, lateable(packs[0], compiled));
  if (!compiled || !witness || each || anchor === undefined) return undefined;
  const start = countedFrom(packs[0]);
  const dates = { [anchor]: start };
  const isDeadline = compiled.requirement.kind === 'deadline';
  const under = (text: string): (Finding | undefined)[] =>
    packs.map((pack) => findingOf(pack, join, id, text, heading.id));
  const first = under(witnessCase(packs[0], witness, { ...heading, dates, asAt: start }).text)
    .flatMap((finding) => finding?.due?.to ?? [])
    .sort()[0];
  if (first === undefined) return undefined;
  const late = plusDays(first, 1);
  const dated = { ...heading, dates, ...(isDeadline ? { asAt: late } : { asAt: plusDays(late, 1), done: late }) };
  const [now, then] = under(witnessCase(packs[0], witness, dated).text);
  if (!now || now.state === then?.state) return undefined;
  const offered = witnessCase(packs[0], witness, { ...dated, expect: { findings: { [id]: now.state } } });
  return { ...offered, worked: workedFrom(offered.text, heading.id, join([packs[0]])) };
}

/** The date from which a requirement is counted, and the first day on which it is late where nobody has done it. */
export function lateDay(
  pack: CompiledPack,
  join: Join,
  id: string,
  heading: Heading,
): Pick<Heading, 'dates' | 'asAt'> | undefined {
  const compiled = pack.requirements.find((r) => r.id === id);
  const { due } = compiled?.requirement ?? {};
  const [anchor] = [due?.before ?? due?.after ?? []].flat();
  const witness = compiled && smallest(pack.diagrams, real(pack, compiled.applies));
  if (!witness || anchor === undefined) return undefined;
  const start = countedFrom(pack);
  const dates = { [anchor]: start };
  const { text } = witnessCase(pack, witness, { ...heading, dates, asAt: start });
  const last = findingOf(pack, join, id, text, heading.id)?.due?.to;
  return last === undefined ? undefined : { dates, asAt: plusDays(last, 1) };
}

/** Where being late can show: a deadline that is not kept yet, anything else once it is done. */
function lateable(pack: CompiledPack, { requirement, applies, evidence }: CompiledRequirement) {
  const { diagrams } = pack;
  const open = requirement.kind === 'deadline' ? diagrams.not(evidence) : evidence;
  return real(pack, diagrams.and(applies, open));
}

function findingOf(pack: CompiledPack, join: Join, id: string, text: string, reference: string): Finding | undefined {
  const worked = workedFrom(text, reference, join([pack]));
  return worked?.assessment.findings.find((finding) => finding.rule === id);
}
