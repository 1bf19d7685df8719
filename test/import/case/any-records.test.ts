import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plusDays } from '../../../src/calendar/dates.ts';
import { completedText, newCaseText } from '../../../src/import/case/new-text.ts';
import { putIntoCase } from '../../../src/import/case/put-all.ts';
import { tell } from '../../../src/import/case/tell.ts';
import type { ChildRecords, Place, ReturnKind, Source } from '../../../src/import/records.ts';
import { safe } from '../../../src/messages/safe.ts';
import { caseOf } from './kit.ts';
import '../../support/chance.ts';

const KINDS = {
  cin: safe`CIN census`,
  ssda903: safe`SSDA903`,
  annex_a: safe`Annex A`,
  ssd: safe`Standard Safeguarding Dataset`,
  api: safe`DfE daily data`,
} as const;

const day = fc.integer({ min: 0, max: 1400 }).map((n) => plusDays('2022-01-01', n));
const perhaps = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });
const category = fc.constantFrom('NEG', 'PHY', 'EMO', 'MUL' as const);
const placeOf = (file: string): Place => ({ file, line: 1, column: 1 });

/** One return of one child, with whatever a source could hold, be it right or wrong. */
const piece = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(KINDS) as ReturnKind[])),
    dataDate: fc.constantFrom('2024-03-31', '2025-03-31', '2026-03-31'),
    born: perhaps(fc.constant('2016-05-04')),
    died: perhaps(fc.constant('2025-11-30')),
    plans: fc.array(fc.tuple(day, perhaps(day), perhaps(category), perhaps(category), perhaps(fc.nat(4))), {
      maxLength: 3,
    }),
    episodes: fc.array(
      fc.tuple(
        day,
        perhaps(day),
        perhaps(fc.constantFrom('C1', 'C2', 'V2', 'V3' as const)),
        perhaps(fc.constantFrom('U4', 'P1', 'K2' as const)),
        perhaps(fc.constantFrom('S', 'P', 'L')),
        perhaps(fc.constantFrom('X1', 'E4A', 'E3')),
      ),
      { maxLength: 4 },
    ),
    reviews: fc.array(day, { maxLength: 3 }),
    enquiries: fc.array(fc.tuple(day, perhaps(day), perhaps(fc.boolean())), { maxLength: 2 }),
    visits: fc.array(fc.tuple(day, perhaps(fc.boolean())), { maxLength: 3 }),
  })
  .map((raw): ChildRecords => {
    const source: Source = {
      kind: raw.kind,
      dataDate: raw.dataDate,
      label: safe`${KINDS[raw.kind]} to ${raw.dataDate as never}`,
    };
    const place = placeOf(`${raw.kind}-${raw.dataDate}`);
    const found = <T>(value: T) => ({ value, place });
    const on = <K extends string, T>(key: K, value: T | undefined) =>
      value === undefined ? {} : { [key]: found(value) };
    const past = (date: string) => date <= raw.dataDate;
    const end = (start: string, date: string | undefined) =>
      date !== undefined && date >= start && past(date) ? date : undefined;
    const byStart = <T extends { start: { value: string } }>(list: T[]) =>
      list.sort((a, b) => (a.start.value < b.start.value ? -1 : 1));
    return {
      id: 'EX-1',
      source,
      place,
      ...on('born', raw.born),
      ...on('died', raw.died !== undefined && past(raw.died) ? raw.died : undefined),
      plans: byStart(
        raw.plans
          .filter(([start]) => past(start))
          .map(([start, to, first, latest, before]) => ({
            start: found(start),
            ...on('end', end(start, to)),
            ...on('initialCategory', first),
            ...on('latestCategory', latest),
            ...on('plansBefore', before),
            reviews: raw.reviews
              .filter((review) => review >= start && past(review))
              .map((review) => ({ day: found(review) })),
          })),
      ),
      conferences: [],
      enquiries: byStart(
        raw.enquiries
          .filter(([start]) => past(start))
          .map(([start, conference, none]) => ({
            start: found(start),
            ...on('conference', conference),
            ...on('noConference', none),
          })),
      ),
      lookedAfterReviews: raw.reviews.filter(past).map(found),
      episodes: byStart(
        raw.episodes
          .filter(([start]) => past(start))
          .map(([start, to, status, placement, reasonNew, reasonEnd]) => ({
            start: found(start),
            ...on('end', end(start, to)),
            ...on('status', status),
            ...on('placement', placement),
            ...on('reasonNew', reasonNew),
            ...on('reasonEnd', end(start, to) === undefined ? undefined : reasonEnd),
          })),
      ),
      visits: raw.visits
        .filter(([date]) => past(date))
        .map(([date, seen]) => ({ day: found(date), under: 'plan', ...on('seen', seen) })),
      preProceedings: [],
      purged: [],
      hints: [],
    } as ChildRecords;
  });

const pieces = fc.uniqueArray(piece, {
  minLength: 1,
  maxLength: 4,
  selector: ({ source }) => `${source.kind} ${source.dataDate}`,
});

const textOf = (all: readonly ChildRecords[]): string =>
  newCaseText('EX-1', undefined, putIntoCase(tell(all), undefined).edits);

describe('whatever returns hold of a child', () => {
  test('a case file never says that a list is whole, that there was none, or how many', () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const text = textOf(all);
        caseOf(text);
        expect(text).not.toMatch(/complete|none|\bcount\b|analysis|decisions|checklists|records:|\[\]/);
        const { answers = {} } = caseOf(text);
        expect(Object.keys(answers).filter((key) => key !== 'earlier_plans')).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('the order of the returns does not matter', () => {
    fc.assert(
      fc.property(pieces, (all) => {
        expect(textOf(all.toReversed())).toBe(textOf(all));
      }),
      { numRuns: 150 },
    );
  });

  test('the same import again changes nothing', () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const text = textOf(all);
        expect(putIntoCase(tell(all), caseOf(text)).edits).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('a later import completes a case so that the same import again changes nothing', () => {
    fc.assert(
      fc.property(pieces, pieces, (first, second) => {
        const text = textOf(first);
        const again = (before: string): string =>
          completedText(before, caseOf(before), putIntoCase(tell(second), caseOf(before)).edits);
        const once = again(text);
        caseOf(once);
        expect(once).not.toMatch(/complete|none|\bcount\b/);
        expect(putIntoCase(tell(second), caseOf(once)).edits).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('a case that a person has typed keeps every word of theirs', () => {
    const words =
      '# Not of the census\nchild: {born: 2016-05-04} # seen\nprevious_plans:\n  plans:\n    - {began: 2022-06-01, ended: 2023-01-10, category: EMO, note: By letter.} # ours\n';
    const text = `version: 1\ncase: EX-1\n${words}`;
    fc.assert(
      fc.property(pieces, (all) => {
        const { edits } = putIntoCase(tell(all), caseOf(text));
        const after = completedText(text, caseOf(text), edits);
        for (const word of ['# Not of the census', '# seen', 'note: By letter.', '# ours'])
          expect(after).toContain(word);
        expect(caseOf(after).previous_plans?.plans?.[0]).toEqual(caseOf(text).previous_plans?.plans?.[0]);
      }),
      { numRuns: 60 },
    );
  });
});
