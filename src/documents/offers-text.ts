import type { Style } from '../report/words/style.ts';
import type { Titles } from '../report/words/titles.ts';
import { labelled, wrap } from '../report/words/wrap.ts';
import type { Offer, OfferState } from './offer.ts';

const GROUPS: readonly (readonly [OfferState, string])[] = [
  ['due', 'Due now'],
  ['not_yet', 'Not yet: something is missing'],
  ['may_be_due', 'May become due, once more is known'],
  ['written', 'Asked for, and recorded as done'],
];

/** The documents of a case by where they stand; those that are not asked for are only counted. */
export function offersText(caseId: string, offers: readonly Offer[], title: Titles, style: Style): string {
  const parts = GROUPS.flatMap(([state, heading]) => {
    const own = offers.filter((offer) => offer.state === state);
    return own.length > 0
      ? [[style.heading(heading), ...own.map((offer) => offerText(offer, title, style))].join('\n')]
      : [];
  });
  const others = offers.filter((offer) => offer.state === 'not_asked').length;
  const rest = others > 0 ? [style.quiet(wrap(`Not asked for in this case: ${others}.`, style.width))] : [];
  const head = wrap(`Documents for case ${caseId}. To write one: cpplan write <case> <name> -o <file>`, style.width);
  return `${[head, ...parts, ...rest].join('\n\n')}\n`;
}

function offerText({ name, document, state, missing }: Offer, title: Titles, style: Style): string {
  const { title: words, by, clauses } = document;
  const word = state === 'may_be_due' ? 'depends on' : 'missing';
  return [
    `  ${style.strong(name)}`,
    labelled('', `${words}, by ${title(by)} [${clauses.join(', ')}]`, 0, style.width, '    '),
    ...missing.map((what) => labelled('-', `${word}: ${what}`, 2, style.width, '    ')),
  ].join('\n');
}

/** The same as data. */
export function offersJson(caseId: string, offers: readonly Offer[]): string {
  const documents = offers.map(({ name, document, state, missing }) => ({
    name,
    title: document.title,
    pack: document.pack,
    clauses: document.clauses,
    by: document.by,
    state,
    ...(missing.length > 0 && { missing }),
  }));
  return `${JSON.stringify({ version: 1, case: caseId, documents }, null, 2)}\n`;
}
