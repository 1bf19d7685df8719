import { statSync } from 'node:fs';
import { LEVELS } from './assess/check.ts';
import { check } from './commands/check.ts';
import type { CheckOptions } from './commands/check-options.ts';
import type { ExitCode } from './errors.ts';
import type { Io } from './io.ts';

const NAMES: Readonly<Record<string, 'asAt' | 'failOn' | 'show'>> = {
  '--as-at': 'asAt',
  '--fail-on': 'failOn',
  '--show': 'show',
};

/**
 * `cpplan check` of one file, the plain case of it; nothing where there is more to it than that, or anything is wrong:
 * the program itself then does it all.
 */
export async function leanCheck([command, path, ...rest]: readonly string[], io: Io): Promise<ExitCode | undefined> {
  if (command !== 'check' || path === undefined || path.startsWith('-')) return undefined;
  const options = optionsFrom(rest);
  try {
    return options && statSync(path).isFile() ? await check([path], options, io) : undefined;
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
