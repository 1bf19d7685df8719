import type { Node, Values } from './model.ts';

/** Says whether the words so far lead to a command, and, where a number is given, that so many arguments stand there. */
const AT = (options: string, below: string) => `function __cpplan_place
    set -l path ''
    set -l count 0
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if string match -q -- '-*' $word
            contains -- "$path|$word" ${options}; and set skip 1
        else if contains -- "$path|$word" ${below}
            set path (string trim -- "$path $word")
        else
            set count (math $count + 1)
        end
    end
    echo "$path|"(math $count + 1)
end
function __cpplan_at
    string match -q -- "$argv[1]|*" (__cpplan_place)
end
function __cpplan_argument
    contains -- (__cpplan_place) $argv
end
function __cpplan_from
    set -l place (string split '|' -- (__cpplan_place))
    test "$place[1]" = "$argv[1]"; and test $place[2] -ge $argv[2]
end
function __cpplan_files
    set -l typed (commandline -ct)
    set -l found $typed*/
    for ending in $argv
        set -a found $typed*$ending
    end
    printf '%s\\n' $found
end`;

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** Completion for fish. */
export function fish(nodes: readonly Node[]): string {
  const takes = nodes.flatMap(({ path, options }) =>
    options.flatMap(({ names, takes: values }) =>
      values === undefined ? [] : names.map((name) => quoted(`${path}|${name}`)),
    ),
  );
  const below = nodes.flatMap(({ path, commands }) => commands.map(({ name }) => quoted(`${path}|${name}`)));
  return [
    '# Completion of cpplan for fish:  cpplan completion fish > ~/.config/fish/completions/cpplan.fish',
    AT(takes.join(' '), below.join(' ')),
    'complete -c cpplan -f',
    ...nodes.flatMap(linesOf),
    '',
  ].join('\n');
}

function linesOf({ path, commands, options, args, endless }: Node): string[] {
  const first = `__cpplan_argument ${quoted(`${path}|1`)}`;
  return [
    ...commands.map(({ name, says }) => `complete -c cpplan -n ${quoted(first)} -a ${name} -d ${quoted(says)}`),
    ...options.map(
      ({ names, says, takes }) =>
        `complete -c cpplan -n ${quoted(`__cpplan_at ${quoted(path)}`)} ${names.map(flag).join(' ')}${taking(takes)} -d ${quoted(says)}`,
    ),
    ...args.flatMap((values, i) => {
      const last = endless && i === args.length - 1;
      const when = last ? `__cpplan_from ${quoted(path)} ${i + 1}` : `__cpplan_argument ${quoted(`${path}|${i + 1}`)}`;
      return values === 'text' ? [] : [`complete -c cpplan -n ${quoted(when)}${offered(values)}`];
    }),
  ];
}

const flag = (name: string): string => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`);

const taking = (values: Values | undefined): string =>
  values === undefined ? '' : values === 'text' ? ' -x' : `${values === 'file' ? ' -r' : ' -x'}${offered(values)}`;

function offered(values: Values): string {
  if (values === 'file') return ' -F';
  if (values === 'folder') return " -a '(__cpplan_files)'";
  if (values === 'case') return " -a '(__cpplan_files .yaml .yml)'";
  return ` -a ${quoted(typeof values === 'string' ? '' : values.join(' '))}`;
}
