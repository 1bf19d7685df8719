import type { QuestionResult } from '../../assess/case/assessment.ts';
import { arises, type QuestionRow, type SideBySide } from '../../assess/worked/side-by-side.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import type { Style } from '../words/style.ts';
import { labelled, wrap } from '../words/wrap.ts';
import { PROTECT } from './summary.ts';
import { cites, endInWords } from './summary-answers.ts';

/** A case under each authority, question by question, one authority below the other. */
export function compareText(compared: SideBySide, style: Style): string {
  const { file, asAt, authorities, rows } = compared;
  const names = authorities.map(({ profile }) => profile.title);
  const quiet = rows.filter((row) => !arises(row)).map((row) => `  ${row.title}`);
  const parts = [
    style.alarm(PROTECT),
    wrap(`Case ${file.case} as at ${dayInWords(asAt)}, by the documents of ${names.join(', ')}.`, style.width),
    ...rows.filter(arises).map((row) => rowText(row, columnOf(names), style)),
    ...(quiet.length > 0 ? [[style.heading('Does not arise under any of them'), ...quiet].join('\n')] : []),
    ...unusedText(compared, style),
    ...addedText(compared, style),
  ];
  return `${parts.join('\n\n')}\n`;
}

const columnOf = (names: readonly string[]): number => Math.min(24, Math.max(...names.map((name) => name.length)) + 2);

function rowText({ title, cells }: QuestionRow, column: number, style: Style): string {
  const lines = cells.flatMap(({ under: { profile }, results }) => {
    if (results.length > 0) return results.map((result) => cellText(profile.title, result, column, style));
    return labelled(profile.title, 'Silent: none of its documents speaks to this.', column, style.width);
  });
  return [style.heading(title), ...lines].join('\n');
}

function cellText(authority: string, result: QuestionResult, column: number, style: Style): string {
  const { pack, compiled, state, possible, hangsOn, clauses } = result;
  const below = (label: string, words: string): string =>
    labelled(label, words, label === '' ? 0 : 2, style.width, ' '.repeat(column + 2));
  const says = (end: string): string => endInWords(compiled.question, end);
  if (state !== 'undecided') return labelled(authority, settledWords(result, says), column, style.width);
  const open = hangsOn.map((fact) => pack.facts.get(fact)?.label ?? fact);
  return [
    labelled(authority, 'Undecided between:', column, style.width),
    ...possible.map((end) => below('-', says(end))),
    below('', `We need to know: ${open.join('; ')}. [${cites(pack, clauses)}]`),
  ].join('\n');
}

function settledWords({ pack, state, outcome = '', clauses }: QuestionResult, says: (end: string) => string): string {
  if (state === 'not_in_play') return says(outcome);
  if (state === 'silent') return `Silent: ${says(outcome)}`;
  return `${says(outcome)} [${cites(pack, clauses)}]`;
}

function unusedText({ authorities }: SideBySide, style: Style): string[] {
  const lines = authorities
    .filter(({ unused }) => unused.length > 0)
    .map(({ profile, unused }) => wrap(`${profile.title}: ${unused.join(', ')}`, style.width, '  '));
  return lines.length === 0 ? [] : [[style.heading('In the case file, and not asked for there'), ...lines].join('\n')];
}

function addedText({ file, authorities }: SideBySide, style: Style): string[] {
  const added = (file.packs ?? []).filter((pack) => !authorities.some(({ profile }) => profile.packs.includes(pack)));
  if (added.length === 0) return [];
  const says = `The case file adds ${added.join(', ')}, of no authority compared here: \`cpplan screen\` shows what follows from it.`;
  return [wrap(says, style.width)];
}
