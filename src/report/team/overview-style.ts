/** What lists over many cases add to the look of every page. */
export const OVERVIEW_STYLE = `
main.wide { max-width: 80rem; }
.figures { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: 0 0 1rem; }
.figures a { display: block; padding: .4rem .7rem; border: 1px solid #767676; border-radius: .3rem; color: #111; text-decoration: none; }
.figures strong { font-size: 1.3rem; display: block; }
.figures .alarm a { border-color: #9c1c1c; border-width: 2px; }
.figures a:focus, .figures a:hover { outline: 2px solid #1d4e6f; }
form.filter { display: none; flex-wrap: wrap; gap: .5rem 1rem; margin: 0 0 .8rem; padding: .5rem; background: #f2f2f2; }
.can-filter form.filter { display: flex; }
.filter label { display: flex; flex-direction: column; font-size: .85rem; }
.filter input, .filter select { font: inherit; min-width: 8rem; padding: .2rem; border: 1px solid #4d4d4d; background: #fff; color: #111; }
.filter output { align-self: end; font-weight: bold; }
.on-paper { display: none; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 0 0 .8rem; font-size: .92rem; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid #bbb; }
th { border-bottom: 2px solid #111; white-space: nowrap; }
th button { font: inherit; font-weight: bold; background: none; border: 0; padding: 0; color: #111; text-decoration: underline; cursor: pointer; }
td.number, th.number { text-align: right; }
.late { color: #9c1c1c; font-weight: bold; }
.quiet { color: #4d4d4d; font-size: .88em; }
td:first-child, td.case { white-space: nowrap; }
details { border-bottom: 1px solid #bbb; padding: .3rem 0; }
summary { cursor: pointer; }
summary strong { margin-right: .6rem; }
@media (max-width: 40rem) {
  table.tasks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.tasks, table.tasks tbody, table.tasks tr, table.tasks td { display: block; }
  table.tasks tr { border-bottom: 2px solid #111; padding: .3rem 0; }
  table.tasks td { border: 0; padding: .1rem 0; }
  table.tasks td[data-of]::before { content: attr(data-of) ": "; color: #4d4d4d; }
}
@media print {
  form.filter, .can-filter form.filter { display: none; }
  .figures a { border-width: 1px; padding: 1mm 2mm; }
  main.wide { max-width: none; }
  tr { break-inside: avoid; }
  body:not(.is-filtered) tr[data-when=later] { display: none; }
  body:not(.is-filtered) .on-paper { display: block; }
  table { font-size: 8.4pt; }
  details:not([open]) { display: none; }
}
`;
