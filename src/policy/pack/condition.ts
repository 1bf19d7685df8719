import { grainOf, optionsOf } from '../../facts/fact.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { parseSpan, SPAN_FORMS, type Span } from '../../logic/span.ts';
import { type Diagnostic, error, type Path } from '../../messages/diagnostic.ts';
import { known } from '../../messages/safe.ts';
import { didYouMean, oneOf, quoted } from '../../messages/suggest.ts';

/** What a fact must be: one of some options (by place), or within one of some spans. */
export type Test = { readonly options: readonly number[] } | { readonly spans: readonly Span[] };

/** A condition, read and checked. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'test'; readonly fact: string; readonly test: Test }
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'outcome'; readonly question: string; readonly outcome: string };

/** Names that conditions of one pack may use. */
export interface Names {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly terms: ReadonlySet<string>;
  /** Outcomes by question. */
  readonly outcomes: ReadonlyMap<string, ReadonlySet<string>>;
}

export const ALWAYS: Condition = { kind: 'all', of: [] };
export const NEVER: Condition = { kind: 'any', of: [] };

/** Whether a condition is written so that it holds in every case. */
export const isAlways = (condition: Condition): boolean => condition.kind === 'all' && condition.of.length === 0;

/** Whether a condition looks at nothing: it always holds, or never. */
export const isEmpty = (condition: Condition): boolean =>
  isAlways(condition) || (condition.kind === 'any' && condition.of.length === 0);

/** Refuses what cannot be read, with a sentence and the place. */
type Refuse = (says: string, at?: Path) => undefined;

/** Reads a condition. Where anything in it is wrong, that is added to `diagnostics`, and there is no condition. */
export function readCondition(
  value: unknown,
  names: Names,
  path: Path,
  diagnostics: Diagnostic[],
): Condition | undefined {
  const fail: Refuse = (says, at = path) => {
    diagnostics.push(error('bad_condition', known(says), at, { at: 'key' }));
    return undefined;
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail('A condition is a group with one key.');
  const keys = Object.keys(value);
  const [key] = keys;
  if (key === undefined || keys.length > 1)
    return fail(`A condition has one key, not ${keys.length}: put several under \`all\` or \`any\`.`);
  const below = (value as Record<string, unknown>)[key];
  const inside = [...path, key];
  if (key === 'all' || key === 'any') {
    if (!Array.isArray(below)) return fail(`\`${key}\` takes a list of conditions.`, inside);
    const parts = below.map((part, i) => readCondition(part, names, [...inside, i], diagnostics));
    const of = parts.filter((part) => part !== undefined);
    return of.length === parts.length ? { kind: key, of } : undefined;
  }
  if (key === 'not') {
    const of = readCondition(below, names, inside, diagnostics);
    return of && { kind: 'not', of };
  }
  if (key === 'term') {
    return names.terms.has(String(below))
      ? { kind: 'term', term: String(below) }
      : fail(`There is no term \`${below}\`.${didYouMean(String(below), names.terms)}`, inside);
  }
  if (key === 'outcome') return readOutcome(String(below), names, (says) => fail(says, inside));
  return readTest(key, below, names, (says) => fail(says, inside));
}

function readOutcome(text: string, names: Names, fail: Refuse): Condition | undefined {
  const [question = '', ...rest] = text.split('.');
  const outcome = rest.join('.');
  const outcomes = names.outcomes.get(question);
  if (!outcomes)
    return fail(
      `There is no question \`${question}\`: write \`question.outcome\`.${didYouMean(question, names.outcomes.keys())}`,
    );
  if (!outcomes.has(outcome))
    return fail(`\`${question}\` has no outcome \`${outcome}\`.${didYouMean(outcome, outcomes)}`);
  return { kind: 'outcome', question, outcome };
}

function readTest(fact: string, value: unknown, names: Names, fail: Refuse): Condition | undefined {
  const definition = names.facts.get(fact);
  if (!definition) return fail(`There is no fact \`${fact}\`.${didYouMean(fact, names.facts.keys())}`);
  if (definition.type === 'date')
    return fail(`\`${fact}\` is a date: test a fact derived from it, such as months since it.`);
  const test = parseTest(definition, Array.isArray(value) ? value : [value]);
  if ('wrong' in test) return fail(`\`${fact}\` ${test.expects} It reads ${quoted(test.wrong, optionsOf(definition))}`);
  return { kind: 'test', fact, test };
}

/** A value that a fact cannot have, and what it can. */
export interface NoTest {
  readonly wrong: string;
  readonly expects: string;
}

/** Reads the values that a test allows, or says which of them cannot be. */
export function parseTest(fact: Fact, values: readonly unknown[]): Test | NoTest {
  const options = optionsOf(fact);
  const read = (value: unknown): number | Span | undefined => {
    if (options.length === 0) return typeof value === 'object' ? undefined : parseSpan(plain(value), grainOf(fact));
    const place = options.indexOf(plain(value));
    return place < 0 ? undefined : place;
  };
  const parts = values.map(read);
  const wrong = parts.indexOf(undefined);
  if (wrong >= 0) {
    const expects =
      options.length > 0 ? `must be ${oneOf(options)}.` : `must be a number or a range: write ${SPAN_FORMS}.`;
    return { wrong: plain(values[wrong]), expects };
  }
  return options.length > 0 ? { options: parts as number[] } : { spans: parts as Span[] };
}

/** A scalar as it would be written: `true` reads as yes. */
export function plain(value: unknown): string {
  if (value === true) return 'yes';
  return value === false ? 'no' : String(value);
}

/** Every fact test within a condition, with terms and outcomes left closed. */
export function testsOf(condition: Condition): Extract<Condition, { kind: 'test' }>[] {
  if (condition.kind === 'test') return [condition];
  if (condition.kind === 'not') return testsOf(condition.of);
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(testsOf) : [];
}
