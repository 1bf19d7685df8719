/** How a note looks: readable on a phone, two A4 pages on paper, by contrast and not by colour alone. */
export const STYLE = `
:root { color-scheme: light; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #111; font: 1rem/1.5 Arial, "Liberation Sans", Helvetica, sans-serif; overflow-wrap: anywhere; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .4rem; border-bottom: 1px solid #767676; }
h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
p, ul, ol { margin: 0 0 .6rem; }
ul, ol { padding-left: 1.3rem; }
li { margin: 0 0 .3rem; }
li > ul { margin: .2rem 0; }
.blank { display: inline-block; min-width: 6rem; border-bottom: 1px solid #111; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.stamp { font-size: .7rem; color: #4d4d4d; }
.large { font-size: 1.15rem; }
.large h2 { font-size: 1.35rem; border: 0; }
.large .room { display: block; height: 1.8em; }
figure { margin: .5rem 0; overflow-x: auto; }
svg { display: block; width: 100%; min-width: 36rem; height: auto; font-family: inherit; font-size: 9.5px; fill: #111; text-anchor: middle; }
.axis { stroke: #767676; stroke-width: 1; }
.plan { fill: #1d4e6f; }
.plan.open { fill: #1d4e6f; stroke: #111; stroke-dasharray: 4 2; }
.in-plan { fill: #fff; font-weight: bold; }
.gap { font-style: italic; }
line.event { stroke: #111; }
line.due { stroke: #9c1c1c; stroke-width: 2; }
line.today { stroke: #111; stroke-dasharray: 2 2; }
text.due { fill: #9c1c1c; font-weight: bold; }
@page { size: A4; margin: 13mm 15mm; }
@media print {
  body { font-size: 9.4pt; line-height: 1.24; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 14pt; }
  h2 { font-size: 11pt; margin: 7pt 0 2pt; break-after: avoid; }
  h3 { display: inline; font-size: inherit; margin: 0; }
  h3::after { content: ". "; }
  h3 + p { display: inline; }
  .point { margin: 0 0 3pt; break-inside: avoid; }
  p, ul, ol { margin: 0 0 3pt; }
  li { margin: 0 0 1pt; }
  li > ul { margin: 0; }
  .stamp { font-size: 5.5pt; line-height: 1.15; }
  .large { font-size: 12pt; line-height: 1.35; }
  .large h1 { font-size: 18pt; }
  .large h2 { font-size: 14pt; margin: 7pt 0 2pt; }
  .large p, .large ul { margin: 0 0 5pt; }
  figure { margin: 2pt 0; overflow: visible; break-inside: avoid; }
  svg { min-width: 0; }
}
`;
