/** What a page of proof adds to the look of a note: two columns, boxes to tick, drawings. */
export const PROOF_STYLE = `
.proof { max-width: 62rem; }
.clause { display: grid; grid-template-columns: 1fr 1fr; column-gap: 1.2rem; padding: .5rem 0; border-bottom: 1px solid #b0b0b0; }
.clause h3, .clause .verdict { grid-column: 1 / -1; }
.clause h3 span { font-weight: normal; color: #4d4d4d; }
blockquote { margin: 0 0 .4rem; padding-left: .6rem; border-left: 3px solid #1d4e6f; }
.aside { font-size: .85em; color: #4d4d4d; }
.box { display: inline-block; width: .9em; height: .9em; border: 1px solid #111; vertical-align: -.1em; }
.line { display: inline-block; width: 60%; border-bottom: 1px solid #111; height: 1em; }
.then { border-left: 3px solid #b0b0b0; padding-left: .6rem; }
.question { break-after: avoid; margin-top: 1.2rem; }
figcaption { font-weight: bold; break-after: avoid; }
svg.drawing { min-width: 30rem; max-width: 700px; font-size: 11px; text-anchor: start; }
.drawing .way { fill: none; stroke: #767676; }
.drawing .answer { font-style: italic; fill: #1d4e6f; }
.drawing .asks { font-weight: bold; }
.drawing .end { fill: #eef3f6; stroke: #1d4e6f; }
.drawing .not_this, .drawing .goes_on { fill: #4d4d4d; }
@media (max-width: 40rem) { .clause { grid-template-columns: 1fr; } }
@media print {
  .proof h3 { display: block; font-size: 10pt; }
  .proof h3::after { content: none; }
  .proof h3 + p { display: block; }
  .clause { break-inside: avoid; }
  .proof figure { break-inside: auto; }
  .sign { break-inside: avoid; }
}
`;
