import { dirname, join } from 'node:path';
import type { CaseFolder } from '../../cases/case-folder.ts';
import { caseOptions } from '../../cases/case-opener.ts';
import { dayOfRun } from '../../cases/day.ts';
import type { Config } from '../../check/config-schema.ts';
import { namesIn, rulesIn, unknownAmong } from '../../check/filter.ts';
import type { Settings } from '../../check/settings.ts';
import { Accepted, Suppressions } from '../../check/suppress.ts';
import type { FoundConfig } from '../../files/config.ts';
import { readSuppressions, SUPPRESSIONS_FILE } from '../../files/suppressions.ts';
import type { Io } from '../../io.ts';
import { UserError } from '../../messages/errors.ts';
import type { PolicyLibrary } from '../../policy/folder/policy-library.ts';
import { FILE_RULES } from '../../report/run/file-rules.ts';
import { type FormName, showOf } from '../../report/run/forms.ts';
import { type CheckOptions, wishes } from './check-options.ts';
import type { CheckSetup } from './check-part.ts';

/** What the case files of a run are checked by. @throws UserError for a wrong option or configuration */
export async function checkSetupFor(
  options: CheckOptions,
  settings: Settings,
  { config, libraries, root }: CaseFolder,
  io: Io,
): Promise<CheckSetup> {
  checkNames(settings, libraries);
  return {
    options: caseOptions(options),
    settings,
    root: root.folder,
    suppressions: await accepted(options, config),
    day: dayOfRun(options, io),
    show: lowest(options, settings),
    lines: linesFor(options, io),
    isAdopting: options.writeSuppressions === true,
  };
}

/** What is accepted in a run, to be told what became of it. */
export const acceptedIn = ({ suppressions, day, settings }: CheckSetup, { libraries }: CaseFolder): Accepted =>
  new Accepted(
    new Suppressions(suppressions, day),
    settings.only.length + settings.skip.length === 0,
    once(() => allRules(libraries)),
  );

function checkNames({ only, skip }: Settings, libraries: Libraries): void {
  if (only.length + skip.length === 0) return;
  const all = whereRead(() => [...namesIn(packsOf(libraries)), ...rulesOfFiles(libraries)]);
  const wrong = all && unknownAmong([...only, ...skip], all);
  if (wrong) throw new UserError(wrong);
}

/** Every rule that can be found. */
const allRules = (libraries: Libraries): ReadonlySet<string> | undefined =>
  whereRead(() => [...rulesIn(packsOf(libraries)), ...rulesOfFiles(libraries)]);

/** Names; nothing where a pack cannot be read, for any name may be one of its own. */
function whereRead(gather: () => readonly string[]): ReadonlySet<string> | undefined {
  try {
    return new Set(gather());
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

type Libraries = readonly PolicyLibrary[];

const packsOf = (libraries: Libraries) =>
  libraries.flatMap((library) => library.names().map((name) => library.pack(name)));

/** Rules that come from no pack. */
const rulesOfFiles = (libraries: Libraries): string[] => [
  ...Object.keys(FILE_RULES),
  ...libraries.flatMap((library) => Object.keys(library.vocabulary().vocabulary.contradictions ?? {})),
];

/** Works something out when it is first wanted. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Where accepted findings stand: as the configuration says, else beside it, else in the working folder. */
export function suppressionsPath(found: FoundConfig | undefined): string {
  const named: Config['suppressions'] = found?.config.suppressions;
  return found ? join(dirname(found.path), named ?? SUPPRESSIONS_FILE) : SUPPRESSIONS_FILE;
}

/** What tidies or begins the file does not need it to be there. */
const accepted = ({ prune, writeSuppressions }: CheckOptions, found: FoundConfig | undefined) =>
  readSuppressions(suppressionsPath(found), !prune && !writeSuppressions && found?.config.suppressions !== undefined);

/** The least level that any of the reports lists. */
function lowest(options: CheckOptions, { show, failOn }: Settings): CheckSetup['show'] {
  const forms: FormName[] = [options.format ?? 'text', ...wishes(options).map(({ form }) => form)];
  const levels = forms.map((form) => showOf(form, show, failOn));
  return levels.includes('note') ? 'note' : (levels[0] ?? failOn);
}

/** Lines as they stand only on a terminal, and only for who asks for them. @throws UserError elsewhere */
function linesFor({ format = 'text', showValues }: CheckOptions, io: Io): CheckSetup['lines'] {
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
