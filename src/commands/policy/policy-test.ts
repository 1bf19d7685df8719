import { coverage } from '../../assess/worked/coverage.ts';
import { failuresOf, type WorkedCase } from '../../assess/worked/worked.ts';
import type { PolicyFolder } from '../../files/policies/policy-folder.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode } from '../../messages/errors.ts';
import { testJson, testJunit } from '../../report/pack/test-machine.ts';
import { isPassed, type TestReport, testText } from '../../report/pack/test-report.ts';
import type { CommonOptions } from '../common-options.ts';
import { styleFor } from '../style.ts';
import { policyFolder } from './folder.ts';
import { CASES, casesBelow, packsOf, percent, workedFor } from './policy-cases.ts';

export interface PolicyTestOptions extends CommonOptions {
  readonly format: 'text' | 'json' | 'junit';
  readonly cases?: readonly string[];
  /** Runs only the cases whose reference, path or description has this text. */
  readonly filter?: string;
  /** Least coverage in percent, as given on the command line. */
  readonly min?: string;
}

/** `cpplan policy test`: the worked cases of the packs, against what they say they give. */
export async function policyTest(names: readonly string[], options: PolicyTestOptions, io: Io): Promise<ExitCode> {
  const folder = policyFolder(options, io);
  const cases = await casesBelow(options.cases ?? [CASES], folder, io);
  const report = reportOf(packsOf(names, folder), folder, cases, options);
  if (options.format === 'json') io.out(`${JSON.stringify(testJson(report), null, 2)}\n`);
  else if (options.format === 'junit') io.out(testJunit(report));
  else io.out(testText(report, await styleFor(options, io)));
  return isPassed(report) ? EXIT.done : EXIT.findings;
}

function reportOf(
  packs: readonly string[],
  folder: PolicyFolder,
  below: readonly WorkedCase[],
  options: PolicyTestOptions,
): TestReport {
  const all = below.filter((worked) => isWanted(worked, options.filter));
  const byPack = new Map(packs.map((pack) => [pack, workedFor(pack, all)]));
  const cases = [...new Set([...byPack.values()].flat())];
  const covered = [...byPack].map(([pack, own]) => {
    const looked = own.map(({ file, assessment }) => ({ case: file.case, assessment }));
    return [pack, coverage(folder.pack(pack), looked)] as const;
  });
  return {
    cases: cases.map((worked) => ({ worked, failures: failuresOf(worked) })),
    covered: new Map(options.filter === undefined ? covered : []),
    min: percent(options.min ?? '0'),
    untested: untestedOf(byPack, options.filter),
  };
}

/** Packs without a worked case; where only some cases were asked for, one of them is enough. */
function untestedOf(byPack: ReadonlyMap<string, readonly WorkedCase[]>, filter: string | undefined): string[] {
  const none = [...byPack].flatMap(([pack, own]) => (own.length === 0 ? [pack] : []));
  return filter !== undefined && none.length < byPack.size ? [] : none;
}

const isWanted = ({ path, file }: WorkedCase, filter: string | undefined): boolean =>
  filter === undefined || [path, file.case, file.about ?? ''].some((text) => text.includes(filter));
