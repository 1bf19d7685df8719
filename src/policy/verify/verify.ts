import { TooManyNodes } from '../../logic/diagram.ts';
import { type Diagnostic, type Placed, place } from '../../messages/diagnostic.ts';
import { known } from '../../messages/safe.ts';
import type { CompiledPack } from '../compile/compiled.ts';
import { periodInWords } from '../editions/period.ts';
import type { ReadVocabulary } from '../pack/read-pack.ts';
import type { Fault } from './fault.ts';
import { idleConditions } from './verify-idle.ts';
import { lostDuties } from './verify-life.ts';
import { conflicts, gaps, undecidable, unreachableOutcomes } from './verify-questions.ts';
import { idleRequirements } from './verify-requirements.ts';
import { deadRules } from './verify-rules.ts';
import { unusedNames } from './verify-unused.ts';
import { type WitnessCase, witnessCase } from './witness.ts';

/** Something wrong, or to be looked at again, in what a pack says. */
export interface PolicyFinding extends Placed<Diagnostic> {
  /** Stable: the same fault of the same pack keeps it, so that a waiver can name it. */
  readonly id: string;
  readonly clauses: readonly string[];
  /** The smallest case that shows it, where a case can. */
  readonly shows?: WitnessCase;
}

/** What was found in a pack, and what the claim rests on. */
export interface Verification {
  readonly pack: CompiledPack;
  readonly findings: readonly PolicyFinding[];
  /** Parts of the check that the decision space was too large for: nothing is claimed about them. */
  readonly notChecked: readonly string[];
  /** What the pack takes to be impossible; every claim holds only as far as these do. */
  readonly assumptions: readonly string[];
}

type Check = (pack: CompiledPack, vocabulary: ReadVocabulary) => Fault[];

const CHECKS: Readonly<Record<string, Check>> = {
  'cases in which no rule speaks': gaps,
  'rules that contradict one another': conflicts,
  'outcomes that nobody is named to decide': undecidable,
  'rules that never speak': deadRules,
  'outcomes that are never reached': unreachableOutcomes,
  'requirements and indicators that never apply': idleRequirements,
  'facts, terms and questions that are never used': unusedNames,
  'conditions that never matter': idleConditions,
  'duties that an event would make fall away': lostDuties,
};

/** Checks for what has no use. */
const IDLE: ReadonlySet<Check> = new Set([
  deadRules,
  unreachableOutcomes,
  idleRequirements,
  unusedNames,
  idleConditions,
]);

/** What `verify` looks for, in words. */
export const LOOKED_FOR: readonly string[] = Object.keys(CHECKS);

/** Goes through every case that can occur under a pack, and says what is missing, contradictory or idle in it. */
export function verify(pack: CompiledPack, vocabulary: ReadVocabulary): Verification {
  const notChecked = new Set<string>();
  const texts = pack.editions ?? [pack];
  const found = texts.map((text) => ({ text, faults: faultsOf(text, vocabulary, notChecked) }));
  const faults = found.flatMap(({ text, faults: own }) =>
    own
      .filter((fault) => !fault.isIdle || found.every((other) => has(other.faults, fault)))
      .map((fault) => ({ text, fault })),
  );
  const once = [...new Map(faults.map((one) => [keyOf(one.fault), one])).values()];
  const findings = [...pack.warnings.map(asFinding), ...once.map(({ text, fault }, i) => finding(fault, i, text))];
  const assumptions = pack.pack.impossible.map(({ because }) => because);
  return { pack, findings, notChecked: [...notChecked], assumptions };
}

const keyOf = ({ code, about }: Fault): string => `${code}:${about}`;
const has = (faults: readonly Fault[], fault: Fault): boolean => faults.some((one) => keyOf(one) === keyOf(fault));

/** What is wrong in one text of a document. What is never used matters only where every text of it has no use for it. */
function faultsOf(
  text: CompiledPack,
  vocabulary: ReadVocabulary,
  notChecked: Set<string>,
): (Fault & { readonly isIdle: boolean })[] {
  return Object.entries(CHECKS).flatMap(([name, check]) => {
    const isIdle = IDLE.has(check);
    try {
      return check(text, vocabulary).map((fault) => ({ ...fault, isIdle }));
    } catch (error) {
      if (!(error instanceof TooManyNodes)) throw error;
      notChecked.add(name);
      return [];
    }
  });
}

function asFinding(warning: Placed<Diagnostic>): PolicyFinding {
  const about = String(warning.path?.at(-1));
  const clauses = warning.path?.[0] === 'clauses' ? [about] : [];
  return { ...warning, id: `${warning.code}:${about}`, clauses };
}

function finding(fault: Fault, index: number, pack: CompiledPack): PolicyFinding {
  const { code, about, severity, clauses, path, witness } = fault;
  const when = pack.period && pack.editions ? ` This is so in the text in force ${periodInWords(pack.period)}.` : '';
  const says = `${fault.says}${when}`;
  const heading = { id: `EX-${String(index + 1).padStart(4, '0')}`, about: says };
  return {
    ...place({ code: known(code), severity, says: known(says), path, at: 'key' }, pack.source.locate),
    id: `${code}:${about}`,
    clauses,
    ...(witness && { shows: witnessCase(pack, witness, heading) }),
  };
}
