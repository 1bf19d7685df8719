import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { NOTE_FORMATS, type NoteFormat, noteIn } from '../../../src/report/note/note.ts';
import { fullCase, orderOf, templates } from '../../support/notes.ts';

const LIST = [
  'What the school saw:',
  '- twelve days missed in May',
  '- no lunch on nine days',
  '1. The clinic agrees.',
  '2) The nursery does not.',
  '# not a heading',
  '> not a quotation',
  '===',
  '    an indented line',
  '| a | b |',
  'last line',
];
const SECOND = ['Second part:', '* with a star', '+ with a plus'];
const TYPED = `${LIST.join('\n')}\n\n${SECOND.join('\n')}\n`;

function withTyped(text: string): CaseFile {
  const file = fullCase();
  const [decision, ...others] = file.decisions ?? [];
  return {
    ...file,
    analysis: { ...file.analysis, point_1: { ...file.analysis?.point_1, text } },
    decisions: [
      ...others,
      { ...decision, question: 'further_plan', agrees: false, reason: LIST.join('\n') },
    ] as CaseFile['decisions'],
  };
}

const noteAs = (format: NoteFormat, text: string): string =>
  noteIn(format, { ...orderOf(withTyped(text)), template: 'notes/full.md', templates }, { form: 'file/full' });

const SIGNS: Readonly<Record<string, string>> = { '&gt;': '>', '&lt;': '<', '&amp;': '&' };

/** The lines of a note as its reader sees them; in Markdown itself a sign before the line break makes a line of it. */
function linesOf(format: NoteFormat, note: string): string[] {
  const bare =
    format === 'markdown'
      ? note.replaceAll(/\\$/gm, '').replaceAll(/\\(.)/g, '$1')
      : note.replaceAll(/<[^>]*>/g, '').replaceAll(/&\w+;/g, (sign) => SIGNS[sign] ?? sign);
  return bare.split('\n').map((line) => line.trim());
}

/** Headings, points, quotations, tables and rules of a note. */
function structure(format: NoteFormat, note: string): number {
  const opens = format === 'html' ? /<(?:h\d|li|blockquote|table|hr)\b/g : /^(?:#|>|\||\d+[.)] |[-*+] |=+$|-+$)/gm;
  return note.match(opens)?.length ?? 0;
}

describe.each(NOTE_FORMATS)('a list that a worker typed, in a note as %s', (format) => {
  const note = noteAs(format, TYPED);
  const lines = linesOf(format, note);

  test('stays line by line, in its order', () => {
    const wanted = [...LIST.slice(1), ...SECOND.slice(1)].map((line) => line.trim());
    const found = lines.filter((line) => wanted.includes(line));
    // once in the analysis, and its first part once more as the reason of a decision
    expect(found.join('\n')).toContain(wanted.join('\n'));
    expect(found.filter((line) => line === 'last line')).toHaveLength(2);
  });

  test('opens nothing: no heading, list, quotation or table of its own', () => {
    const tame = noteAs(format, TYPED.replaceAll(/[^\w\s]/g, 'x'));
    expect(structure(format, note)).toBe(structure(format, tame));
  });
});
