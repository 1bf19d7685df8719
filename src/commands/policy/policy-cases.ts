import { failuresOf, type WorkedCase } from '../../assess/worked/worked.ts';
import { CaseFolder } from '../../cases/case-folder.ts';
import { CaseOpener } from '../../cases/case-opener.ts';
import { orThrow } from '../../cases/opened.ts';
import { findFiles } from '../../files/find/find-cases.ts';
import type { PolicyFolder } from '../../files/policies/policy-folder.ts';
import type { Io } from '../../io.ts';
import { UserError } from '../../messages/errors.ts';
import { fileName } from '../../messages/safe.ts';

/** Where the worked cases of a folder of policies stand, unless others are named. */
export const CASES = 'cases';

/** The case files below some paths, each assessed on its own day by these policies. @throws UserError for one that cannot be read */
export async function casesBelow(paths: readonly string[], library: PolicyFolder, io: Io): Promise<WorkedCase[]> {
  const opener = new CaseOpener({}, io, { layers: library.layers, library });
  const folder = new CaseFolder(findFiles(paths), opener, undefined, [library]);
  const cases: WorkedCase[] = [];
  for (const path of folder.found.files) {
    const opened = await folder.open(path);
    if (!opened) continue;
    const { file, source, assessment } = orThrow(opened);
    cases.push({ path, file, locate: source.locate, assessment });
  }
  return cases;
}

/** The packs that were named, else those of the folders named and those that they touch. */
export function packsOf(names: readonly string[], folder: PolicyFolder): string[] {
  const wanted = names.length > 0 ? [...new Set(names)] : folder.ownNames();
  for (const name of wanted) folder.pack(name);
  return wanted;
}

/** The cases that say what they are to give and that a pack speaks on. */
export const workedFor = (pack: string, cases: readonly WorkedCase[]): WorkedCase[] =>
  cases.filter(({ file, assessment }) => file.expect && assessment.packs.some((own) => own.pack.pack === pack));

/** The cases that a pack is judged by. @throws UserError where one does not give what it says: it would judge everything wrong */
export function judgesOf(pack: string, cases: readonly WorkedCase[]): WorkedCase[] {
  const own = workedFor(pack, cases);
  const broken = own.filter((one) => failuresOf(one).length > 0).map(({ path }) => fileName(path));
  if (broken.length === 0) return own;
  throw new UserError(
    `These worked cases do not give what they say; put them right first (\`cpplan policy test\`): ${broken.join(', ')}.`,
  );
}

/** A figure of the command line from 0 to 100. */
export function percent(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 100))
    throw new UserError(`--min ${text}: write a figure from 0 to 100.`);
  return value;
}
