import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readCase } from '../../../src/case/file/read-case.ts';
import { readFacts } from '../../../src/case/sheet/read-facts.ts';
import { CATEGORIES } from '../../../src/facts/categories.ts';
import { SCHEMA_KIT } from '../../../src/facts/derivations/schema-kit.ts';
import { type Derive, FORMS, factsTaken, formOf, inputsOf } from '../../../src/facts/derivations/table.ts';
import { LISTS } from '../../../src/facts/records/case-records.ts';
import { readVocabulary } from '../../../src/policy/pack/read-pack.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import { policies, repeatBook } from '../../support/packs/policies.ts';

const EXAMPLES = FORMS.flatMap((form) =>
  form.examples.map((example) => [JSON.stringify(example), form, example] as const),
);

/** A fact of the kind that a derivation gives, with the options that it names. */
function factFor(how: Derive): Record<string, unknown> {
  const { types, options = [], isCategory } = formOf(how).gives(how);
  const [type] = types;
  const ids = isCategory ? Object.keys(CATEGORIES) : [...options];
  return {
    type,
    label: 'the example',
    ...(type === 'number' && { unit: 'times' }),
    ...(type === 'choice' && { options: Object.fromEntries(ids.map((id) => [id, id])) }),
    derive: how,
  };
}

const SHARED = policies.vocabulary();

const read = (how: Derive) => {
  const facts = { ...SHARED.vocabulary.facts, the_example: factFor(how) };
  return readVocabulary(readYaml(stringify({ ...parse(SHARED.source.text), facts })));
};

// A child on a second plan, and in care: everything that the examples ask for is recorded.
const CASE = `
version: 1
case: EX-0001
child: {born: 2017-05-04, expected: 2017-05-10}
previous_plans: {complete: yes, plans: [{began: 2022-01-12, ended: 2023-02-14, category: NEG}]}
current_plan: {began: 2026-07-14, category: EMO}
looked_after: {complete: yes, episodes: [{began: 2026-10-05, legal_status: C1, placement: U4}]}
meetings:
  complete: yes
  list:
    - {kind: initial_conference, date: 2026-07-14, decided: plan_made}
    - {kind: review_conference, date: 2026-10-06, decided: plan_continues}
    - {kind: review_conference, date: 2027-01-05}
    - {kind: looked_after_review, date: 2026-10-30}
visits: {complete: yes, list: [{date: 2026-09-08, under: plan, seen: yes, seen_alone: yes}]}
dates: {conference_requested: 2026-07-06}
answers: {present_category: EMO}
`;

describe.each(EXAMPLES)('%s', (_, form, example) => {
  test('is told by its key, and fits the schema of that form alone', () => {
    expect(formOf(example)).toBe(form);
    const fitting = FORMS.filter(({ schema }) => schema(SCHEMA_KIT).safeParse(example).success);
    expect(fitting.map(({ key }) => key)).toEqual([form.key]);
  });

  test('can be read as the derivation of a fact', () => {
    expect(read(example).diagnostics).toEqual([]);
  });

  test('is worked out from a case that holds what it needs', () => {
    const facts = new Map(Object.entries(read(example).data?.vocabulary.facts ?? {}));
    const { file } = readCase(CASE);
    if (!file) throw new Error('the case is none');
    const { states } = readFacts(file, { ...repeatBook.scope, calendar: policies.calendar(), facts }, '2026-11-20');
    expect(states.get('the_example')?.known).toBeDefined();
  });

  test('takes facts or lists of the case', () => {
    const { dates, choices, tested, ends, lists } = inputsOf(example);
    const facts = [...dates, ...ends, ...choices, ...tested.map(([fact]) => fact)];
    expect([...facts, ...lists].length).toBeGreaterThan(0);
    expect(factsTaken(example)).toEqual(facts);
    expect(lists.filter((list) => !LISTS.includes(list))).toEqual([]);
  });
});

test('no two forms share a key, and each says in sentences what it gives', () => {
  const keys = FORMS.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { says } of FORMS) expect(says).toMatch(/^[A-Z].*\.$/);
});
