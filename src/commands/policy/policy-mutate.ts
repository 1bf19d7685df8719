import { join } from 'node:path';
import { decide, type Judge, type Verdict, verdictsOn } from '../../assess/worked/mutation.ts';
import { type Offer, offerCase } from '../../assess/worked/offer.ts';
import { offerByCase } from '../../assess/worked/offer-by-case.ts';
import type { PolicyFolder } from '../../files/policies/policy-folder.ts';
import { makeFolder } from '../../files/write/make-folder.ts';
import { isThere } from '../../files/write/standing.ts';
import { writeNew } from '../../files/write/write-text.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode } from '../../messages/errors.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Join } from '../../policy/folder/rulebook.ts';
import type { ByCase, Mutant } from '../../policy/mutate/mutants.ts';
import type { Heading } from '../../policy/verify/witness.ts';
import {
  type JudgedMutant,
  type MutatedPack,
  mutateJson,
  mutateText,
  scoreOf,
} from '../../report/pack/mutate-report.ts';
import { endInWords, subjectInWords } from '../../report/words/ends.ts';
import type { CommonOptions } from '../common-options.ts';
import { styleFor } from '../style.ts';
import { policyFolder } from './folder.ts';
import { CASES, casesBelow, judgesOf, packsOf, percent } from './policy-cases.ts';

export interface PolicyMutateOptions extends CommonOptions {
  readonly format: 'text' | 'json';
  readonly cases?: readonly string[];
  /** Least score in percent, as given on the command line; 100 where it is not given. */
  readonly min?: string;
  readonly writeCases?: string;
}

/** `cpplan policy mutate`: every slip of the hand in a pack, and whether a worked case would notice it. */
export async function policyMutate(names: readonly string[], options: PolicyMutateOptions, io: Io): Promise<ExitCode> {
  const folder = policyFolder(options, io);
  const min = percent(options.min ?? '100');
  const packs = packsOf(names, folder);
  // The folder that cases are written to need not be there yet
  const isToCome = (path: string): boolean => path === options.writeCases && !isThere(path);
  const cases = await casesBelow(
    (options.cases ?? [CASES]).filter((path) => !isToCome(path)),
    folder,
    io,
  );
  const mutated = packs.map((name): MutatedPack => {
    const worked = judgesOf(name, cases);
    const judges = worked.map((one) => ({ worked: one, join: folder.join }));
    return {
      pack: name,
      file: folder.pathOf(name),
      cases: worked.length,
      mutants: judged(name, folder, judges, options),
    };
  });
  if (options.format === 'json') io.out(`${JSON.stringify(mutateJson(mutated, min), null, 2)}\n`);
  else io.out(mutateText(mutated, min, await styleFor(options, io)));
  return mutated.every((one) => scoreOf(one).score >= min) ? EXIT.done : EXIT.findings;
}

function judged(
  name: string,
  folder: PolicyFolder,
  judges: readonly Judge[],
  options: PolicyMutateOptions,
): JudgedMutant[] {
  const offers: Judge[] = [];
  return [...verdictsOn(folder.pack(name), judges)].map(({ mutant, pack, verdict }) => {
    const place = { mutant, ...pack.source.locate(mutant.path) };
    if (verdict.is === 'killed') return { ...place, is: verdict.is, by: verdict.by };
    if (verdict.is !== 'surviving') return { ...place, is: verdict.is };
    const again = decide(pack, mutant, offers);
    if (again.is === 'killed')
      return { ...place, is: verdict.is, differs: `${again.by}, offered above, would notice it.` };
    return { ...place, ...offer(mutant, verdict, { judges, offers, folder, to: options.writeCases }) };
  });
}

/** The first reference that no case has. */
function nextId(judges: readonly Judge[]): string {
  const taken = new Set(judges.map(({ worked }) => worked.file.case));
  const ids = Array.from({ length: taken.size + 1 }, (_, i) => `EX-${String(i + 1).padStart(4, '0')}`);
  return ids.find((id) => !taken.has(id)) as string;
}

interface Offering {
  readonly judges: readonly Judge[];
  /** Cases that were offered before. */
  readonly offers: Judge[];
  readonly folder: PolicyFolder;
  /** The folder to which they are written. */
  readonly to: string | undefined;
}

type Surviving = Extract<Verdict, { is: 'surviving' }>;

/** The case that would tell a surviving mutant from its pack; it joins those that were offered before. */
function offer(
  mutant: Mutant,
  verdict: Surviving,
  { judges, offers, folder, to }: Offering,
): Omit<JudgedMutant, 'mutant' | 'line' | 'column'> {
  const id = nextId([...judges, ...offers]);
  const about = `Tells the pack from a slip in it (${mutant.id}). Is what it expects what the document says?`;
  const { differs, found } = differing(mutant, verdict, folder.join, { id, about });
  if (!found) return { is: 'surviving', differs };
  const { worked, ...shown } = found;
  if (worked) offers.push({ worked, join: folder.join });
  const written = to === undefined ? undefined : write(verdict.base, id, shown.text, to);
  return { is: 'surviving', differs, offer: shown, ...(written && { written }) };
}

function differing(
  { path, byCase }: Mutant,
  { difference, base, other }: Surviving,
  joined: Join,
  heading: Heading,
): { readonly differs: string; readonly found: Offer | undefined } {
  if (!difference || byCase) {
    const kind = byCase ?? 'deadline';
    return { differs: DIFFERS[kind], found: offerByCase(kind, [base, other], joined, path, heading) };
  }
  const [before, after] = [endInWords(difference, difference.from), endInWords(difference, difference.to)];
  const differs = `In this case ${subjectInWords(difference)}: ${before}; with the slip: ${after}.`;
  return { differs, found: offerCase(base, joined, difference, heading) };
}

/** What would be otherwise, where only a case can tell. */
const DIFFERS: Readonly<Record<ByCase, string>> = {
  deadline: 'In a case with dates, it would be late by one of the two and not by the other.',
  each: 'In a case that lists several of them, it would be asked for one by one of the two and not by the other.',
  needs: 'In a case in which some of these roles agree, it would be decided by one of the two and not by the other.',
  strength: 'In a case in which the day has passed, it would be overdue by one of the two and not by the other.',
  variation:
    'In a case in which another way is approved, it would still be asked for by one of the two and not by the other.',
  derivation: 'In a case with the right dates or lists, this fact would come out differently by one of the two.',
};

function write({ pack }: CompiledPack, id: string, text: string, folder: string): string {
  makeFolder(folder);
  const path = join(folder, `${pack.pack}-${id}.yaml`);
  writeNew(path, text);
  return path;
}
