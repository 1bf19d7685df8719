import type { Table } from './table.ts';

/** A function that gives, for a key, what stands for it; the same lines serve bash and zsh. */
export const lookup = (name: string, rows: ReadonlyMap<string, string>): string => {
  const lines = [...rows].map(([key, value]) => `    '${key}') REPLY='${value}' ;;`);
  return [`${name}() {`, '  case "$1" in', ...lines, '    *) REPLY=; return 1 ;;', '  esac', '}'].join('\n');
};

/** Goes over the words before the one that is typed: `$at`, `$count` arguments, and what an option before it `$expects`. */
export const walk = (words: string): string => `  local at='' count=0 expects='' word REPLY
  for word in ${words}; do
    if [[ $word == '=' ]]; then continue
    elif [[ -n $expects ]]; then expects=''
    elif [[ $word == --*=* ]]; then continue
    elif [[ $word == -* ]]; then _cpplan_takes "$at|$word" && expects=$REPLY
    elif _cpplan_below "$at|$word"; then at=$REPLY
    else count=$((count + 1)); fi
  done`;

/** What is to be offered, into \`$offer\`: the values of an option, options, or what the next argument is. */
export const CHOOSE = `  local offer=''
  if [[ -n $expects ]]; then offer=$expects
  elif [[ $current == -* ]]; then _cpplan_options "$at" && offer=$REPLY
  elif _cpplan_args "$at|$((count + 1))" || _cpplan_args "$at|+"; then offer=$REPLY; fi`;

/** The tables as functions. */
export const lookups = ({ below, takes, options, args }: Table): string =>
  [
    lookup('_cpplan_below', below),
    lookup('_cpplan_takes', takes),
    lookup('_cpplan_options', options),
    lookup('_cpplan_args', args),
  ].join('\n');

// biome-ignore lint/suspicious/noTemplateCurlyInString: that is for bash to read
const BEFORE = '"${COMP_WORDS[@]:1:COMP_CWORD-1}"';

/** Completion for bash. */
export const bash = (
  table: Table,
): string => `# Completion of cpplan for bash. In ~/.bashrc:  source <(cpplan completion bash)
${lookups(table)}
_cpplan_files() {
  compopt -o filenames 2>/dev/null
  local IFS=$'\\n'
  case "$1" in
    @case) COMPREPLY=($(compgen -d -- "$2"; compgen -f -X '!*.yaml' -- "$2"; compgen -f -X '!*.yml' -- "$2")) ;;
    @folder) COMPREPLY=($(compgen -d -- "$2")) ;;
    @file) COMPREPLY=($(compgen -f -- "$2")) ;;
  esac
}
_cpplan() {
  COMPREPLY=()
  local current=\${COMP_WORDS[COMP_CWORD]}
  [[ $current == '=' ]] && current=''
${walk(BEFORE)}
${CHOOSE}
  case "$offer" in
    @*) _cpplan_files "$offer" "$current" ;;
    *) COMPREPLY=($(compgen -W "$offer" -- "$current")) ;;
  esac
}
complete -F _cpplan cpplan
`;
