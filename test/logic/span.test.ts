import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, type Grain, MOST, meet, overlaps, parseSpan, type Span, spanInWords } from '../../src/logic/span.ts';

describe('a range as it is written', () => {
  test.each<[string | number, Grain, Span]>([
    ['under 12', 'between', { lo: 0, hi: 23 }],
    ['under 12', 'whole', { lo: 0, hi: 22 }],
    ['at most 3', 'between', { lo: 0, hi: 6 }],
    ['at most 3', 'whole', { lo: 0, hi: 6 }],
    ['over 2', 'between', { lo: 5, hi: MOST }],
    ['over 2', 'whole', { lo: 6, hi: MOST }],
    ['at least 18', 'between', { lo: 36, hi: MOST }],
    ['3 to 17', 'between', { lo: 6, hi: 34 }],
    ['3', 'between', { lo: 6, hi: 7 }],
    ['3', 'whole', { lo: 6, hi: 6 }],
    [3, 'whole', { lo: 6, hi: 6 }],
    [0, 'whole', { lo: 0, hi: 0 }],
    ['  at   least 18 ', 'whole', { lo: 36, hi: MOST }],
  ])('%s, with values %s, is a span', (text, grain, span) => {
    expect(parseSpan(text, grain)).toEqual(span);
  });

  test.each([
    ['under 0', 'no number is under 0'],
    ['5 to 3', 'it ends before it begins'],
    ['-1', 'there are no negative counts'],
    ['2.5', 'there are no fractions'],
    ['under twelve', 'figures, not words'],
    ['<12', 'words, not signs'],
    ['', 'it is empty'],
    ['at least 99999', 'it is out of reach'],
    ['over 9999999', 'it is out of reach'],
  ])('%s is none: %s', (text) => {
    expect(parseSpan(text, 'between')).toBeUndefined();
    expect(parseSpan(text, 'whole')).toBeUndefined();
  });
});

const bounded = fc.tuple(fc.nat(60), fc.nat(60)).map(([lo, more]) => ({ lo, hi: lo + more }));
const spans = (grain: Grain) =>
  fc
    .oneof(
      bounded,
      fc.nat(60).map((lo) => ({ lo, hi: MOST })),
    )
    .map(({ lo, hi }) => ({
      lo: grain === 'whole' ? lo - (lo % 2) : lo,
      hi: grain === 'whole' ? hi - (hi % 2) : hi,
    }));

describe.each<Grain>(['whole', 'between'])('with values %s', (grain) => {
  const step = grain === 'whole' ? 2 : 1;

  test('the pieces of a cut follow one another over the whole grid', () => {
    fc.assert(
      fc.property(fc.array(spans(grain), { maxLength: 5 }), (list) => {
        const pieces = cut(list, grain);
        expect(pieces[0]?.lo).toBe(0);
        expect(pieces.at(-1)?.hi).toBe(MOST);
        pieces.slice(1).forEach((piece, i) => {
          expect(piece.lo).toBe((pieces[i]?.hi ?? 0) + step);
        });
        for (const { lo, hi } of pieces) expect(lo).toBeLessThanOrEqual(hi);
      }),
    );
  });

  test('each piece lies wholly within a span, or wholly outside it', () => {
    fc.assert(
      fc.property(fc.array(spans(grain), { maxLength: 5 }), (list) => {
        for (const piece of cut(list, grain)) {
          for (const span of list) {
            const within = span.lo <= piece.lo && piece.hi <= span.hi;
            expect(overlaps(span, piece)).toBe(within);
          }
        }
      }),
    );
  });

  test('a span read back from its own words is the same span', () => {
    const written = fc
      .oneof(
        fc.nat(40).map((n) => `under ${n + 1}`),
        fc.nat(40).map((n) => `at most ${n}`),
        fc.nat(40).map((n) => `over ${n}`),
        fc.nat(40).map((n) => `at least ${n}`),
        fc.nat(40).map((n) => `${n}`),
      )
      .map((text) => parseSpan(text, grain) as Span);
    fc.assert(
      fc.property(written, (span) => {
        const words = spanInWords(span);
        const isExact = grain === 'between' && span.lo === span.hi;
        if (words !== 'any number' && !isExact) expect(parseSpan(words, grain)).toEqual(span);
      }),
    );
  });
});

test('what two spans allow together is what each allows', () => {
  fc.assert(
    fc.property(spans('between'), spans('between'), fc.nat(130), (a, b, n) => {
      const both = meet(a, b);
      const isIn = (span: Span | undefined) => span !== undefined && span.lo <= n && n <= span.hi;
      expect(isIn(both)).toBe(isIn(a) && isIn(b));
    }),
  );
});

describe('a span in words', () => {
  test.each<[Span, string]>([
    [{ lo: 0, hi: MOST }, 'any number'],
    [{ lo: 0, hi: 23 }, 'under 12'],
    [{ lo: 0, hi: 6 }, 'at most 3'],
    [{ lo: 24, hi: MOST }, 'at least 12'],
    [{ lo: 5, hi: MOST }, 'over 2'],
    [{ lo: 6, hi: 6 }, '3'],
    [{ lo: 6, hi: 7 }, '3'],
    [{ lo: 7, hi: 7 }, 'between 3 and 4'],
    [{ lo: 7, hi: 35 }, 'over 3 and under 18'],
    [{ lo: 6, hi: 34 }, 'at least 3 and at most 17'],
    [{ lo: 0, hi: 0 }, '0'],
    [{ lo: 2, hi: 4 }, 'at least 1 and at most 2'],
  ])('%o is "%s"', (span, words) => {
    expect(spanInWords(span)).toBe(words);
  });
});
