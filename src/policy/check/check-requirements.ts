import type { Diagnostic, Path } from '../../messages/diagnostic.ts';
import { anchorsOf } from '../pack/anchors.ts';
import type { Requirement } from '../pack/pack.ts';
import { EACH } from '../pack/pack-schema.ts';
import { error, unlessKnown } from './check-names.ts';
import type { Draft } from './draft.ts';

/** Requirements, indicators and analyses that name what is not there, or could never be shown to be met. */
export function checkRequirements(draft: Draft): Diagnostic[] {
  const { pack, vocabulary } = draft;
  const questions = { what: 'a question for decision', names: Object.keys(pack.questions) };
  const roles = {
    what: 'a role of the vocabulary or',
    names: [...Object.keys(vocabulary.roles), ...Object.keys(pack.roles ?? {})],
  };
  const role = (who: string | readonly string[] | undefined, path: Path): Diagnostic[] =>
    [who ?? []].flat().flatMap((name) => unlessKnown(name, roles, path));
  return [
    ...Object.values(pack.requirements).flatMap((requirement) => [
      ...unlessKnown(requirement.question, questions, [...requirement.path, 'question']),
      ...role(requirement.who, [...requirement.path, 'who']),
      ...role(requirement.variation?.who, [...requirement.path, 'variation', 'who']),
      ...checkRequirement(requirement, draft),
    ]),
    ...Object.values(pack.indicators).flatMap(({ question, path }) =>
      unlessKnown(question, questions, [...path, 'question']),
    ),
    ...Object.entries(pack.analyses ?? {}).flatMap(([id, { question, who }]) => [
      ...unlessKnown(question, questions, ['analyses', id, 'question']),
      ...role(who, ['analyses', id, 'who']),
    ]),
    ...Object.entries(pack.facts ?? {}).flatMap(([id, { who }]) => role(who, ['facts', id, 'who'])),
  ];
}

function checkRequirement(requirement: Requirement<unknown>, draft: Draft): Diagnostic[] {
  const at = requirement.path;
  const analyses = { what: 'an analysis', names: Object.keys(draft.pack.analyses ?? {}) };
  return [
    ...(requirement.in === undefined ? [] : unlessKnown(requirement.in, analyses, [...at, 'in'])),
    ...shown(requirement).map((says) => error('requirement_evidence', says, at, 'key')),
    ...eachOf(requirement, draft),
    ...(requirement.due ? anchored(requirement, draft, [...at, 'due']) : []),
    ...(requirement.done === undefined ? [] : isDate(requirement.done, draft.names, [...at, 'done'])),
  ];
}

/** Each kind says in its own way what shows that it is met; two ways at once would hide one. */
function shown(requirement: Requirement<unknown>): string[] {
  const { id, kind, in: text, items } = requirement;
  const hasEvidence = Object.hasOwn(requirement, 'evidence');
  const says: string[] = [];
  if (kind === 'analysis' && text === undefined) {
    says.push(`\`${id}\` asks for analysis: name with \`in\` the text that must cover it.`);
  }
  if (kind !== 'analysis' && text !== undefined) {
    says.push(`\`${id}\` is of kind ${kind}: \`in\` belongs to analysis only.`);
  }
  if (kind === 'content' && !items && !hasEvidence) {
    says.push(`\`${id}\` asks for content: list under \`items\` what must be there, or name the evidence.`);
  }
  if (requirement.variation && items?.variation) {
    says.push(
      `\`${id}\` has an item \`variation\`: that is where an approved departure is recorded. Give the item another id.`,
    );
  }
  if (hasEvidence && (items || text !== undefined)) {
    says.push(`\`${id}\` has \`evidence\` beside \`${items ? 'items' : 'in'}\`: keep one, or the other goes unseen.`);
  }
  return says;
}

/** What a requirement is asked for each of: a kind of meeting or occurrence that there is, each with a day. */
function eachOf({ id, path, for_each: each, due, evidence, items }: Requirement<unknown>, draft: Draft): Diagnostic[] {
  if (!each) return [];
  const at = [...path, 'for_each'];
  const { pack, vocabulary, names } = draft;
  const kinds = { ...vocabulary.meetings, ...pack.meetings };
  const { occurrence, stage } = each;
  const stages = pack.occurrences?.[occurrence ?? '']?.stages ?? {};
  const one = (name: string | undefined, what: string, right: object, key: string): Diagnostic[] =>
    name === undefined ? [] : unlessKnown(name, { what, names: Object.keys(right) }, [...at, key]);
  const says = `\`${id}\` is asked for each time: write \`due: {after: each, …}\`. Leave out \`evidence\` and \`items\`.`;
  const isWhole = due?.after === EACH && !evidence && !items;
  return [
    ...[each.meeting ?? []]
      .flat()
      .flatMap((kind) => one(kind, 'a kind of meeting of the vocabulary or', kinds, 'meeting')),
    ...one(occurrence, 'one of the `occurrences`', pack.occurrences ?? {}, 'occurrence'),
    ...one(stage, `a stage of \`${occurrence}\``, stages, 'stage'),
    ...(each.since === undefined ? [] : isDate(each.since, names, [...at, 'since'])),
    ...(isWhole ? [] : [error('for_each', says, path, 'key')]),
  ];
}

function anchored({ due = {}, for_each: each }: Requirement<unknown>, { names }: Draft, path: Path): Diagnostic[] {
  if (each && due.after === EACH) return [];
  const key = due.before === undefined ? 'after' : 'before';
  return anchorsOf(due).flatMap((anchor) => isDate(anchor, names, [...path, key]));
}

function isDate(name: string, { facts }: Draft['names'], path: Path): Diagnostic[] {
  const fact = facts.get(name);
  if (fact?.type === 'date') return [];
  if (fact) {
    const says = `\`${name}\` is of type ${fact.type}: a deadline is counted from a fact of type date.`;
    return [error('due_anchor', says, path)];
  }
  const dates = [...facts].filter(([, { type }]) => type === 'date').map(([id]) => id);
  return unlessKnown(name, { what: 'a date', names: dates }, path);
}
