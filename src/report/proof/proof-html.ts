import { sourcesOf } from '../../policy/pack/sources.ts';
import { htmlPage } from '../words/html-page.ts';
import { STYLE } from '../words/html-style.ts';
import { escapeHtml } from '../words/html-text.ts';
import { capital } from '../words/titles.ts';
import { drawingSvg } from './drawing-svg.ts';
import type { Proof, ProvedClause, ProvedPart } from './proof.ts';
import { PROOF_STYLE } from './proof-style.ts';

/** By this a page of proof is known again: `pack` is its id. */
export const proofMark = (pack: string): string => `<!-- cpplan policy proof of ${pack} -->`;

/** A page to read beside the document and to sign: no script, nothing fetched, printed on A4. */
export function proofHtml(proof: Proof): string {
  const { view, clauses } = proof;
  return htmlPage({
    title: `Proof of ${view.id} ${view.version}`,
    style: `${STYLE}${PROOF_STYLE}`,
    mark: proofMark(view.id),
    body: [
      '<main class="proof">',
      head(proof),
      figures(proof),
      `<section><h2>1. Each clause, and what was made of it</h2>`,
      ...clauses.map(clauseHtml),
      '</section>',
      '<section><h2>2. Each question, as the program goes through it</h2>',
      '<p>Read from the top. Below each question stand its answers, further in; follow the one that is so. A box is where the procedure ends, with its clauses. "Go on at (1)" means: go on reading at the question that has (1) before it.</p>',
      ...proof.questions.flatMap(questionHtml),
      '</section>',
      signature(view.id, view.version, proof.digest),
      '</main>',
    ],
  });
}

function head({ view }: Proof): string {
  const sources = sourcesOf(view).map(
    ({ title, publisher, dated, edition, standing }) =>
      `<p><strong>${escapeHtml(title)}.</strong> ${escapeHtml(capital(publisher))}; ${escapeHtml(dated)}${edition ? `; ${escapeHtml(edition)}` : ''}. ${escapeHtml(standing)}</p>`,
  );
  return [
    `<h1>Does the program say what the document says?</h1>`,
    `<p>Pack ${escapeHtml(view.id)}, version ${escapeHtml(view.version)}, published ${escapeHtml(view.published)}.</p>`,
    ...sources,
    '<p>For the person who answers for the document. Read each clause on the left and what was made of it on the right: who, what, by when, and in which cases. Then read the drawings, where an "and" that should be an "or" shows best. Tick what is right; write beside it what is not.</p>',
  ].join('\n');
}

