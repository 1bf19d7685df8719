import { LISTS } from '../../facts/records/case-records.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';
import {
  type Contradiction,
  type Indicator,
  type Pack,
  type Question,
  type Requirement,
  type Rule,
  rulesOf,
} from '../pack/pack.ts';
import { error, unlessKnown, warning } from './check-names.ts';
import type { Draft } from './draft.ts';

/** Rules and outcomes of the questions that do not fit together, and things to ask that are nowhere defined. */
export function checkQuestions({ pack, vocabulary, names }: Draft): Diagnostic[] {
  const questions = Object.values(pack.questions);
  const askable = [...names.facts.keys(), ...Object.keys(pack.analyses ?? {}), ...LISTS];
  const occasions = {
    what: 'an occasion of the vocabulary or',
    names: Object.keys({ ...vocabulary.occasions, ...pack.occasions }),
  };
  return [
    ...questions.flatMap((question) => [
      ...checkRules(question),
      ...checkOutcomes(question),
      ...checkFamilyWords(question),
      ...urgent(question, pack),
    ]),
    ...pack.ask.flatMap(({ about }, i) =>
      unlessKnown(about, { what: 'a fact, analysis or list', names: askable }, ['ask', i, 'about']),
    ),
    ...questions.flatMap(({ occasion = [], path }) =>
      [occasion].flat().flatMap((one) => unlessKnown(one, occasions, [...path, 'occasion'])),
    ),
    ...twice(pack),
  ];
}

function checkRules({ id, stages, outcomes }: Question<unknown>): Diagnostic[] {
  return stages.flatMap((stage) =>
    Object.values(stage.rules).flatMap(({ id: rule, path: at, outcome, except = [] }) => {
      const others = Object.keys(stage.rules).filter((other) => other !== rule);
      return [
        ...unlessKnown(outcome, { what: `an outcome of \`${id}\``, names: Object.keys(outcomes) }, [...at, 'outcome']),
        ...except.flatMap((other, n) =>
          unlessKnown(other, { what: `another rule of stage \`${stage.id}\``, names: others }, [...at, 'except', n]),
        ),
      ];
    }),
  );
}

function checkOutcomes(question: Question<unknown>): Diagnostic[] {
  const { id, path, outcomes } = question;
  const led = new Set(rulesOf(question).map(({ outcome }) => outcome));
  const idle = Object.keys(outcomes).filter((outcome) => !led.has(outcome));
  return idle.map((outcome) => {
    const says = `No rule of \`${id}\` leads to the outcome \`${outcome}\`: add the rule, or take the outcome out.`;
    return warning('outcome_without_rule', says, [...path, 'outcomes', outcome]);
  });
}

/** A family form that speaks of a question has words for each of its outcomes, and for the time before there is one. */
function checkFamilyWords({ id, path, outcomes, for_family }: Question<unknown>): Diagnostic[] {
  const missing = Object.keys(outcomes).filter((outcome) => outcomes[outcome]?.for_family === undefined);
  if (missing.length === Object.keys(outcomes).length && for_family === undefined) return [];
  const says = (outcome: string): string =>
    `A family form has no words for the outcome \`${outcome}\` of \`${id}\`: write them under \`for_family\`, or \`for_family: nothing\`.`;
  return [
    ...missing.map((outcome) => warning('no_family_words', says(outcome), [...path, 'outcomes', outcome])),
    ...(for_family
      ? []
      : [
          warning(
            'no_family_words',
            `No family form speaks of \`${id}\`: write under its own \`for_family\` what is said while it is not settled.`,
            path,
          ),
        ]),
  ];
}

/** What an urgent outcome names as urgent must be a requirement. */
function urgent({ path, outcomes }: Question<unknown>, { requirements }: Pack<unknown>): Diagnostic[] {
  const known = { what: 'a requirement', names: Object.keys(requirements) };
  return Object.entries(outcomes).flatMap(([id, { urgent: named }]) =>
    Array.isArray(named)
      ? named.flatMap((one, n) => unlessKnown(one, known, [...path, 'outcomes', id, 'urgent', n]))
      : [],
  );
}

/** Ids of rules, requirements, indicators and contradictions stand for themselves in cases and reports, so each is used once. */
function twice(pack: Pack<unknown>): Diagnostic[] {
  const first = new Map<string, string>();
  const named = [
    ...Object.values(pack.questions).flatMap(rulesOf),
    ...Object.values(pack.requirements),
    ...Object.values(pack.indicators),
    ...Object.values(pack.contradictions),
  ];
  return named.flatMap((part) => {
    const { id, path } = part;
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, inWords(part));
      return [];
    }
    return [error('duplicate_id', `\`${id}\` is the id of ${before} already: give this one another.`, path, 'key')];
  });
}

function inWords(part: Rule<unknown> | Requirement<unknown> | Indicator<unknown> | Contradiction<unknown>): string {
  if (part.what === 'rule') return `a rule of \`${part.question}\``;
  return part.what === 'indicator' ? 'an indicator' : `a ${part.what}`;
}
