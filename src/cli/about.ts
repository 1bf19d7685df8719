import { Argument, type Command, Help } from 'commander';
import { EXIT, type ExitCode, UserError } from '../messages/errors.ts';
import { beginning, didYouMean } from '../messages/suggest.ts';
import { examplesText } from './examples.ts';
import type { Register } from './options.ts';

/** `cpplan schema`. */
export const schema: Register = (program, io, ends) =>
  void program
    .command('schema')
    .description('print a JSON Schema, for editors and for readers of results')
    .argument('<of>', 'case, policy, facts, result, config or suppressions')
    .action((of) => ends(import('../commands/schema.ts').then((m) => m.schema(of, io))));

/** `cpplan licences`. */
export const licences: Register = (program, io, ends) =>
  void program
    .command('licences')
    .description('print the licences of the program and of what is bundled in it')
    .action(() => ends(import('../commands/licences.ts').then((m) => m.licences(io))));

/** `cpplan completion`. */
export const completion: Register = (program, io, ends) =>
  void program
    .command('completion')
    .description('print a script that completes command lines in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish', 'powershell']))
    .action((shell) => ends(import('../commands/completion.ts').then((m) => m.completion(shell, program, io))));

/** `cpplan help`: what `--help` says, for those who begin with the word. */
export const help: Register = (program, _, ends) =>
  void program
    .helpCommand(false)
    .configureHelp({
      formatHelp: (command, helper) =>
        Help.prototype.formatHelp.call(helper, command, helper) + examplesText(pathOf(command)),
    })
    .command('help')
    .description('say what a command does, with its options and examples')
    .argument('[command...]', 'the command (default: all of them)')
    .action((words) => ends(tell(words, program)));

async function tell(words: readonly string[], program: Command): Promise<ExitCode> {
  let found = program;
  for (const i of words.keys()) found = below(found, words.slice(0, i + 1));
  found.outputHelp();
  return EXIT.done;
}

/** Refuses a command line that begins with no command, also where it asks for help. @throws UserError */
export function refuseUnknown(argv: readonly string[], program: Command): void {
  let found = program;
  for (const [i, word] of argv.entries()) {
    if (word.startsWith('-') || found.commands.length === 0) return;
    found = below(found, argv.slice(0, i + 1));
  }
}

/** The command that the last of some words names below the others. @throws UserError where there is none */
function below({ commands }: Command, words: readonly string[]): Command {
  const word = words.at(-1) ?? '';
  const found = commands.find((command) => command.name() === word);
  if (found) return found;
  const names = commands.map((command) => command.name());
  const known = names.length > 0 ? ` Known here: ${names.join(', ')}.` : '';
  throw new UserError(`There is no command \`${beginning(words.join(' '))}\`.${didYouMean(word, names)}${known}`);
}

/** The words that lead to a command, without the name of the program. */
const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}`.trim() : '';
