import type { Source } from '../../policy/pack/pack-schema.ts';
import { sourcesOf } from '../../policy/pack/sources.ts';
import type { Style } from '../words/style.ts';
import { capital } from '../words/titles.ts';
import { labelled, wrap } from '../words/wrap.ts';
import type { ClauseLine, PackLine, PackView } from './pack-view.ts';

/** A pack as text: its source, then by question what it asks and when. */
export function packText(view: PackView, style: Style): string {
  const { id, version, published, assumptions, questions, contradictions } = view;
  const apart = contradictions.map((line) => lineText({ ...line, question: '', kind: 'contradiction' }, style));
  const granted = assumptions.map((because) => wrap(`Taken to be impossible: ${because}`, style.width));
  return `${[
    style.heading(`${id} ${version}, published ${published}`),
    sourceText(view, style),
    ...textsOf(view).map((line) => wrap(line, style.width)),
    ...granted,
    ...questions.map((question) => questionText(question, style)),
    ...(apart.length > 0 ? [[style.heading('What does not go together'), ...apart].join('\n')] : []),
  ].join('\n\n')}\n`;
}

/** The texts of a document that changes in time, and which of them this is. */
const textsOf = ({ texts = [], shown }: PackView): string[] =>
  texts.length < 2
    ? []
    : [`The document has ${texts.length} texts in time: ${texts.join('; ')}. Shown here: ${shown}.`];

function sourceText(view: PackView, style: Style): string {
  return sourcesOf(view)
    .map((source) => documentText(source, style))
    .join('\n');
}

function documentText(source: Source, style: Style): string {
  const edition = source.edition ? `; ${source.edition}` : '';
  return wrap(
    `${source.title}. ${capital(source.publisher)}; ${source.dated}${edition}. ${source.standing}`,
    style.width,
  );
}

function questionText(question: PackView['questions'][number], style: Style): string {
  const part = (title: string, lines: readonly PackLine[]): string[] =>
    lines.length === 0 ? [] : [style.strong(`  ${title}`), ...lines.map((line) => lineText(line, style))];
  return [
    style.heading(`${question.title} (${question.id})`),
    wrap(`${question.asks} It arises when: ${question.arises}.`, style.width),
    ...question.decided.map((one) => wrap(`Who decides: ${one}.`, style.width)),
    ...part('Rules', question.rules),
    ...part('What must exist', question.requirements),
    ...part('Evidence for and against, never summed', question.indicators),
  ].join('\n');
}

function lineText(
  { id, kind, says, when, clauses, outcome, except, who, due, also = [] }: PackLine,
  style: Style,
): string {
  const lines = [
    labelled('-', `${id} (${kind})${outcome ? ` → ${outcome}` : ''} [${clauses.join(', ')}]`, 2, style.width),
    wrap(says, style.width, '    '),
    ...(who ? [wrap(`Who: ${who}${due ? `; ${due}` : ''}.`, style.width, '    ')] : []),
    ...(when === 'always' ? [] : [style.quiet(wrap(`When: ${when}.`, style.width, '    '))]),
    ...also.map((one) => style.quiet(wrap(one, style.width, '    '))),
    ...(except ? [style.quiet(wrap(`Leaves alone the cases of: ${except.join(', ')}.`, style.width, '    '))] : []),
  ];
  return lines.join('\n');
}

/** Every clause of the source with what became of it, as text. */
export function clausesText({ id, version, clauses }: PackView, style: Style): string {
  const head = style.heading(`${id} ${version}: ${clauses.length} clauses`);
  return `${[head, ...clauses.map((clause) => clauseText(clause, style))].join('\n\n')}\n`;
}

function clauseText({ id, place, says, became, reason, reading, inForce }: ClauseLine, style: Style): string {
  const kept = reason ? ` (${reason.replace(/\.$/, '')})` : '';
  const lines = [
    `${style.strong(id)} ${style.quiet(place)}`,
    wrap(says, style.width, '  '),
    wrap(`Became: ${became.length > 0 ? became.join(', ') : 'nothing yet'}${kept}.`, style.width, '  '),
    ...(reading ? [wrap(`Reading taken: ${reading}`, style.width, '  ')] : []),
    ...(inForce ? [wrap(`In force: ${inForce}.`, style.width, '  ')] : []),
  ];
  return lines.join('\n');
}
