import type { Command } from 'commander';
import { policiesNamed } from '../cases/policies.ts';
import { bash } from '../completion/bash.ts';
import { fish } from '../completion/fish.ts';
import { nodesOf } from '../completion/model.ts';
import { powershell } from '../completion/powershell.ts';
import { tableOf } from '../completion/table.ts';
import { zsh } from '../completion/zsh.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode } from '../messages/errors.ts';
import { SCHEMA_NAMES } from './schema.ts';

/** `cpplan completion`: a script that completes command lines in a shell, made of the commands as they are. */
export async function completion(shell: string, program: Command, io: Io): Promise<ExitCode> {
  const { library } = await policiesNamed(undefined, io);
  const names = {
    pack: library.names(),
    ids: library.profiles().map(({ id }) => id),
    role: Object.keys(library.vocabulary().vocabulary.roles),
    of: SCHEMA_NAMES,
    command: program.commands.map((command) => command.name()),
  };
  const nodes = nodesOf(program, names);
  const scripts = { bash, zsh, powershell, fish: () => fish(nodes) };
  io.out(scripts[shell as keyof typeof scripts](tableOf(nodes)));
  return EXIT.done;
}
