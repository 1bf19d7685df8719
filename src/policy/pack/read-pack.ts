import { type Fact, type Vocabulary, VocabularySchema } from '../../facts/vocabulary-schema.ts';
import { type Diagnostic, hasErrors, type Path, place, type Remark } from '../../messages/diagnostic.ts';
import type { Source } from '../../yaml/read.ts';
import type { ReadResult } from '../../yaml/read-result.ts';
import { validate } from '../../yaml/validate.ts';
import { checkDerived } from '../check/check-facts.ts';
import { checkPack } from '../check/check-pack.ts';
import { checkSize } from '../check/check-size.ts';
import { type Condition, type Names, readCondition } from './condition.ts';
import { ownFacts } from './own-facts.ts';
import { type Pack, PackSchema } from './pack-schema.ts';

/** A pack whose every name and condition has been read. */
export interface ReadPack {
  readonly pack: Pack;
  readonly source: Source;
  /** The shared facts, the pack's own, and those that its requirements bring with them. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly names: Names;
  /** Every condition of the pack by the place where it stands, such as `questions.further_plan.in_play`. */
  readonly conditions: ReadonlyMap<string, Condition>;
  /** What should be looked at, though the pack can be used as it is. */
  readonly warnings: readonly Diagnostic[];
}

export interface ReadVocabulary {
  readonly vocabulary: Vocabulary;
  readonly source: Source;
  readonly contradictions: readonly { readonly id: string; readonly when: Condition; readonly says: string }[];
}

/** Reads the shared vocabulary of facts. */
export function readVocabulary(source: Source): ReadResult<ReadVocabulary> {
  const { data, diagnostics } = validate(VocabularySchema, source);
  if (!data) return { data: undefined, diagnostics };
  const remarks: Remark[] = [];
  const names: Names = { facts: new Map(Object.entries(data.facts)), terms: new Set(), outcomes: new Map() };
  remarks.push(...checkDerived(names.facts, names.facts));
  const contradictions = Object.entries(data.contradictions ?? {}).map(([id, { when, says }]) => ({
    id,
    says,
    when: readCondition(when, names, ['contradictions', id, 'when'], remarks),
  }));
  const placed = remarks.map((remark) => place(remark, source.locate));
  return { data: hasErrors(placed) ? undefined : { vocabulary: data, source, contradictions }, diagnostics: placed };
}

/** Reads a pack against the vocabulary. */
export function readPack(source: Source, vocabulary: Vocabulary): ReadResult<ReadPack> {
  const { data: pack, diagnostics } = validate(PackSchema, source);
  if (!pack) return { data: undefined, diagnostics };
  const remarks: Remark[] = checkSize(pack);
  if (remarks.length > 0) return { data: undefined, diagnostics: remarks.map((r) => place(r, source.locate)) };
  const facts = new Map([...Object.entries(vocabulary.facts), ...ownFacts(pack)]);
  const names: Names = {
    facts,
    terms: new Set(Object.keys(pack.terms ?? {})),
    outcomes: new Map(Object.entries(pack.questions).map(([id, q]) => [id, new Set(Object.keys(q.outcomes))])),
  };
  const conditions = new Map<string, Condition>();
  for (const [path, value] of conditionTexts(pack)) {
    conditions.set(path.join('.'), readCondition(value, names, path, remarks));
  }
  remarks.push(...checkPack({ pack, vocabulary, names, conditions }));
  const placed = remarks.map((remark) => place(remark, source.locate));
  const read = { pack, source, facts, names, conditions, warnings: placed };
  return { data: hasErrors(placed) ? undefined : read, diagnostics: placed };
}

function* conditionTexts(pack: Pack): Generator<[Path, unknown]> {
  for (const [id, term] of Object.entries(pack.terms ?? {})) yield [['terms', id, 'means'], term.means];
  for (const [i, item] of (pack.impossible ?? []).entries()) yield [['impossible', i, 'when'], item.when];
  for (const [id, question] of Object.entries(pack.questions)) {
    yield [['questions', id, 'in_play'], question.in_play];
    for (const [i, stage] of question.stages.entries()) {
      for (const [rule, { when }] of Object.entries(stage.rules)) {
        yield [['questions', id, 'stages', i, 'rules', rule, 'when'], when];
      }
    }
  }
  for (const [id, requirement] of Object.entries(pack.requirements ?? {})) {
    if (requirement.when) yield [['requirements', id, 'when'], requirement.when];
    if (requirement.evidence) yield [['requirements', id, 'evidence'], requirement.evidence];
  }
  for (const [id, indicator] of Object.entries(pack.indicators ?? {}))
    yield [['indicators', id, 'when'], indicator.when];
}
