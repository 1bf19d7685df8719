import { PROTECT } from '../../report/case/summary.ts';
import { escapeMarkdown as md } from '../../report/words/markdown.ts';
import { LEAVE_OPEN, NOT_KNOWN, type Sheet, type SheetBlock, type SheetRow, type SheetTable } from './sheet.ts';

/** As many letters as a blank for a sentence has. */
const BLANK = '.'.repeat(40);

/** A worksheet as Markdown, with boxes to tick. */
export function worksheetMarkdown(sheet: Sheet): string {
  let number = 0;
  const people = sheet.people.flatMap(({ who, blocks }) => [
    `## ${md(who)}`,
    ...blocks.flatMap((block) => blockText(block, ++number)),
  ]);
  const head = [`# Worksheet, ${md(sheet.case)}, ${sheet.asAt}`, `**${md(PROTECT)}** ${LEAVE_OPEN}`];
  return `${[...head, ...people, `## ${NOT_KNOWN}`, BLANK].join('\n\n')}\n`;
}

function blockText({ title, asks, tables, rows, covers, isText }: SheetBlock, number: number): string[] {
  return [
    `### ${number}. ${md(title)}`,
    ...(asks ? [md(asks)] : []),
    ...tables.flatMap((table) => [md(table.title), tableText(table)]),
    ...rows.map(rowText),
    ...(covers.length > 0 ? [covers.map(({ says, clauses }) => `- [ ] ${md(`${says} [${clauses}]`)}`).join('\n')] : []),
    ...(isText ? [BLANK, BLANK, `Written by: ${BLANK} On: ..........`] : []),
  ];
}

function rowText({ asks, definition, options, clauses }: SheetRow): string {
  const cited = clauses ? ` [${clauses}]` : '';
  const head = [md(`${asks}${cited}`), ...(definition ? [md(definition)] : [])].join(' ');
  if (options.length === 0) return `${head} ${BLANK}`;
  return `${head}\n\n${options.map((option) => `- [ ] ${md(option)}`).join('\n')}`;
}

function tableText({ columns, rows }: SheetTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [line(columns), line(columns.map(() => '---'))];
  return [...head, ...Array.from({ length: rows }, () => line(columns.map(() => ' ')))].join('\n');
}
