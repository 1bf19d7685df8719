import { CATEGORIES } from '../../facts/categories.ts';
import type { Gives, Inputs } from '../../facts/derivations/form.ts';
import { factsTaken, formOf, inputsOf } from '../../facts/derivations/table.ts';
import { optionsOf } from '../../facts/fact.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import type { Diagnostic, Path } from '../../messages/diagnostic.ts';
import { oneOf } from '../../messages/suggest.ts';
import { parseTest } from '../pack/condition.ts';
import { ownFacts } from '../pack/own-facts.ts';
import { error, unlessKnown } from './check-names.ts';
import type { Draft } from './draft.ts';

type Facts = ReadonlyMap<string, Fact>;

/** Derived facts whose inputs are not there, are of another kind, or lead in a circle. @param meetings kinds of meeting */
export function checkDerived(
  own: Iterable<readonly [string, Fact]>,
  facts: Facts,
  meetings: readonly string[],
): Diagnostic[] {
  return [...own].flatMap(([id, fact]) => {
    if (!fact.derive) return [];
    const path = ['facts', id, 'derive'];
    const gives = formOf(fact.derive).gives(fact.derive);
    return [
      ...result(id, fact, gives, path),
      ...options(id, fact, gives, path),
      ...inputs(inputsOf(fact.derive), facts, path),
      ...inputsOf(fact.derive).meetings.flatMap((kind) =>
        unlessKnown(kind, { what: 'a kind of meeting of the vocabulary or', names: meetings }, [...path, 'meeting']),
      ),
      ...circle(id, facts, path),
    ];
  });
}

/** Facts that are asked once another fact is so, where that one is not there or cannot be so. */
export const checkOnce = (own: Iterable<readonly [string, Fact]>, facts: Facts): Diagnostic[] =>
  [...own].flatMap(([id, { once = {} }]) =>
    Object.entries(once).flatMap(([name, values]) =>
      testFaults(name, [values].flat().map(String), facts, ['facts', id, 'once']),
    ),
  );

/** Facts of the vocabulary that fall to a role which it does not have. */
export function checkWho(facts: Facts, roles: readonly string[]): Diagnostic[] {
  return [...facts].flatMap(([id, { who }]) =>
    who === undefined ? [] : unlessKnown(who, { what: 'a role', names: roles }, ['facts', id, 'who']),
  );
}

function result(id: string, fact: Fact, { types, isCategory }: Gives, path: Path): Diagnostic[] {
  if (!types.includes(fact.type)) {
    const says = `\`${id}\` is of type ${fact.type}, but this way of working it out gives ${types.join(' or ')}.`;
    return [error('derive_type', says, path)];
  }
  const codes = Object.keys(CATEGORIES);
  if (!isCategory || optionsOf(fact).join() === codes.join()) return [];
  const says = `The options of \`${id}\` must be the census codes in this order, as it is read from the plans: ${oneOf(codes)}.`;
  return [error('derive_type', says, path)];
}

/** Options of the fact that a derivation names: what a code means, or what comes with a date; and codes that mean one. */
function options(id: string, fact: Fact, { options: named = [], means }: Gives, path: Path): Diagnostic[] {
  const codes = means ? { what: 'a value of the record, so it says nothing', names: means.known } : undefined;
  return [
    ...named.flatMap((option) => unlessKnown(option, { what: `an option of \`${id}\``, names: optionsOf(fact) }, path)),
    ...(means?.named ?? []).flatMap((code) => (codes ? unlessKnown(code, codes, [...path, 'means', code]) : [])),
  ];
}

function inputs(
  { dates, otherDates, ends, choices, tested }: Required<Inputs>,
  facts: Facts,
  path: Path,
): Diagnostic[] {
  const typed = (name: string, wanted: (fact: Fact) => boolean, what: string): Diagnostic[] => {
    const fact = facts.get(name);
    if (fact && wanted(fact)) return [];
    if (fact) return [error('derive_type', `\`${name}\` is of type ${fact.type}; ${what} is needed here.`, path)];
    return unlessKnown(name, { what: 'a fact', names: [...facts].filter(([, f]) => wanted(f)).map(([n]) => n) }, path);
  };
  return [
    ...[...dates, ...otherDates, ...ends].flatMap((name) => typed(name, (f) => f.type === 'date', 'a date')),
    ...choices.flatMap((name) => typed(name, (f) => f.type === 'choice' || f.type === 'yes_no', 'a choice')),
    ...optionsDiffer(choices, facts, path),
    ...tested.flatMap(([name, values]) => testFaults(name, values, facts, path)),
  ];
}

/** A fact that cannot be tested, or cannot have what is named. */
function testFaults(name: string, values: readonly string[], facts: Facts, path: Path): Diagnostic[] {
  const fact = facts.get(name);
  const testable = [...facts].filter(([, { type }]) => type !== 'date').map(([id]) => id);
  if (!fact || fact.type === 'date')
    return unlessKnown(name, { what: 'a fact other than a date', names: testable }, path);
  const test = parseTest(fact, values);
  return 'wrong' in test ? [error('derive_type', `\`${name}\` ${test.expects}`, path)] : [];
}

function optionsDiffer([a, b]: readonly string[], facts: Facts, path: Path): Diagnostic[] {
  const [first, second] = [a, b].map((name) => (name === undefined ? undefined : facts.get(name)));
  if (!first || !second || optionsOf(first).join() === optionsOf(second).join()) return [];
  return [error('derive_type', `\`${a}\` and \`${b}\` cannot be compared: their options are not the same.`, path)];
}

function circle(id: string, facts: Facts, path: Path): Diagnostic[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const how = facts.get(name)?.derive;
    for (const input of how ? factsTaken(how) : []) {
      if (seen.has(input)) continue;
      seen.add(input);
      visit(input);
    }
  };
  visit(id);
  return seen.has(id) ? [error('circular_definition', `\`${id}\` is worked out from itself.`, path)] : [];
}

/** Facts of a pack that clash, or cannot be worked out. */
export function checkPackFacts({ pack, vocabulary, names }: Draft): Diagnostic[] {
  const meetings = Object.keys({ ...vocabulary.meetings, ...pack.meetings });
  const own = Object.entries(pack.facts ?? {});
  return [
    ...clashes(pack, vocabulary.facts),
    ...checkDerived(own, names.facts, meetings),
    ...checkOnce(own, names.facts),
  ];
}

function clashes(pack: Draft['pack'], shared: Readonly<Record<string, Fact>>): Diagnostic[] {
  const declared = pack.facts ?? {};
  return [...ownFacts(pack)].flatMap(([id, fact]) => {
    const path = declared[id] === fact ? ['facts', id] : ['requirements', id.split('.')[0] as string];
    if (Object.hasOwn(shared, id)) {
      const says = `\`${id}\` is a fact of the shared vocabulary, and a pack does not redefine it: use it, or take another id.`;
      return [error('fact_redefined', says, path, 'key')];
    }
    if (declared[id] === undefined || declared[id] === fact) return [];
    const says = `\`${id}\` is a fact of this pack already; a requirement without \`evidence\` brings a fact of its own name. Take another id, or name the evidence.`;
    return [error('fact_redefined', says, path, 'key')];
  });
}
