import { statSync } from 'node:fs';
import { LEVELS } from '../assess/case/concern.ts';
import { check } from '../commands/check/check.ts';
import type { CheckOptions } from '../commands/check/check-options.ts';
import { screen } from '../commands/screen.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../messages/errors.ts';

const NAMES: Readonly<Record<string, 'asAt' | 'failOn' | 'show'>> = {
  '--as-at': 'asAt',
  '--fail-on': 'failOn',
  '--show': 'show',
};

/**
 * `check` or `screen --no-input` of one file, the plain case of it; nothing where there is more to it than that, or
 * anything is wrong: the program itself then does it all.
 */
export async function fastAnswer([command, path, ...rest]: readonly string[], io: Io): Promise<ExitCode | undefined> {
  if (path === undefined || path.startsWith('-')) return undefined;
  try {
    if (!statSync(path).isFile()) return undefined;
    if (command === 'screen' && rest.join() === '--no-input')
      return await screen(path, { input: false, format: 'text' }, io);
    const options = command === 'check' ? optionsFrom(rest) : undefined;
    return options && (await check([path], options, io));
  } catch {
    return undefined;
  }
}

function optionsFrom(words: readonly string[]): CheckOptions | undefined {
  const options: Record<string, string> = {};
  for (let i = 0; i < words.length; i += 2) {
    const [name, value] = [NAMES[words[i] ?? ''], words[i + 1]];
    const isLevel = LEVELS.some((level) => level === value);
    if (!name || value === undefined || (name !== 'asAt' && !isLevel)) return undefined;
    options[name] = value;
  }
  return options;
}
