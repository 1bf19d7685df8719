import { readCase } from '../../case/file/read-case.ts';
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
  const { questions, findings, diagnostics } = assess(file, book, A_DAY);
  const question = what === 'question' ? questions.find((q) => q.id === id) : undefined;
  const finding = findings.find((f) => f.rule === id);
  const ends = question?.possible.length === 1 ? question.possible[0] : question?.possible;
  const said = diagnostics.some(({ code }) => code === id) ? [id] : [];
  const expect = question ? { questions: { [id]: ends } } : finding && { findings: { [id]: finding.state } };
  const expected = what === 'contradiction' ? { diagnostics: said } : expect;
  const offered = witnessCase(pack, witness, { ...heading, ...(expected && { expect: expected }) });
  return { ...offered, worked: workedFrom(offered.text, heading.id, book) };
}

/** A case file of ours, assessed on its own day. */
export function workedFrom(text: string, path: string, book: Rulebook): WorkedCase | undefined {
  const { file, source } = readCase(text);
  return file && { path, file, locate: source.locate, assessment: assess(file, book, String(file.as_at ?? A_DAY)) };
}
