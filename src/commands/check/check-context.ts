import { dirname, join } from 'node:path';
import { policyLibraryFor } from '../../cases/policy-library-for.ts';
import type { Config } from '../../check/config-schema.ts';
import { namesIn, unknownAmong, wantedBy } from '../../check/filter.ts';
import type { Settings } from '../../check/settings.ts';
import { Suppressions } from '../../check/suppress.ts';
import { Tally } from '../../check/tally.ts';
import type { Configs, FoundConfig } from '../../files/config.ts';
import { readSuppressions, SUPPRESSIONS_FILE } from '../../files/suppressions.ts';
import type { Io } from '../../io.ts';
import { UserError } from '../../messages/errors.ts';
import type { PolicyLibrary } from '../../policy/folder/policy-library.ts';
import { FILE_RULES } from '../../report/run/file-rules.ts';
import { type FormName, showOf } from '../../report/run/forms.ts';
import { dayGiven, policiesNamed } from '../common.ts';
import type { CheckContext } from './check-case.ts';
import { type CheckOptions, wishes } from './check-options.ts';

/** Everything that the case files of a run are checked with. @throws UserError for a wrong option or configuration */
export async function checkContextFor(
  options: CheckOptions,
  settings: Settings,
  configs: Configs,
  found: FoundConfig | undefined,
  io: Io,
): Promise<CheckContext> {
  const library = await policyLibraryFor(policiesNamed(options, found), io);
  const given = dayGiven(options);
  const today = given ?? io.today();
  checkNames(settings, library);
  return {
    bookFor: (file) => library.bookFor(file),
    packNames: new Set(library.names()),
    configs,
    dayOf: (file) => given ?? (file.as_at === undefined ? today : String(file.as_at)),
    wanted: wantedBy(settings.only, settings.skip),
    suppressions: new Suppressions(
      await accepted(options, found),
      today,
      settings.only.length + settings.skip.length === 0,
    ),
    tally: new Tally(settings.failOn, settings.max, settings.dueWithin),
    show: lowest(options, settings),
    lines: linesFor(options, io),
  };
}

function checkNames({ only, skip }: Settings, library: PolicyLibrary): void {
  if (only.length + skip.length === 0) return;
  const vocabulary = Object.keys(library.vocabulary().vocabulary.contradictions ?? {});
  const known = namesIn(library.names().map((name) => library.pack(name)));
  const wrong = unknownAmong([...only, ...skip], new Set([...known, ...Object.keys(FILE_RULES), ...vocabulary]));
  if (wrong) throw new UserError(wrong);
}

/** Where accepted findings stand: as the configuration says, else beside it, else in the working folder. */
export function suppressionsPath(found: FoundConfig | undefined): string {
  const named: Config['suppressions'] = found?.config.suppressions;
  return found ? join(dirname(found.path), named ?? SUPPRESSIONS_FILE) : SUPPRESSIONS_FILE;
}

const accepted = (options: CheckOptions, found: FoundConfig | undefined) =>
  readSuppressions(suppressionsPath(found), options.prune === true || found?.config.suppressions !== undefined);

/** The least level that any of the reports lists. */
function lowest(options: CheckOptions, { show, failOn }: Settings): CheckContext['show'] {
  const forms: FormName[] = [options.format ?? 'text', ...wishes(options).map(({ form }) => form)];
  const levels = forms.map((form) => showOf(form, show, failOn));
  return levels.includes('note') ? 'note' : (levels[0] ?? failOn);
}

/** Lines as they stand only on a terminal, and only for who asks for them. @throws UserError elsewhere */
function linesFor({ format = 'text', showValues }: CheckOptions, io: Io): CheckContext['lines'] {
  if (format !== 'text') {
    if (showValues) throw new UserError('--show-values goes with the text report only.');
    return 'none';
  }
  if (!showValues) return 'keys';
  if (io.terminal) return 'values';
  throw new UserError(
    '--show-values is for a terminal only: what goes to a file or a log carries no value from a case.',
  );
}
