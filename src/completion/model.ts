import type { Command, Option } from 'commander';

/** What may stand at a place of the command line: words of a list, or files of a kind. */
export type Values = readonly string[] | 'case' | 'file' | 'folder' | 'text';

export interface OptionModel {
  readonly names: readonly string[];
  readonly says: string;
  /** What it takes; undefined for a switch. */
  readonly takes?: Values;
}

/** One command as a completion sees it. */
export interface Node {
  /** The words that lead to it, such as `policy verify`; empty for the program itself. */
  readonly path: string;
  readonly commands: readonly { readonly name: string; readonly says: string }[];
  readonly options: readonly OptionModel[];
  /** What its arguments are, in order. */
  readonly args: readonly Values[];
  /** Whether the last of them may come again and again. */
  readonly endless: boolean;
}

/** Names that the shipped policies and the program know, by how the command line calls their places. */
export type Names = Readonly<Record<string, readonly string[]>>;

const KINDS: Readonly<Record<string, Values>> = {
  case: 'case',
  path: 'case',
  file: 'file',
  list: 'file',
  folder: 'folder',
  old: 'file',
  new: 'file',
};

/** Every command of a program, itself first. */
export function nodesOf(command: Command, names: Names, path = ''): Node[] {
  const own: Node = {
    path,
    commands: command.commands.map((inner) => ({ name: inner.name(), says: inner.description() })),
    options: command
      .createHelp()
      .visibleOptions(command)
      .map((option) => optionModel(option, names)),
    args: command.registeredArguments.map((argument) => argument.argChoices ?? valuesAt(argument.name(), names)),
    endless: command.registeredArguments.at(-1)?.variadic ?? false,
  };
  return [own, ...command.commands.flatMap((inner) => nodesOf(inner, names, `${path} ${inner.name()}`.trim()))];
}

function optionModel(option: Option, names: Names): OptionModel {
  const { short, long, description, flags, argChoices } = option;
  const place = /[<[]([^.>\]]+)/.exec(flags)?.[1];
  return {
    names: [long, short].filter((name) => name !== undefined && name !== null),
    says: description,
    ...(place !== undefined && { takes: argChoices ?? valuesAt(place, names) }),
  };
}

const valuesAt = (place: string, names: Names): Values => names[place] ?? KINDS[place] ?? 'text';
