import { statSync } from 'node:fs';
import { LEVELS } from '../assess/case/concern.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../messages/errors.ts';

/** An option that the plain form of a command takes: the name of its value, and those that it may have. */
interface FastOption {
  readonly key: string;
  readonly values?: readonly string[];
}

/** The plain form of a command on one file. */
interface FastForm {
  /** What must stand behind the file. */
  readonly needs?: string;
  readonly options: Readonly<Record<string, FastOption>>;
  readonly run: (path: string, options: Readonly<Record<string, string>>, io: Io) => Promise<ExitCode>;
}

const AS_AT = { '--as-at': { key: 'asAt' } };

/** The plain forms, by command. The build makes a file of each, which holds the code of that command alone. */
export const FORMS: Readonly<Record<string, FastForm>> = {
  check: {
    options: { ...AS_AT, '--fail-on': { key: 'failOn', values: LEVELS }, '--show': { key: 'show', values: LEVELS } },
    run: async (path, options, io) => (await import('../commands/check/check.ts')).check([path], options, io),
  },
  screen: {
    needs: '--no-input',
    options: AS_AT,
    run: async (path, options, io) =>
      (await import('../commands/screen.ts')).screen(path, { ...options, input: false, format: 'text' }, io),
  },
  explain: {
    options: AS_AT,
    run: async (path, options, io) =>
      (await import('../commands/explain.ts')).explain(path, undefined, { ...options, format: 'text' }, io),
  },
  rationale: {
    options: { ...AS_AT, '--form': { key: 'form', values: ['short', 'full', 'actions'] } },
    run: async (path, options, io) =>
      (await import('../commands/note/rationale.ts')).rationale(path, { ...options, for: 'file' }, io),
  },
};

/**
 * The plain form of a few commands on one file; nothing where there is more to it than that, or anything is wrong: the
 * program itself then does it all.
 */
export async function fastAnswer([command, path, ...rest]: readonly string[], io: Io): Promise<ExitCode | undefined> {
  const form = ownOf(FORMS, command ?? '');
  if (!form || path === undefined || path.startsWith('-')) return undefined;
  const options = optionsFrom(rest, form);
  try {
    return options && statSync(path).isFile() ? await form.run(path, options, io) : undefined;
  } catch {
    return undefined;
  }
}

function optionsFrom(given: readonly string[], { needs, options }: FastForm): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  let isThere = needs === undefined;
  for (let i = 0; i < given.length; i++) {
    const word = given[i] as string;
    if (word === needs && !isThere) {
      isThere = true;
      continue;
    }
    const option = ownOf(options, word);
    const value = given[++i];
    if (!option || value === undefined || value.startsWith('-') || option.values?.includes(value) === false)
      return undefined;
    found[option.key] = value;
  }
  return isThere ? found : undefined;
}

/** What stands under a name that somebody typed: `constructor` is none of ours. */
const ownOf = <T>(all: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(all, name) ? all[name] : undefined;
