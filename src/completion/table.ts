import type { Node, Values } from './model.ts';

/** What the scripts for shells look things up in: lines of a key and what stands for it. */
export interface Table {
  /** By the path of a command and a word after it, the path of the command below. */
  readonly below: ReadonlyMap<string, string>;
  /** By the path of a command and an option, what the option takes; switches are missing. */
  readonly takes: ReadonlyMap<string, string>;
  /** By the path of a command, its options. */
  readonly options: ReadonlyMap<string, string>;
  /** By the path of a command and the number of an argument from 1, or `+` for all that follow, what it is. */
  readonly args: ReadonlyMap<string, string>;
}

/** A kind of file by a mark, words as they are: what a script reads. */
export const written = (values: Values): string => (typeof values === 'string' ? `@${values}` : values.join(' '));

/** The tables of a program. */
export function tableOf(nodes: readonly Node[]): Table {
  const pairs = <T>(of: (node: Node) => readonly (readonly [string, T])[]) => new Map(nodes.flatMap(of));
  return {
    below: pairs(({ path, commands }) =>
      commands.map(({ name }) => [`${path}|${name}`, `${path} ${name}`.trim()] as const),
    ),
    takes: pairs(({ path, options }) =>
      options.flatMap(({ names, takes }) =>
        takes === undefined ? [] : names.map((name) => [`${path}|${name}`, written(takes)] as const),
      ),
    ),
    options: pairs(({ path, options }) => [[path, options.flatMap(({ names }) => names).join(' ')] as const]),
    args: pairs(({ path, commands, args, endless }) => {
      const own = commands.length > 0 ? [commands.map(({ name }) => name)] : args;
      return own.map((values, i) => {
        const at = endless && i === own.length - 1 ? '+' : String(i + 1);
        return [`${path}|${at}`, written(values)] as const;
      });
    }),
  };
}
