import { oneLine } from './wrap.ts';

/** A value in a table for a spreadsheet. No cell can be taken for a formula: a spreadsheet would work it out. */
export function csvCell(value: string | number | undefined | null): string {
  if (typeof value !== 'string') return String(value ?? '');
  const line = oneLine(value);
  const text = /^[=+\-@]/.test(line) ? `'${line}` : line;
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
