import { sourcesOf } from '../../policy/pack/sources.ts';
import { STYLE } from '../note/html-style.ts';
import { escapeHtml as safeHtml } from '../note/html-text.ts';
import { capital } from '../words/titles.ts';
import { drawingSvg } from './drawing-svg.ts';
import type { Proof, ProvedClause, ProvedPart } from './proof.ts';
import { PROOF_STYLE } from './proof-style.ts';

/** By this a page of proof is known again: `pack` is its id. */
export const proofMark = (pack: string): string => `<!-- cpplan policy proof of ${pack} -->`;

/** A page to read beside the document and to sign: no script, nothing fetched, printed on A4. */
export function proofHtml(proof: Proof): string {
  const { view, clauses } = proof;
  return [
    '<!doctype html>',
    proofMark(view.id),
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${safeHtml(`Proof of ${view.id} ${view.version}`)}</title>`,
    `<style>${STYLE}${PROOF_STYLE}</style>`,
    '</head>',
    '<body>',
    '<main class="proof">',
    head(proof),
    figures(proof),
    `<section><h2>1. Each clause, and what was made of it</h2>`,
    ...clauses.map(clauseHtml),
    '</section>',
    '<section><h2>2. Each question, as the program goes through it</h2>',
    '<p>Read from the top. Below each question stand its answers, further in; follow the one that is so. A box is where the procedure ends. "Go on at" leads to the question with that number.</p>',
    ...proof.questions.flatMap(questionHtml),
    '</section>',
    signature(view.id, view.version, proof.digest),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function head({ view }: Proof): string {
  const sources = sourcesOf(view).map(
    ({ title, publisher, dated, edition, standing }) =>
      `<p><strong>${safeHtml(title)}.</strong> ${safeHtml(capital(publisher))}; ${safeHtml(dated)}${edition ? `; ${safeHtml(edition)}` : ''}. ${safeHtml(standing)}</p>`,
  );
  return [
    `<h1>Does the program say what the document says?</h1>`,
    `<p>Pack ${safeHtml(view.id)}, version ${safeHtml(view.version)}, published ${safeHtml(view.published)}.</p>`,
    ...sources,
    '<p>For the person who answers for the document. Read each clause on the left and what was made of it on the right. Tick what is right; write beside it what is not.</p>',
  ].join('\n');
}

function figures({ document, clauses, cases, covered, slips }: Proof): string {
  const lines = [
    document
      ? `The clauses stand in the document's own words, from ${document.name}: ${document.found} of ${clauses.length}. The others were not found there and stand in the words of the pack: compare these with the document yourself.`
      : 'The document was not at hand: each clause stands in the words of the pack. Read this page beside the document.',
    `${cases} worked cases. They show ${covered.shown} of ${covered.of} things that can be: that a rule holds, that it does not, and that it is not known.`,
    slips
      ? `${slips.tried} small slips were tried in the pack. The worked cases notice ${slips.score} % of those that change something${slips.unnoticed > 0 ? `; ${slips.unnoticed} would go unnoticed` : ''}.`
      : 'Slips were not tried for this page: `cpplan policy mutate` tells what the worked cases would not notice.',
    'Such figures say that the pack does what its worked cases say. Whether that is what the document says, only a reader can tell.',
  ];
  return `<ul>${lines.map((line) => `<li>${safeHtml(line)}</li>`).join('')}</ul>`;
}

function clauseHtml({ id, place, says, passage, reading, kept, parts }: ProvedClause): string {
  const words = passage
    ? `<blockquote>${safeHtml(passage.text)}</blockquote><p class="aside">In short: ${safeHtml(says)}</p>`
    : `<p>${safeHtml(says)}</p><p class="aside">In the words of the pack.</p>`;
  const made = [
    ...parts.map(partHtml),
    ...(reading ? [`<p><strong>Reading taken:</strong> ${safeHtml(reading)}</p>`] : []),
    ...(kept ? [`<p><strong>Left to people:</strong> ${safeHtml(kept)}</p>`] : []),
    ...(parts.length === 0 && !kept ? ['<p><strong>Nothing was made of it.</strong></p>'] : []),
  ];
  return [
    `<article class="clause" id="${safeHtml(id)}">`,
    `<h3>${safeHtml(id)} <span>${safeHtml(place)}</span></h3>`,
    `<div class="said">${words}</div>`,
    `<div class="made">${made.join('')}</div>`,
    '<p class="verdict"><span class="box"></span> right <span class="box"></span> not right: <span class="line"></span></p>',
    '</article>',
  ].join('');
}

function partHtml({ kindInWords, says, when, outcome, who, due, shownBy, shown, except }: ProvedPart): string {
  const isRule = outcome !== undefined;
  const always = isRule ? 'whenever no rule before it speaks' : 'whenever the question arises';
  const lines = [
    `<em>${isRule ? 'Then' : safeHtml(kindInWords)}:</em> ${safeHtml(says)}`,
    ...(who ? [`<strong>${safeHtml(who)}${due ? `, ${safeHtml(due)}` : ''}.</strong>`] : []),
    ...(shownBy ? [`<br><em>It is met when:</em> ${safeHtml(shownBy)}.`] : []),
    ...(except ? ['Not where another rule of the same stage speaks.'] : []),
  ];
  return `<p><em>When:</em> ${safeHtml(when === 'always' ? always : when)}.<br>${lines.join(' ')}</p>${shownHtml(shown)}`;
}

function shownHtml(shown: ProvedPart['shown']): string {
  const lines = shown.map(({ state, cases: [first, ...others] }) => {
    if (!first) return `<strong>${state} no worked case.</strong>`;
    const more = others.length > 0 ? ` (and in ${others.length} more)` : '';
    return `${state} ${safeHtml(first.id)}${more}${first.about ? `: ${safeHtml(first.about.replace(/[.]$/, ''))}` : ''}.`;
  });
  return lines.length === 0 ? '' : `<p class="aside">${lines.join('<br>')}</p>`;
}

const questionHtml = ({ title, asks, drawings }: Proof['questions'][number]): string[] => [
  `<h3 class="question">${safeHtml(title)}</h3><p>${safeHtml(asks)}</p>`,
  ...(drawings.some(({ turn }) => turn)
    ? [
        '<p>Each rule is drawn by itself. A rule is looked at where the question arises and no stage before it speaks.</p>',
      ]
    : []),
  ...drawings.map((drawing) => {
    const turn = drawing.turn ? ` (stage ${drawing.turn})` : '';
    const own = drawing.title === title ? '' : `<figcaption>${safeHtml(`${drawing.title}${turn}`)}</figcaption>`;
    return `<figure>${own}${drawingSvg(drawing)}</figure>`;
  }),
];

const signature = (id: string, version: string, digest: string): string =>
  [
    '<section class="sign"><h2>3. Signature</h2>',
    `<p>I have read this page beside the document. Pack ${safeHtml(id)} ${safeHtml(version)}, digest ${safeHtml(digest)}, says what the document says, but for what is noted above.</p>`,
    ...['Name and post', 'Signature', 'Date'].map((label) => `<p>${label}: <span class="line"></span></p>`),
    '</section>',
  ].join('');
