import { readCase } from '../../case/file/read-case.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { isWithin } from '../../policy/editions/period.ts';
import type { Join, Rulebook } from '../../policy/folder/rulebook.ts';
import type { Difference } from '../../policy/mutate/differ.ts';
import { type Heading, type WitnessCase, witnessCase } from '../../policy/verify/witness.ts';
import { assess } from '../case/assess.ts';
import type { Assessment } from '../case/assessment.ts';
import type { WorkedCase } from './worked.ts';

/** Any day: a case that only shows a difference holds no dates. */
const A_DAY = '2026-01-05';

/** A day on which the text of a pack is in force; none has to be named where it always is. */
export function dayIn({ period = {} }: CompiledPack): Pick<Heading, 'asAt'> {
  if (isWithin(A_DAY, period)) return {};
  return { asAt: period.from ?? period.until ?? A_DAY };
}

/** A case that is offered, ready to tell mutants apart. */
export interface Offer extends WitnessCase {
  readonly worked: WorkedCase | undefined;
}

/**
 * The smallest case of a difference, with what the pack says now of the whole question under `expect`: for an author to
 * judge. None where it rests on a record that only the slip brings, which no case file of the pack can hold.
 */
export function offerCase(
  pack: CompiledPack,
  join: Join,
  { what, id, witness }: Difference,
  heading: Heading,
): Offer | undefined {
  const isKnown = (v: number): boolean => pack.facts.has(pack.variables[v]?.fact ?? '');
  if (![...witness.keys()].every(isKnown)) return undefined;
  const dated = { ...heading, ...dayIn(pack) };
  const bare = witnessCase(pack, witness, dated);
  const { file } = readCase(bare.text);
  if (!file) return { ...bare, worked: undefined };
  const book = join([pack]);
  const { questions, findings, diagnostics, standings } = assess(file, book, dated.asAt ?? A_DAY);
  const decided = what === 'decider' ? questions.find((q) => `${id}.`.startsWith(`${q.id}.`)) : undefined;
  const whose = decided && { deciders: { [decided.id]: [...(standings.get(decided)?.decider?.who ?? [])] } };
  const about = what === 'question' ? id : findings.find((f) => f.rule === id)?.question;
  const said = contradicting(pack, diagnostics);
  const expect = whose ?? (about === undefined ? undefined : wholeQuestion(about, questions, findings));
  // A contradiction that is not named would fail under every slip, and so seem to tell them all apart.
  const named = what === 'contradiction' || said.length > 0 ? { diagnostics: said } : undefined;
  const expected = (expect || named) && { ...expect, ...named };
  const offered = witnessCase(pack, witness, { ...dated, ...(expected && { expect: expected }) });
  return { ...offered, worked: workedFrom(offered.text, heading.id, book) };
}

/** A question and everything that it asks for, so that one case tells as many slips as it can. */
function wholeQuestion(
  id: string,
  questions: Assessment['questions'],
  findings: Assessment['findings'],
): Heading['expect'] {
  const possible = questions.find((question) => question.id === id)?.possible ?? [];
  const states = findings.filter(({ question }) => question === id).map(({ rule, state }) => [rule, state] as const);
  return {
    ...(possible.length > 0 && { questions: { [id]: possible.length === 1 ? possible[0] : possible } }),
    ...(states.length > 0 && { findings: Object.fromEntries(states) }),
  };
}

/** The contradictions of a pack that a case is told of, each once. */
function contradicting({ contradictions }: CompiledPack, diagnostics: readonly Diagnostic[]): string[] {
  const own = new Set<string>(contradictions.map(({ id }) => id));
  return [...new Set(diagnostics.map(({ code }) => code).filter((code) => own.has(code)))];
}

/** A case file of ours, assessed on its own day. */
export function workedFrom(text: string, path: string, book: Rulebook): WorkedCase | undefined {
  const { file, source } = readCase(text);
  return file && { path, file, locate: source.locate, assessment: assess(file, book, String(file.as_at ?? A_DAY)) };
}
