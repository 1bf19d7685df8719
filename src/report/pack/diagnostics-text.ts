import { type Diagnostic, inFull, type Placed } from '../../messages/diagnostic.ts';
import { fileName } from '../../messages/safe.ts';
import type { Style } from '../words/style.ts';
import { oneLine } from '../words/wrap.ts';

/** `file:line:column: sentence [code]`, one line each. */
export function diagnosticsText(path: string, list: readonly Placed<Diagnostic>[], style: Style): string {
  return list.map((d) => diagnosticLine(path, d, style)).join('');
}

function diagnosticLine(path: string, diagnostic: Placed<Diagnostic>, style: Style): string {
  const { line, column, severity, code } = diagnostic;
  const word = severity === 'error' ? style.alarm('error: ') : `${severity}: `;
  return `${fileName(path)}:${line}:${column}: ${word}${oneLine(inFull(diagnostic))} [${code}]\n`;
}
