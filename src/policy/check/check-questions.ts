import { LISTS } from '../../facts/records/case-records.ts';
import type { Path, Remark } from '../../messages/diagnostic.ts';
import type { Pack, Question } from '../pack/pack-schema.ts';
import { error, unlessKnown, warning } from './check-names.ts';
import type { Draft } from './check-pack.ts';

/** Rules and outcomes of the questions that do not fit together, and things to ask that are nowhere defined. */
export function checkQuestions({ pack, names }: Draft): Remark[] {
  const questions = Object.entries(pack.questions);
  const askable = [...names.facts.keys(), ...Object.keys(pack.analyses ?? {}), ...LISTS];
  return [
    ...questions.flatMap(([id, question]) => [...checkRules(id, question), ...checkOutcomes(id, question)]),
    ...pack.ask.flatMap(({ about }, i) =>
      unlessKnown(about, { what: 'a fact, analysis or list', names: askable }, ['ask', i, 'about']),
    ),
    ...twice(pack),
  ];
}

function checkRules(id: string, { stages, outcomes }: Question): Remark[] {
  return stages.flatMap((stage, i) =>
    Object.entries(stage.rules).flatMap(([rule, { outcome, except = [] }]) => {
      const at: Path = ['questions', id, 'stages', i, 'rules', rule];
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

function checkOutcomes(id: string, { stages, outcomes }: Question): Remark[] {
  const led = new Set(stages.flatMap(({ rules }) => Object.values(rules).map((rule) => rule.outcome)));
  const idle = Object.keys(outcomes).filter((outcome) => !led.has(outcome));
  return idle.map((outcome) => {
    const says = `No rule of \`${id}\` leads to the outcome \`${outcome}\`: add the rule, or take the outcome out.`;
    return warning('outcome_without_rule', says, ['questions', id, 'outcomes', outcome]);
  });
}

/** Ids of rules, requirements and indicators stand for themselves in cases and reports, so each is used once. */
function twice(pack: Pack): Remark[] {
  const first = new Map<string, string>();
  return [...placesOfIds(pack)].flatMap(([id, what, path]) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, what);
      return [];
    }
    return [error('duplicate_id', `\`${id}\` is the id of ${before} already: give this one another.`, path, 'key')];
  });
}

function* placesOfIds(pack: Pack): Generator<[string, string, Path]> {
  for (const [question, { stages }] of Object.entries(pack.questions)) {
    yield* stages.flatMap(({ rules }, i) =>
      Object.keys(rules).map((id): [string, string, Path] => [
        id,
        `a rule of \`${question}\``,
        ['questions', question, 'stages', i, 'rules', id],
      ]),
    );
  }
  for (const id of Object.keys(pack.requirements ?? {})) yield [id, 'a requirement', ['requirements', id]];
  for (const id of Object.keys(pack.indicators ?? {})) yield [id, 'an indicator', ['indicators', id]];
}
