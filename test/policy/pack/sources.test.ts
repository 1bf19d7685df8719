import { describe, expect, test } from 'vitest';
import { changedTerms } from '../../../src/assess/worked/changed-terms.ts';
import { sourceOf, sourcesOf } from '../../../src/policy/pack/sources.ts';
import { viewOfPack } from '../../../src/report/pack/pack-view.ts';
import { broken, compiled, type Edit, read } from '../../support/packs/broken-packs.ts';

const APPENDIX = '{title: Appendix B, publisher: nobody, edition: second, dated: May 2026, standing: For tests only.}';
const WITH: Edit = ['\nroles:\n', `\nsources: {appendix: ${APPENDIX}}\nroles:\n`];
const IN_IT: Edit = [
  'SD-2: {section: Panel, paragraph: 1,',
  'SD-2: {section: Panel, paragraph: 7.4.6, source: appendix,',
];
const TWO = compiled(broken(WITH, IN_IT));

describe('a pack of two documents', () => {
  test('knows in which each clause stands', () => {
    expect(sourcesOf(TWO.pack).map(({ title }) => title)).toEqual(['Invented procedure', 'Appendix B']);
    expect(sourceOf(TWO.pack, 'SD-1').title).toBe('Invented procedure');
    expect(sourceOf(TWO.pack, 'SD-2').edition).toBe('second');
  });

  test('names the document where a clause is listed', () => {
    const { clauses } = viewOfPack(TWO, (role) => role);
    expect(clauses.slice(0, 2).map(({ place }) => place)).toEqual([
      'Number, paragraph 1',
      'Appendix B, Panel, paragraph 7.4.6',
    ]);
  });

  test('is another pack where a document has another edition, or a clause stands in another', () => {
    const later = compiled(broken([WITH[0], WITH[1].replace('second', 'third')], IN_IT));
    expect(changedTerms(TWO, later)).toEqual([
      { what: 'document', id: 'appendix', part: 'edition', from: 'second', to: 'third' },
    ]);
    const moved = changedTerms(
      compiled(broken(WITH, ['SD-1: {', 'SD-1: {source: appendix, '])),
      compiled(broken(WITH)),
    );
    expect(moved.map(({ what, id }) => `${what} ${id}`)).toEqual(['clause SD-1']);
  });

  test.each([
    ['a document that is not listed', [WITH, ['SD-2: {', 'SD-2: {source: apendix, ']], 'unknown_name'],
    ['a document in which nothing stands', [WITH], 'source_unused'],
  ] satisfies readonly (readonly [string, readonly Edit[], string])[])('%s', (_, edits, code) => {
    expect(read(broken(...edits)).diagnostics.map((one) => one.code)).toContain(code);
  });
});

test.each([
  ['SD-7.4.6', true],
  ['SD-AppB.2', true],
  ['SD-B.2.1a', true],
  ['SD-12', true],
  ['SD-', false],
  ['SD-7..4', false],
  ['SD-app', false],
])('the clause id %s: %s', (id, right) => {
  const { data } = read(broken(['  SD-7: {', `  ${id}: {`]));
  expect(data !== undefined).toBe(right);
});
