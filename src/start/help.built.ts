import type { Command } from 'commander';
import { createProgram } from '../cli/program.ts';
import type { Io } from '../io.ts';

/** The help of the program under an empty name, and of each command under its own. */
export const HELP: Readonly<Record<string, string>> = Object.fromEntries(
  helpOf('', createProgram({ out: () => undefined, err: () => undefined } as unknown as Io).command),
);

function helpOf(name: string, command: Command): [string, string][] {
  const below = command.commands.flatMap((inner) => helpOf(`${name} ${inner.name()}`.trim(), inner));
  return [[name, command.helpInformation()], ...below];
}
