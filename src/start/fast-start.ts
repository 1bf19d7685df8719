import { statSync } from 'node:fs';
import { LEVELS } from '../assess/case/concern.ts';
import { caseOfShape } from '../case/file/shape-check.ts';
import { assessCase } from '../cases/opened.ts';
import { policyLibraryFor } from '../cases/policy-library-for.ts';
import { withDefaults } from '../check/defaults.ts';
import { check } from '../commands/check/check.ts';
import type { CheckOptions } from '../commands/check/check-options.ts';
import { asAtFor, policiesNamed } from '../commands/common.ts';
import { resultText } from '../commands/screen-text.ts';
import { Configs } from '../files/config.ts';
import { readText } from '../files/read-text.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode } from '../messages/errors.ts';
import { plainStyle, widthFor } from '../report/words/style.ts';
import { readYaml } from '../yaml/read.ts';

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
    if (command === 'screen') return rest.join() === '--no-input' ? await screened(path, io) : undefined;
    const options = command === 'check' ? optionsFrom(rest) : undefined;
    return options && (await check([path], options, io));
  } catch {
    return undefined;
  }
}

async function screened(path: string, io: Io): Promise<ExitCode | undefined> {
  const source = readYaml(readText(path));
  const file = caseOfShape(source.value);
  if (!file) return undefined;
  const found = await new Configs().of([path]);
  const library = await policyLibraryFor(policiesNamed({}, found), io);
  const whole = withDefaults(file, found?.config);
  const opened = assessCase(path, { source, file: whole, diagnostics: [] }, whole, library, asAtFor(whole, {}, io));
  const width = widthFor(io.columns);
  const style = io.colour ? (await import('../commands/style.ts')).styleFor({}, io) : plainStyle(width);
  io.out(resultText(opened, false, style));
  return EXIT.done;
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
