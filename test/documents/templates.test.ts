import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assess/case/assessment.ts';
import type { CaseFile } from '../../src/case/file/case-schema.ts';
import { documentFields } from '../../src/documents/fields.ts';
import { wrongNames } from '../../src/documents/names.ts';
import { writeDocument } from '../../src/documents/write.ts';
import { documents, offered, offeredCases } from '../support/documents.ts';
import { templates, title } from '../support/notes.ts';
import { policies } from '../support/packs/policies.ts';
import { withFreeText } from '../support/texts/free-text.ts';
import { HOSTILE } from '../support/texts/hostile.ts';
import { idsIn } from '../support/texts/ids.ts';
import { parseCommonMark, parseGfm } from '../support/texts/markdown.ts';
import { factIsTraced, printed, valueAt } from '../support/texts/trace.ts';

const names = Object.keys(documents.documents);

const ALL = offeredCases();
const known = new Map(ALL);

/** A worked case is offered once for all the tests of this file; a changed one anew. */
const offeredOnce = (file: CaseFile) => known.get(file) ?? offered(file);

/** A document on a case, whether or not it is due there: every template is to hold on every case of its pack. */
function written(name: string, file: CaseFile): string {
  const { assessment, offers } = offeredOnce(file);
  const offer = offers.find((o) => o.name === name);
  return offer ? writeDocument(offer, templates, assessment, title) : '';
}

const texts = new Map<string, string>();

/** The same, made once for a worked case. */
function writtenOnce(name: string, file: CaseFile): string {
  const key = `${name} ${file.case}`;
  const text = texts.get(key) ?? written(name, file);
  texts.set(key, text);
  return text;
}

const casesOf = (name: string): CaseFile[] =>
  ALL.filter(([, { offers }]) => offers.some((offer) => offer.name === name)).map(([file]) => file);

test('the list of documents names only what its packs hold', () =>
  expect(policies.names().flatMap((pack) => wrongNames(documents, policies.pack(pack)))).toEqual([]));

test('every document has its template, and every template of a document its place in the list', () => {
  const used = Object.values(documents.documents).map(({ template }) => template);
  expect(
    Object.keys(templates)
      .filter((name) => name.startsWith('documents/'))
      .sort(),
  ).toEqual([...new Set(used)].sort());
});

describe.each(names)('%s', (name) => {
  const cases = casesOf(name);
  const headings = (text: string): unknown => parseCommonMark(text).headings;

  test('is asked for in some worked case, or was', () =>
    expect(cases.map((file) => offeredOnce(file).offers.find((o) => o.name === name)?.state)).toContain('due'));

  test('can be filled from every worked case of its pack, the same each time', () => {
    for (const file of cases) expect(written(name, file)).toBe(writtenOnce(name, file));
  });

  test('has the same headings in every case, and nothing but text without an id below them', () => {
    const [first] = cases;
    const expected = headings(written(name, first as CaseFile));
    const parts = /^(link|image|html|code|thematic|block_?quote|table|definition|yaml)/;
    for (const file of cases) {
      const text = writtenOnce(name, file);
      expect(headings(text)).toEqual(expected);
      expect(idsIn(text), file.case).toEqual([]);
      for (const parse of [parseCommonMark, parseGfm])
        expect(parse(text).parts.filter((part) => parts.test(part))).toEqual([]);
    }
  });

  test('has the same headings, whatever hostile text is put in every field of the case', () => {
    const [file] = cases as [CaseFile];
    const expected = headings(written(name, withFreeText(file, 'tame')));
    for (const text of HOSTILE) expect(headings(written(name, withFreeText(file, text))), text).toEqual(expected);
  });

  test('prints no value but one that can be traced to the case file, the pack or the day', () => {
    for (const file of cases) {
      const { assessment } = offeredOnce(file);
      const untraced = printedIn(name, file).filter((path) => !isTraced(path, assessment));
      expect(untraced, file.case).toEqual([]);
    }
  });

  test('of a case that holds nothing states nothing of it', () => {
    const packs = [documents.documents[name]?.pack ?? ''];
    const bare: CaseFile = { version: 1, case: 'EX-0000', packs, as_at: '2026-11-20' };
    expect(printedIn(name, bare).filter((path) => !OF_THE_PACK.test(path))).toEqual([]);
    expect(written(name, bare)).toContain('..........');
  });
});

/** The names of the fields whose values a document prints in a case. */
function printedIn(name: string, file: CaseFile): string[] {
  const { assessment, offers } = offeredOnce(file);
  const offer = offers.find((o) => o.name === name) as (typeof offers)[number];
  return printed(offer.document.template, templates, documentFields(offer, assessment, title));
}

/** Words of the pack, the reference of the case, the day, and what is worked out of them. */
const OF_THE_PACK =
  /^(case|as_at|protect|document\.\w+|roles\.\w+|analysis\.\w+\.title|findings\.\w+\.(says|label|who|clauses|items\.\d+\.\w+)|questions\.\w+\.(title|says|always|source|rules\.\d+)|facts\..+\.label)$/;

const isAnyFactDrawn = ({ packs, sheet }: Assessment): boolean =>
  packs.some(({ facts }) => [...facts.keys()].some((fact) => sheet.states.get(fact) !== undefined));

/** Whether the value of a field stands in the case file, or is worked out of what stands there. */
function isTraced(path: string, assessment: Assessment): boolean {
  const { file } = assessment;
  if (OF_THE_PACK.test(path)) return true;
  const [root, ...rest] = path.split('.') as [string, ...string[]];
  if (root === 'facts') {
    return factIsTraced(rest.slice(0, -1).join('.'), assessment);
  }
  if (root === 'findings') return isAnyFactDrawn(assessment) && /\.(due|done)$/.test(path);
  const places: Record<string, readonly (string | number)[]> = {
    plans: ['previous_plans', 'plans', Number(rest[0])],
    current_plan: ['current_plan', rest[0] as string],
    child: ['child', rest[0] as string],
    analysis: ['analysis', rest[0] as string],
    decision: ['decisions'],
    authority: ['authority'],
    family: ['family'],
  };
  return valueAt(file, places[root] ?? ['nowhere']) !== undefined;
}
