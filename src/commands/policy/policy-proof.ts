import { basename, dirname, join } from 'node:path';
import { coverage } from '../../assess/worked/coverage.ts';
import { verdictsOn } from '../../assess/worked/mutation.ts';
import type { WorkedCase } from '../../assess/worked/worked.ts';
import { digestOf } from '../../files/policies/digest.ts';
import type { PolicyFolder } from '../../files/policies/policy-folder.ts';
import { onDisk } from '../../files/policies/text-folder.ts';
import { readText } from '../../files/read-text.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode } from '../../messages/errors.ts';
import { periodInWords } from '../../policy/editions/period.ts';
import { scoreOf } from '../../report/pack/mutate-report.ts';
import { viewOfPack } from '../../report/pack/pack-view.ts';
import { passageFinder } from '../../report/proof/passages.ts';
import { type ProofBasis, proofOf } from '../../report/proof/proof.ts';
import { proofHtml, proofMark } from '../../report/proof/proof-html.ts';
import { titles } from '../../report/words/titles.ts';
import type { CommonOptions } from '../common-options.ts';
import { put } from '../put.ts';
import { policyFolder } from './folder.ts';
import { CASES, casesBelow, judgesOf } from './policy-cases.ts';

export interface PolicyProofOptions extends CommonOptions {
  readonly output?: string;
  readonly force?: boolean;
  readonly cases?: readonly string[];
  /** Text files of the document, else those beside the pack. */
  readonly document?: readonly string[];
  /** False where slips are not to be tried, which takes most of the time. */
  readonly slips: boolean;
}

/** `cpplan policy proof`: a page on which the document stands beside what was made of it, to be read and signed. */
export async function policyProof(name: string, options: PolicyProofOptions, io: Io): Promise<ExitCode> {
  const folder = policyFolder(options, io);
  const pack = folder.pack(name);
  const cases = judgesOf(name, await casesBelow(options.cases ?? [CASES], folder, io));
  const covered = coverage(
    pack,
    cases.map(({ file, assessment }) => ({ case: file.case, assessment })),
  );
  const document = documentOf(name, folder, options);
  const slips = options.slips ? slipsOf(name, folder, cases) : undefined;
  const words = titles(folder.vocabulary().vocabulary.roles);
  const view = viewOfPack(pack, words);
  const otherTimes = (pack.editions ?? [])
    .filter((edition) => edition !== pack)
    .map((edition) => ({ when: periodInWords(edition.period ?? {}), view: viewOfPack(edition, words) }));
  const text = proofHtml(
    proofOf({
      view,
      pack,
      covered,
      otherTimes,
      digest: digestOf(pack),
      cases: cases.map(({ file }) => ({ id: file.case, ...(file.about && { about: file.about }) })),
      ...(document && { document }),
      ...(slips && { slips }),
    }),
  );
  put(text, { marked: proofMark(name) }, options, io);
  return EXIT.done;
}

/** The text of the document: the files that were named, else one beside the pack or beside its folder. */
function documentOf(name: string, folder: PolicyFolder, { document }: PolicyProofOptions): ProofBasis['document'] {
  const at = dirname(folder.pathOf(name));
  const usual = [name, 'document'].flatMap((stem) => [`${stem}.md`, `${stem}.txt`]);
  const beside = [at, dirname(at)].flatMap((place) =>
    usual.filter((file) => onDisk(place).has(file)).map((file) => join(place, file)),
  );
  const paths = document ?? beside.slice(0, 1);
  if (paths.length === 0) return undefined;
  const finders = paths.map((path) => passageFinder(readText(path)));
  return {
    name: paths.map((path) => basename(path)).join(', '),
    find: (clause) => finders.map((find) => find(clause)).find((passage) => passage !== undefined),
  };
}

function slipsOf(name: string, folder: PolicyFolder, cases: readonly WorkedCase[]): ProofBasis['slips'] {
  const pack = folder.pack(name);
  const judges = cases.map((worked) => ({ worked, join: folder.join }));
  const mutants = [...verdictsOn(pack, judges)].map(({ verdict }) => verdict);
  const { score, surviving, undecided } = scoreOf({ mutants });
  return { tried: mutants.length, score, unnoticed: surviving + undecided };
}
