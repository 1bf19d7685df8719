import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { globMatcher, globRoot, ignoreMatcher } from '../../../src/files/find/glob.ts';

describe('a pattern', () => {
  test.each([
    ['a/*.yaml', 'a/b.yaml', true],
    ['a/*.yaml', 'a/b/c.yaml', false],
    ['a/**/*.yaml', 'a/b/c/d.yaml', true],
    ['a/**/*.yaml', 'a/d.yaml', true],
    ['**', 'a/b', true],
    ['a/EX-?.yaml', 'a/EX-1.yaml', true],
    ['a/EX-?.yaml', 'a/EX-12.yaml', false],
    ['a/EX-[12].yaml', 'a/EX-2.yaml', true],
    ['a/EX-[!12].yaml', 'a/EX-2.yaml', false],
    ['{a,b}/x.yaml', 'b/x.yaml', true],
    ['{a,b}/x.yaml', 'c/x.yaml', false],
    ['a.b/*.yaml', 'aXb/c.yaml', false],
    ['a(1)/*.yaml', 'a(1)/c.yaml', true],
    ['a+|b$^/*.yaml', 'a+|b$^/c.yaml', true],
    ['"a"/*.yaml', '"a"/c.yaml', true],
    ['!a*.yaml', '!ab.yaml', true],
    ['!a*.yaml', 'b.yaml', false],
    ['a{2}*.yaml', 'a2b.yaml', true],
    ['[ab]+*.yaml', 'a+b.yaml', true],
    ['[ab]+*.yaml', 'aab.yaml', false],
    ['a\\*.yaml', 'a\\b.yaml', true],
    ['@(a|b)*.yaml', 'ac.yaml', false],
    ['{a,b/{c,d}}/*.yaml', 'b/d/x.yaml', true],
    ['{a,b/{c,d}}/*.yaml', 'b/x.yaml', false],
    ['**/b/**/*-c-*.yaml', 'a/b/b/x/y-c-z.yaml', true],
    ['**/b/**/*-c-*.yaml', 'a/c/x/y-c-z.yaml', false],
    ['*é?.yaml', 'aé😀.yaml', true],
  ])('%s on %s: %s', (pattern, path, matches) => {
    expect(globMatcher(pattern)(path)).toBe(matches);
  });

  test('is looked for below the folder that it names', () => {
    expect([globRoot('a/b/*.yaml'), globRoot('*.yaml'), globRoot('/a/*/b')]).toEqual(['a/b', '.', '/a']);
  });

  test.each([
    ['archive', 'x/archive/a.yaml', true],
    ['/archive', 'x/archive/a.yaml', false],
    ['old/', 'old/a.yaml', true],
    ['x/*.yaml', 'x/a.yaml', true],
    ['x/*.yaml', 'y/x/a.yaml', false],
    ['*.bak.yaml', 'y/x/a.bak.yaml', true],
  ])('passes over by %s what is at %s: %s', (pattern, path, ignored) => {
    expect(ignoreMatcher([pattern])(path)).toBe(ignored);
  });
});

/** The same told letter by letter, in the plainest way; a pattern is a list of letters, `?`, `*`, `/`, `**` and classes. */
function plainly(pattern: readonly string[], path: string): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return path === '';
  if (first === '**/')
    return plainly(rest, path) || [...path].some((sign, i) => sign === '/' && plainly(rest, path.slice(i + 1)));
  if (first === '*') return plainly(rest, path) || (path !== '' && path[0] !== '/' && plainly(pattern, path.slice(1)));
  if (path === '' || (path[0] === '/') !== (first === '/')) return false;
  const fits =
    first === '?' ||
    (first.startsWith('[!') ? !first.slice(2, -1).includes(path[0] ?? '') : first.includes(path[0] ?? ''));
  return fits && plainly(rest, path.slice(1));
}

test('any pattern of these signs matches what it matches letter by letter', () => {
  const sign = fc.constantFrom(
    'a',
    'b',
    '.',
    '?',
    '*',
    '*',
    '/',
    '[ab]',
    '[!a]',
    '(',
    ')',
    '+',
    '|',
    '{',
    '$',
    '^',
    '-',
    ',',
    '"',
    '!',
  );
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '.', '(', '+', '-'), minLength: 1, maxLength: 6 });
  const paths = fc.array(
    name.filter((one) => !/^\.{1,2}$/.test(one)),
    { minLength: 1, maxLength: 4 },
  );
  const parts = fc.array(fc.array(sign, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(parts, fc.array(fc.boolean()), paths, (written, deep, names) => {
      const wanted = written.flatMap((part, i) => [
        ...(deep[i] ? ['**/'] : []),
        ...part.filter((one) => one !== '/'),
        '/',
      ]);
      const pattern = wanted.slice(0, -1);
      fc.pre(
        !pattern.join('').replaceAll('**/', '').includes('**') &&
          !/(^|\/)(\/|$|\.{1,2}(\/|$))|^\.\//.test(pattern.join('')),
      );
      expect(globMatcher(pattern.join(''))(names.join('/')), `${pattern.join('')} on ${names.join('/')}`).toBe(
        plainly(pattern, names.join('/')),
      );
    }),
    { numRuns: 5000 },
  );
});

describe('a hostile pattern is told as quickly as any other', () => {
  const name = `${'a'.repeat(250)}.yaml`;
  const deep = Array.from({ length: 2000 }, () => 'a').join('/');

  test.each([
    ['stars in one name', `${'*a'.repeat(400)}b.yaml`, name],
    ['stars and letters left open', `${'*?a'.repeat(300)}b.yaml`, name],
    ['stars and classes', `${'*[a-c]'.repeat(100)}b.yaml`, name],
    [
      'stars in several names',
      `${`${'*a'.repeat(20)}/`.repeat(20)}b.yaml`,
      `${`${'a'.repeat(250)}/`.repeat(20)}a.yaml`,
    ],
    ['folders', `${'**/a/'.repeat(190)}b.yaml`, deep],
    ['folders with stars in them', `${'**/*a*a/'.repeat(110)}b.yaml`, `${`${'a'.repeat(100)}/`.repeat(40)}a.yaml`],
    ['choices', `${'{a,*a,*,a*}'.repeat(3)}*b.yaml`, name],
    ['groups for a regular expression', '(a+)+*b.yaml', name],
    ['a repeated group behind a backslash', '\\(a+\\)+\\(a+\\)+*b.yaml', name],
  ])('with many %s', (_, pattern, path) => {
    const matches = globMatcher(pattern);
    for (let i = 0; i < 20; i++) expect(matches(path)).toBe(false);
    expect(ignoreMatcher([pattern])(path)).toBe(false);
  });
});

describe('a pattern is refused', () => {
  test.each([
    ['very long', '*'.repeat(1001), 'more than 1000 characters'],
    ['of many choices', '{a,b}'.repeat(7), 'more than 100 choices'],
    ['of very many choices', '{a,b}'.repeat(190), 'more than 100 choices'],
    ['of letters out of order', '[z-a].yaml', 'cannot be read'],
  ])('that is %s', (_, pattern, why) => {
    expect(() => globMatcher(pattern)).toThrow(why);
    expect(() => ignoreMatcher([pattern])).toThrow(why);
  });
});
