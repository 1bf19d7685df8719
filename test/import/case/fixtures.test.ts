import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { completedText, newCaseText } from '../../../src/import/case/new-text.ts';
import { putIntoCase } from '../../../src/import/case/put-all.ts';
import { tell } from '../../../src/import/case/tell.ts';
import { bookOf } from '../../support/cases.ts';
import { caseOf, expectedText, fileOf, fixture, made, NAMES, peopleOf } from './kit.ts';

const REFS = ['EX-9101', 'EX-9102', 'EX-9103', 'EX-9104', 'EX-9105'];
const EXPECTED = Object.fromEntries(REFS.map((ref) => [ref, expectedText(ref)]));

/** The children of a census, and the rows of a table, in the other order. */
function reversed(name: string): ReturnType<typeof fixture> {
  const text = readFileSync(`test/fixtures/import/${name}`, 'utf8');
  if (name.endsWith('.csv')) {
    const [head, ...rows] = text.trimEnd().split('\n');
    return fileOf(name, `${[head, ...rows.reverse()].join('\n')}\n`);
  }
  const children = text.match(/ {4}<Child>[\s\S]*?<\/Child>\n/g) ?? [];
  const [before = ''] = text.split(children[0] ?? '');
  return fileOf(name, `${before}${children.toReversed().join('')}  </Children>\n</Message>\n`);
}

describe('two years of the census and a return on care', () => {
  test('give the case files that were written by hand', () => expect(made(NAMES.map(fixture))).toEqual(EXPECTED));

  test('give the same in whatever order files, children and rows stand', () => {
    expect(made(NAMES.toReversed().map(fixture))).toEqual(EXPECTED);
    expect(made(NAMES.map(reversed))).toEqual(EXPECTED);
  });

  test('change nothing the second time', () => {
    for (const { ref, pieces } of peopleOf(NAMES.map(fixture)).people.persons) {
      if (!REFS.includes(ref)) continue;
      const { edits, items } = putIntoCase(tell(pieces), caseOf(EXPECTED[ref] as string));
      expect({ ref, edits, conflicts: items.filter(({ kind }) => kind === 'conflict') }).toEqual({
        ref,
        edits: [],
        conflicts: [],
      });
    }
  });

  test('come to the same when one year is imported after the other', () => {
    const texts = oneByOne([['cin-2025.xml'], NAMES.slice(1)]);
    for (const ref of REFS) expect(parts(texts[ref]), ref).toEqual(parts(EXPECTED[ref]));
  });

  test('come to the same facts when the older year is imported after the newer one', () => {
    const texts = oneByOne([NAMES.slice(1), ['cin-2025.xml']]);
    for (const ref of REFS) expect(facts(texts[ref]), ref).toEqual(facts(EXPECTED[ref]));
  });
});

/** Imports one after the other. */
function oneByOne(steps: readonly (readonly string[])[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const names of steps) {
    for (const { ref, pieces, hasRecords } of peopleOf(names.map(fixture)).people.persons) {
      const before = texts[ref];
      const { edits } = putIntoCase(tell(pieces), before === undefined ? undefined : caseOf(before));
      if (before !== undefined) texts[ref] = completedText(before, caseOf(before), edits);
      else if (hasRecords) texts[ref] = newCaseText(ref, 'stoke-on-trent', edits);
    }
  }
  return texts;
}

/** What an import wrote; of an enquiry that has led to a plan only the year that had it open knows. */
function parts(text = ''): Partial<CaseFile> {
  const { dates: _, targets: __, as_imported: ___, ...rest } = caseOf(text);
  return rest;
}

/** The same, whichever return told it first, and in whatever order. A count that stood alone was only reported. */
const facts = (text: string | undefined): string[] =>
  Object.entries({ ...parts(text), answers: '' }).flatMap(([key, part]) =>
    JSON.stringify(part, (name, value) => (name === 'source' ? undefined : value))
      .split(/(?<=})|(?={)/)
      .map((one) => `${key} ${one.replaceAll(/[\][,]/g, '')}`)
      .sort(),
  );

/** The same as a person would have typed it who knew no more. */
function typed(file: CaseFile): CaseFile {
  const plain = (value: unknown, key: string): unknown => {
    if (key === 'child') return Object.fromEntries(Object.entries(value as object).map(([k, v]) => [k, v.value]));
    if (Array.isArray(value)) return value.map((one) => plain(one, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([k, v]) => (['source', 'open_on', 'note'].includes(k) ? [] : [[k, plain(v, k)]])),
    );
  };
  return {
    ...(plain({ ...file, answers: undefined }, '') as CaseFile),
    ...(file.answers && { answers: file.answers }),
  };
}

describe.each(REFS)('%s', (ref) => {
  const file = caseOf(EXPECTED[ref] as string);

  test('settles on the day of the data what the same facts settle that were typed by hand', () => {
    const [one, other] = [file, typed(file)].map((of) => assess(of, bookOf(of), '2026-03-31'));
    const told = (of: typeof one) => of?.questions.map(({ id, possible }) => [id, possible]);
    expect(told(one)).toEqual(told(other));
    expect(one?.findings.map(({ rule, state }) => [rule, state])).toEqual(
      other?.findings.map(({ rule, state }) => [rule, state]),
    );
  });

  test('settles nothing on a later day that the same facts leave open', () => {
    const [one, other] = [file, typed(file)].map((of) => assess(of, bookOf(of), '2026-11-20'));
    for (const [i, question] of (one?.questions ?? []).entries())
      for (const end of other?.questions[i]?.possible ?? []) expect(question.possible, question.id).toContain(end);
  });

  test('has no error', () => {
    const { diagnostics } = assess(file, bookOf(file), '2026-11-20');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
