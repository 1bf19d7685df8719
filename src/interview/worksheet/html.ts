import { PROTECT } from '../../report/case/summary.ts';
import { escapeHtml as html } from '../../report/words/html-text.ts';
import { LEAVE_OPEN, NOT_KNOWN, type Sheet, type SheetBlock, type SheetRow, type SheetTable } from './sheet.ts';

/** Ruled lines for a text: the back of the sheet is for longer ones. */
export const RULED = 3;

const STYLE = `
* { box-sizing: border-box; }
body { margin: 0; color: #111; background: #fff; font: 1rem/1.45 Arial, "Liberation Sans", Helvetica, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.35rem; margin: 0 0 .3rem; }
h2 { font-size: 1.1rem; margin: 1.1rem 0 .3rem; border-bottom: 2px solid #111; }
h3 { font-size: 1rem; margin: .7rem 0 .1rem; }
p { margin: 0 0 .25rem; }
.small { font-size: .85em; color: #444; }
ul { list-style: none; margin: 0 0 .2rem; padding: 0; }
.boxes { display: flex; flex-wrap: wrap; gap: 0 1.2em; }
.row { display: flex; gap: 0 1.2em; justify-content: space-between; align-items: baseline; }
.row .boxes { flex: none; }
.row.long { flex-wrap: wrap; justify-content: flex-start; }
.row.long .boxes { flex: 0 1 auto; }
label { display: inline-flex; gap: .4em; align-items: baseline; }
input { appearance: none; flex: none; width: .85em; height: .85em; margin: 0; border: 1px solid #111; background: #fff; }
input:checked { background: #111; }
.blank { display: inline-block; min-width: 14em; border-bottom: 1px solid #111; }
.rule { height: 1.75em; border-bottom: 1px solid #777; }
.signed { display: flex; align-items: end; padding-left: 60%; }
table { width: 100%; border-collapse: collapse; margin: 0 0 .3rem; }
th, td { border: 1px solid #777; padding: 0 .3em; text-align: left; height: 1.7em; font-weight: normal; }
th { background: #eee; height: auto; }
@page { size: A4; margin: 10mm 12mm; }
@media print {
  body { font-size: 8.4pt; line-height: 1.17; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 13pt; }
  h2 { font-size: 10.5pt; margin: 5pt 0 2pt; break-after: avoid; }
  h3 { font-size: 9pt; margin: 4pt 0 0; break-after: avoid; }
  .row, li, .signed { break-inside: avoid; }
  p, ul { margin: 0 0 1pt; }
}
`;

/** A worksheet as one page of HTML that prints on A4: boxes that can be ticked, and lines to write on. */
export function worksheetHtml(sheet: Sheet): string {
  let number = 0;
  const people = sheet.people.map(
    ({ who, blocks }) => `<section>
<h2>${html(who)}</h2>
${blocks.map((block) => blockText(block, ++number)).join('\n')}
</section>`,
  );
  const title = `Worksheet, ${html(sheet.case)}, ${html(sheet.asAt)}`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p><strong>${html(PROTECT)}</strong> ${LEAVE_OPEN}</p>
${people.join('\n')}
<section>
<h2>${NOT_KNOWN}</h2>
${'<div class="rule"></div>\n'.repeat(RULED)}</section>
</main>
</body>
</html>
`;
}

/** Options of as many letters stand beside their question. */
const SHORT = 12;

const BLANK = '<span class="blank">&nbsp;</span>';

function blockText({ title, asks, tables, rows, covers, isText }: SheetBlock, number: number): string {
  const ruled = `${'<div class="rule"></div>\n'.repeat(RULED - 1)}<div class="rule signed"><span>Written by, on:</span></div>`;
  return [
    '<section>',
    `<h3>${number}. ${html(title)}</h3>`,
    ...(asks ? [`<p>${html(asks)}</p>`] : []),
    ...tables.map(tableText),
    ...rows.map(rowText),
    ...(covers.length > 0 ? [`<ul>${covers.map(({ says, clauses }) => item(says, clauses)).join('')}</ul>`] : []),
    ...(isText ? [ruled] : []),
    '</section>',
  ].join('\n');
}

const item = (says: string, clauses = ''): string =>
  `<li><label><input type="checkbox"><span>${html(says)}${cited(clauses)}</span></label></li>`;

const cited = (clauses: string): string => (clauses ? ` <span class="small">[${html(clauses)}]</span>` : '');

function rowText({ asks, definition, options, clauses }: SheetRow): string {
  const more = definition ? ` <span class="small">${html(definition)}</span>` : '';
  const head = `${html(asks)}${cited(clauses)}${more}`;
  if (options.length === 0) return `<p>${head} ${BLANK}</p>`;
  const isShort = options.join('').length < SHORT;
  const boxes = options.map((option) => item(option)).join('');
  return `<div class="row${isShort ? '' : ' long'}"><p>${head}</p>\n<ul class="boxes">${boxes}</ul></div>`;
}

function tableText({ title, columns, rows }: SheetTable): string {
  const cells = (tag: string, of: readonly string[]): string =>
    of.map((cell) => `<${tag}>${html(cell)}</${tag}>`).join('');
  const empty = `<tr>${cells(
    'td',
    columns.map(() => ''),
  )}</tr>\n`;
  return `<table><caption class="small">${html(title)}</caption>\n<tr>${cells('th', columns)}</tr>\n${empty.repeat(rows)}</table>`;
}
