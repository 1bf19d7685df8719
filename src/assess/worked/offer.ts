import { readCase } from '../../case/file/read-case.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Join, Rulebook } from '../../policy/folder/rulebook.ts';
import type { Difference } from '../../policy/mutate/differ.ts';
import { type Heading, type WitnessCase, witnessCase } from '../../policy/verify/witness.ts';
import { assess } from '../case/assess.ts';
import type { WorkedCase } from './worked.ts';

/** Any day: a case that only shows a difference holds no dates. */
const A_DAY = '2026-01-05';

/** A case that is offered, ready to tell mutants apart. */
export interface Offer extends WitnessCase {
  readonly worked: WorkedCase | undefined;
}

/** The smallest case of a difference, with what the pack says of it now under `expect`: for an author to judge. */
export function offerCase(pack: CompiledPack, join: Join, { what, id, witness }: Difference, heading: Heading): Offer {
  const bare = witnessCase(pack, witness, heading);
  const { file } = readCase(bare.text);
  if (!file) return { ...bare, worked: undefined };
  const book = join([pack]);
  const { questions, findings, diagnostics, standings } = assess(file, book, A_DAY);
  const question = what === 'question' ? questions.find((q) => q.id === id) : undefined;
  const decided = what === 'decider' ? questions.find((q) => `${id}.`.startsWith(`${q.id}.`)) : undefined;
  const whose = decided && { deciders: { [decided.id]: [...(standings.get(decided)?.decider?.who ?? [])] } };
  const finding = findings.find((f) => f.rule === id);
  const ends = question?.possible.length === 1 ? question.possible[0] : question?.possible;
  const said = contradicting(pack, diagnostics);
  const expect = question
    ? { questions: { [id]: ends } }
    : (whose ?? (finding && { findings: { [id]: finding.state } }));
  // A contradiction that is not named would fail under every slip, and so seem to tell them all apart.
  const named = what === 'contradiction' || said.length > 0 ? { diagnostics: said } : undefined;
  const expected = (expect || named) && { ...expect, ...named };
  const offered = witnessCase(pack, witness, { ...heading, ...(expected && { expect: expected }) });
  return { ...offered, worked: workedFrom(offered.text, heading.id, book) };
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
