import { CHOOSE, lookups, walk } from './bash.ts';
import type { Table } from './table.ts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: that is for zsh to read
const BEFORE = '"${(@)words[2,CURRENT-1]}"';

/** Completion for zsh. */
export const zsh = (table: Table): string => `#compdef cpplan
# Completion of cpplan for zsh. In ~/.zshrc, after compinit:  source <(cpplan completion zsh)
${lookups(table)}
_cpplan() {
  local current=$PREFIX
  if [[ $current == --*=* ]]; then
    compset -P '*='
    words[CURRENT]=("\${current%%=*}" "\${current#*=}")
    (( CURRENT++ ))
    current=$PREFIX
  fi
${walk(BEFORE)}
${CHOOSE}
  case "$offer" in
    @case) _files -g '*.(yaml|yml)' ;;
    @folder) _files -/ ;;
    @file) _files ;;
    ''|@text) return 1 ;;
    *) compadd -- \${=offer} ;;
  esac
}
compdef _cpplan cpplan
`;
