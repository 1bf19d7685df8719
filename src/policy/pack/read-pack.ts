import { type Fact, type Vocabulary, VocabularySchema } from '../../facts/vocabulary-schema.ts';
import { type Diagnostic, hasErrors, type Placed, place } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import type { Source } from '../../yaml/read.ts';
import type { ReadResult } from '../../yaml/read-result.ts';
import { validate } from '../../yaml/validate.ts';
import { checkEvents } from '../check/check-events.ts';
import { checkDerived, checkOnce, checkWho } from '../check/check-facts.ts';
import { checkConditions, checkNames } from '../check/check-pack.ts';
import { checkSize } from '../check/check-size.ts';
import { checkEditions, isDated, periodsOf, textIn } from '../editions/editions.ts';
import type { Period } from '../editions/period.ts';
import { buildPack } from './build-pack.ts';
import { type Condition, type Names, readCondition } from './condition.ts';
import { conditionsOf } from './conditions.ts';
import { ownFacts } from './own-facts.ts';
import type { Pack } from './pack.ts';
import { PackSchema, type PackText } from './pack-schema.ts';

/** A pack whose every name and condition has been read. */
export interface ReadPack {
  readonly pack: Pack;
  /** The pack as its file has it: what its digest is made of. */
  readonly written: PackText;
  readonly source: Source;
  /** The shared facts, the pack's own, and those that its requirements bring with them. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** What should be looked at, though the pack can be used as it is. */
  readonly warnings: readonly Placed<Diagnostic>[];
  /** Where the text of the document changes in time: when this text is in force, and the pack with all its texts. */
  readonly period?: Period;
  readonly whole?: PackText;
  /** Every text of the document, the earliest first; this is the last of them. */
  readonly editions?: readonly ReadPack[];
}

export interface ReadVocabulary {
  readonly vocabulary: Vocabulary;
  readonly source: Source;
  readonly contradictions: readonly { readonly id: string; readonly when: Condition; readonly says: string }[];
}

/** Reads the shared vocabulary of facts; on top of another, it adds to that one, or takes the place of parts of it. */
export function readVocabulary(source: Source, below?: ReadVocabulary): ReadResult<ReadVocabulary> {
  const { data: own, diagnostics } = validate(VocabularySchema, source);
  if (!own) return { data: undefined, diagnostics };
  const data = below ? layered(below.vocabulary, own) : own;
  const faults: Diagnostic[] = [];
  const names: Names = { facts: new Map(Object.entries(data.facts)), terms: new Set(), outcomes: new Map() };
  faults.push(...checkDerived(names.facts, names.facts, Object.keys(data.meetings ?? {})));
  faults.push(...checkOnce(names.facts, names.facts));
  faults.push(...checkWho(names.facts, Object.keys(data.roles)));
  faults.push(...checkEvents(data.events, names.facts));
  const contradictions = Object.entries(data.contradictions ?? {}).flatMap(([id, { when: text, says }]) => {
    const when = readCondition(text, names, ['contradictions', id, 'when'], faults);
    return when ? [{ id, says, when }] : [];
  });
  const placed = faults.map((fault) => placeIn(source, own, fault));
  return { data: hasErrors(placed) ? undefined : { vocabulary: data, source, contradictions }, diagnostics: placed };
}

/** The groups of one vocabulary, each with what another adds to it or puts in its place. */
function layered(below: Vocabulary, own: Vocabulary): Vocabulary {
  const group = (key: string): object => ({
    ...below[key as keyof Vocabulary as 'facts'],
    ...own[key as keyof Vocabulary as 'facts'],
  });
  const keys = [...new Set([...Object.keys(below), ...Object.keys(own)])].filter((key) => key !== 'version');
  return { version: 1, ...Object.fromEntries(keys.map((key) => [key, group(key)])) } as unknown as Vocabulary;
}

/** A fault of the part that a file has itself, where it stands; else it is of a part that does not fit what was replaced. */
function placeIn(source: Source, own: Vocabulary, fault: Diagnostic): Placed<Diagnostic> {
  const [group, id] = fault.path as readonly [keyof Vocabulary, string];
  if (Object.hasOwn(own[group as 'facts'] ?? {}, id)) return place(fault, source.locate);
  const says = safe`${fault.says} This is in a folder that this one extends: it does not fit what is replaced here.`;
  return { ...fault, says, line: 1, column: 1 };
}

/** Reads a pack against the vocabulary. Where a condition is wrong, only names are looked at beside it. */
export function readPack(source: Source, vocabulary: Vocabulary): ReadResult<ReadPack> {
  const { data: written, diagnostics } = validate(PackSchema, source);
  if (!written) return { data: undefined, diagnostics };
  const tooLarge = checkSize(written);
  if (tooLarge.length > 0) return { data: undefined, diagnostics: tooLarge.map((r) => place(r, source.locate)) };
  const periods = periodsOf(written);
  const texts = periods.map((period) => (isDated(written) ? textIn(written, period) : written));
  const looked = texts.map((text) => readText(text, written, vocabulary));
  const faults = [...checkEditions(written), ...inAll(looked.map((one) => one.faults))];
  const placed = faults.map((fault) => place(fault, source.locate));
  if (hasErrors(placed)) return { data: undefined, diagnostics: placed };
  const reads = looked.map(({ pack, facts, text }, i): ReadPack => {
    const whole = isDated(written) && { whole: written, ...(periods.length > 1 && { period: periods[i] as Period }) };
    return { pack: pack as Pack, written: text, source, facts, warnings: placed, ...whole };
  });
  const last = reads.at(-1) as ReadPack;
  return { data: reads.length > 1 ? { ...last, editions: reads } : last, diagnostics: placed };
}

interface Looked {
  readonly text: PackText;
  readonly pack: Pack | undefined;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly faults: readonly Diagnostic[];
}

/** The text of a pack in one period. Facts that only other texts of it have can still be named. */
function readText(text: PackText, whole: PackText, vocabulary: Vocabulary): Looked {
  const names = namesOf(text, vocabulary, whole);
  const faults: Diagnostic[] = [];
  const draft = buildPack(text, (condition, path) => readCondition(condition, names, path, faults));
  const pack = isRead(draft) ? draft : undefined;
  faults.push(...(pack ? checkConditions(pack, names) : []), ...checkNames({ pack: draft, vocabulary, names }));
  return { text, pack, facts: names.facts, faults };
}

/** Errors of any text, each once; of what should be looked at, only what holds of every text. */
function inAll([first = [], ...others]: readonly (readonly Diagnostic[])[]): Diagnostic[] {
  const key = ({ code, path, says }: Diagnostic): string => JSON.stringify([code, path, says]);
  const sets = others.map((faults) => new Set(faults.map(key)));
  const errors = [first, ...others].flat().filter(({ severity }) => severity === 'error');
  const once = [...new Map(errors.map((fault) => [key(fault), fault])).values()];
  return [...once, ...first.filter((one) => one.severity !== 'error' && sets.every((set) => set.has(key(one))))];
}

function namesOf(pack: PackText, vocabulary: Vocabulary, whole: PackText): Names {
  return {
    facts: new Map([...Object.entries(vocabulary.facts), ...ownFacts(whole), ...ownFacts(pack)]),
    terms: new Set(Object.keys(pack.terms ?? {})),
    outcomes: new Map(Object.entries(pack.questions).map(([id, q]) => [id, new Set(Object.keys(q.outcomes))])),
  };
}

/** Whether every condition of a pack could be read. */
const isRead = (draft: Pack<Condition | undefined>): draft is Pack =>
  [...conditionsOf(draft)].every(({ condition }) => condition !== undefined);
