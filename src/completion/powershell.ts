import type { Table } from './table.ts';

const hash = (name: string, rows: ReadonlyMap<string, string>): string =>
  [`  $${name} = @{`, ...[...rows].map(([key, value]) => `    '${key}' = '${value}'`), '  }'].join('\n');

/** Completion for PowerShell, in Windows and elsewhere. */
export const powershell = ({
  below,
  takes,
  options,
  args,
}: Table): string => `# Completion of cpplan for PowerShell. In $PROFILE:
#   cpplan completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName cpplan, cpplan.exe -ScriptBlock {
  param($current, $ast, $cursor)
${hash('below', below)}
${hash('takes', takes)}
${hash('options', options)}
${hash('arguments', args)}
  $path = ''
  $count = 0
  $expects = $null
  $before = @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor -or ($current -eq '' -and $_.Extent.EndOffset -le $cursor) })
  foreach ($element in $before) {
    $word = $element.Extent.Text.Trim("'\`"")
    if ($null -ne $expects) { $expects = $null }
    elseif ($word.StartsWith('-')) { $expects = $takes["$path|$word"] }
    elseif ($below.ContainsKey("$path|$word")) { $path = $below["$path|$word"] }
    else { $count++ }
  }
  $offer = ''
  if ($null -ne $expects) { $offer = $expects }
  elseif ($current.StartsWith('-')) { $offer = $options[$path] }
  elseif ($arguments.ContainsKey("$path|$($count + 1)")) { $offer = $arguments["$path|$($count + 1)"] }
  elseif ($arguments.ContainsKey("$path|+")) { $offer = $arguments["$path|+"] }
  if ($offer -eq '@text' -or $offer -eq '') { return }
  if (-not $offer.StartsWith('@')) {
    $offer.Split(' ') | Where-Object { $_ -like "$current*" } | ForEach-Object {
      [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
    return
  }
  Get-ChildItem -Path "$current*" -ErrorAction SilentlyContinue | Where-Object {
    $_.PSIsContainer -or $offer -eq '@file' -or ($offer -eq '@case' -and $_.Extension -in '.yaml', '.yml')
  } | ForEach-Object {
    $found = Resolve-Path -Relative -LiteralPath $_.FullName
    $text = if ($found.Contains(' ')) { "'$found'" } else { $found }
    [System.Management.Automation.CompletionResult]::new($text, $_.Name, 'ProviderItem', $found)
  }
}
`;