function figures({ document, clauses, cases, covered, slips }: Proof): string {
  const lines = [
    document
      ? `${document.found} of ${clauses.length} clauses stand in the document's own words, from ${document.name}.${document.found < clauses.length ? ' The others were not found there, and stand in the words of the pack: compare these with the document yourself.' : ''} Look into the document, too, for a clause that is not here at all.`
      : 'The document was not at hand: each clause stands in the words of the pack. Read this page beside the document.',
    `${cases} invented cases were worked through by hand. They show ${covered.shown} of ${covered.of} situations that can come up${covered.shown < covered.of ? '; "no worked case" marks where one is missing' : ''}. Each is named by its number and what it is about.`,
    slips
      ? `${slips.tried} small mistakes were put into the pack, one at a time. The worked cases notice ${slips.score} % of those that change something${slips.unnoticed > 0 ? `; ${slips.unnoticed} would go unnoticed` : ''}.`
      : 'For this page it was not tried whether the worked cases would notice small mistakes.',
    'Such figures say that the program does what its worked cases say. Whether that is what the document says, only a reader can tell.',
  ];
  return `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
}

function clauseHtml(clause: ProvedClause): string {
  const { id, place, says, passage, reading, kept, parts, also, terms, atOtherTimes } = clause;
  const words = passage
    ? `<blockquote>${escapeHtml(passage.text)}</blockquote>`
    : `<p>${escapeHtml(says)}</p><p class="aside">In the words of the pack.</p>`;
  const made = [
    ...(passage ? [`<p class="aside">In the words of the pack: ${escapeHtml(says)}</p>`] : []),
    ...parts.map(partHtml),
    ...also.map(({ says: what, at }) => `<p class="aside">Also: ${escapeHtml(what)} See ${escapeHtml(at)}.</p>`),
    ...terms.map(
      ({ says: term, means }) =>
        `<p class="aside"><em>${escapeHtml(capital(term))}</em> means: ${escapeHtml(means)}.</p>`,
    ),
    ...atOtherTimes.map(
      ({ when, says: then, parts: others }) =>
        `<div class="then"><p><strong>${escapeHtml(capital(when))}:</strong> ${escapeHtml(then)}</p>${others.map(partHtml).join('')}</div>`,
    ),
    ...(reading ? [`<p><strong>Reading taken:</strong> ${escapeHtml(reading)}</p>`] : []),
    ...(kept ? [`<p><strong>Left to people:</strong> ${escapeHtml(kept)}</p>`] : []),
    ...(parts.length + also.length === 0 && !kept ? ['<p><strong>Nothing was made of it.</strong></p>'] : []),
  ];
  return [
    `<article class="clause" id="${escapeHtml(id)}">`,
    `<h3>${escapeHtml(id)} <span>${escapeHtml(place)}</span></h3>`,
    `<div class="said">${words}</div>`,
    `<div class="made">${made.join('')}</div>`,
    '<p class="verdict"><span class="box"></span> right <span class="box"></span> not right: <span class="line"></span></p>',
    '</article>',
  ].join('');
}

function partHtml({
  kindInWords,
  says,
  when,
  outcome,
  who,
  due,
  shownBy,
  also = [],
  shown,
  except,
}: ProvedPart): string {
  const isRule = outcome !== undefined;
  const always = isRule ? 'where no other rule of this question speaks' : 'always, where the question comes up';
  const lines = [
    `<em>${isRule ? 'Then' : escapeHtml(kindInWords)}:</em>`,
    ...(who ? [`<strong>${escapeHtml(who)}:</strong>`] : []),
    escapeHtml(says),
    ...(due ? [`<strong>${escapeHtml(capital(due))}.</strong>`] : []),
    ...(shownBy ? [`<br><em>It counts as done when:</em> ${escapeHtml(shownBy)}.`] : []),
    ...also.map((one) => `<br>${escapeHtml(one)}`),
    ...(except ? ['Not where another rule of the same stage speaks.'] : []),
  ];
  return `<p><em>When:</em> ${escapeHtml(when === 'always' ? always : when)}.<br>${lines.join(' ')}</p>${shownHtml(shown)}`;
}

function shownHtml(shown: ProvedPart['shown']): string {
  const lines = shown.map(({ state, cases: [first, ...others] }) => {
    if (!first) return `<strong>${state} no worked case.</strong>`;
    const more = others.length > 0 ? ` (and in ${others.length} more)` : '';
    return `${state} ${escapeHtml(first.id)}${more}${first.about ? `: ${escapeHtml(first.about.replace(/[.]$/, ''))}` : ''}.`;
  });
  return lines.length === 0 ? '' : `<p class="aside">${lines.join('<br>')}</p>`;
}

const questionHtml = ({ title, asks, decided, drawings }: Proof['questions'][number]): string[] => [
  `<h3 class="question">${escapeHtml(title)}</h3><p>${escapeHtml(asks)}</p>`,
  ...decided.map((one) => `<p><strong>Who decides:</strong> ${escapeHtml(one)}.</p>`),
  ...(drawings.some(({ turn }) => turn)
    ? [
        '<p>Each rule is drawn by itself. A rule is looked at where the question arises and no stage before it speaks.</p>',
      ]
    : []),
  ...drawings.map((drawing) => {
    const turn = drawing.turn ? ` (stage ${drawing.turn})` : '';
    const own = drawing.title === title ? '' : `<figcaption>${escapeHtml(`${drawing.title}${turn}`)}</figcaption>`;
    return `<figure>${own}${drawingSvg(drawing)}</figure>`;
  }),
];

const signature = (id: string, version: string, digest: string): string =>
  [
    '<section class="sign"><h2>3. Signature</h2>',
    `<p>I have read this page beside the document. Pack ${escapeHtml(id)} ${escapeHtml(version)}, fingerprint ${escapeHtml(digest)}, says what the document says. Where something is noted above as not right, the pack is put right first, and a new page is signed.</p>`,
    ...['Name and post', 'Signature', 'Date'].map((label) => `<p>${label}: <span class="line"></span></p>`),
    '</section>',
  ].join('');
