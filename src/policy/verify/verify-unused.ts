import { inputsOf } from '../../facts/derivations/table.ts';
import { LISTS } from '../../facts/records/case-records.ts';
import { support } from '../../logic/walks.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { CompiledPack } from '../compile/compiled.ts';
import { meaningOf } from '../compile/space.ts';
import { conditionsOf } from '../pack/conditions.ts';
import { neededFacts } from '../pack/needed-facts.ts';
import type { ReadVocabulary } from '../pack/read-pack.ts';
import { subconditionsOf } from '../pack/subconditions.ts';
import type { Fault } from './fault.ts';

/** Facts, terms, analyses and things to ask that nothing needs; and facts that matter and that nobody is asked. */
export function unusedNames(pack: CompiledPack, { contradictions }: ReadVocabulary): Fault[] {
  const shared = contradictions.map(({ when }) => when);
  const needed = neededFacts(pack.pack, pack.facts, shared);
  const mattering = new Set(
    meaningOf(pack)
      .flatMap(support)
      .map((v) => pack.variables[v]?.fact),
  );
  const asked = new Set(pack.pack.ask.map(({ about }) => about));
  const own = Object.keys(pack.pack.facts ?? {});
  return [
    ...own
      .filter((id) => !needed.has(id))
      .map((id) => fault('fact_unused', `Nothing in the pack needs the fact \`${id}\`.`, ['facts', id])),
    ...own
      .filter((id) => needed.has(id) && pack.variableOf.has(id) && !mattering.has(id))
      .map((id) =>
        fault('fact_never_matters', `The fact \`${id}\` is tested, but changes nothing whatever its value.`, [
          'facts',
          id,
        ]),
      ),
    ...unusedQuestions(pack, needed),
    ...unusedTerms(pack),
    ...unusedAnalyses(pack),
    ...[...mattering]
      .filter((id): id is string => id !== undefined && !asked.has(id) && isForPeople(pack, id))
      .map(neverAsked),
  ];
}

const fault = (code: string, says: string, path: Path): Fault => {
  return { code, about: String(path.at(-1)), severity: 'error', says, clauses: [], path };
};

const neverAsked = (id: string): Fault => ({
  ...fault('never_asked', `The fact \`${id}\` matters, but \`ask\` does not name it: nobody would be asked.`, ['ask']),
  about: id,
});

/** Whether a fact can come from an answer only: it is neither worked out nor recorded elsewhere. */
function isForPeople({ facts }: CompiledPack, id: string): boolean {
  const fact = facts.get(id);
  return fact !== undefined && !fact.derive && !fact.record;
}

function unusedQuestions({ pack, facts }: CompiledPack, needed: ReadonlySet<string>): Fault[] {
  const lists = new Set<string>(
    [...needed].flatMap((id) => facts.get(id)?.derive ?? []).flatMap((derive) => inputsOf(derive).lists),
  );
  const used = (about: string): boolean =>
    (LISTS as readonly string[]).includes(about)
      ? lists.has(about)
      : needed.has(about) || pack.analyses?.[about] !== undefined;
  return pack.ask.flatMap(({ about }, i) => {
    if (used(about)) return [];
    const says = `\`${about}\` is asked, but nothing in the pack needs it.`;
    return [{ ...fault('question_unused', says, ['ask', i, 'about']), about }];
  });
}

function unusedTerms({ pack }: CompiledPack): Fault[] {
  const parts = [...conditionsOf(pack)].flatMap(({ condition }) => [...subconditionsOf(condition)]);
  const used = new Set(parts.flatMap(({ condition }) => (condition.kind === 'term' ? [condition.term] : [])));
  const idle = Object.values(pack.terms).filter(({ id }) => !used.has(id));
  return idle.map(({ id, path }) => fault('term_unused', `No condition uses the term \`${id}\`.`, path));
}

function unusedAnalyses({ pack }: CompiledPack): Fault[] {
  const used = new Set(Object.values(pack.requirements).map((requirement) => requirement.in));
  const idle = Object.keys(pack.analyses ?? {}).filter((id) => !used.has(id));
  return idle.map((id) => fault('analysis_unused', `No requirement names the text \`${id}\`.`, ['analyses', id]));
}
