import { describe, expect, test } from 'vitest';
import { flipsOf } from '../../../src/assess/explain/flips.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { writeDocument } from '../../../src/documents/write.ts';
import { look } from '../../../src/interview/agenda/case-view.ts';
import { worksheetMarkdown } from '../../../src/interview/worksheet/markdown.ts';
import { sheetOf } from '../../../src/interview/worksheet/sheet.ts';
import { brief } from '../../../src/report/case/brief.ts';
import { explainText } from '../../../src/report/case/explain-text.ts';
import { fullScreen } from '../../../src/report/case/full-screen.ts';
import { noteFields } from '../../../src/report/note/note-fields.ts';
import { fill } from '../../../src/report/note/template.ts';
import { plainStyle } from '../../../src/report/words/style.ts';
import { assessedFile, bookOf, caseAt, caseFiles } from '../../support/cases.ts';
import { offered } from '../../support/documents.ts';
import { formsOf, orderOf, templates, title } from '../../support/notes.ts';
import { policies } from '../../support/packs/policies.ts';

const style = plainStyle(80);

const spaced = (id: string): string => id.replaceAll('_', ' ');

/** Every id of the packs that is no plain word: of rules, outcomes, questions, facts, roles and requirements. */
function idsOfPacks(): Set<string> {
  const { vocabulary } = policies.vocabulary();
  const ids = policies.names().flatMap((name) => {
    const { pack, facts } = policies.pack(name);
    const questions = Object.values(pack.questions);
    return [
      ...Object.keys(pack.roles ?? {}),
      ...Object.keys(pack.requirements),
      ...Object.keys(pack.indicators),
      ...Object.keys(pack.terms),
      ...Object.keys(pack.analyses ?? {}),
      ...facts.keys(),
      ...questions.flatMap((q) => [q.id, ...Object.keys(q.outcomes), ...q.stages.flatMap((s) => Object.keys(s.rules))]),
    ];
  });
  return new Set([...ids, ...Object.keys(vocabulary.roles)].filter((id) => id.includes('_')));
}

/** Every sentence that a pack or a template holds, and who is to decide: an id whose words stand there together reads as plain words. */
function wordsOfPacks(): string {
  const strings: string[] = [];
  const collect = (value: unknown, depth = 0): void => {
    if (typeof value === 'string') strings.push(value);
    else if (value instanceof Map) for (const inner of value.values()) collect(inner, depth + 1);
    else if (value && typeof value === 'object' && depth < 9)
      for (const one of Object.values(value)) collect(one, depth + 1);
  };
  for (const name of policies.names()) {
    const { pack, facts } = policies.pack(name);
    collect([pack, facts]);
  }
  collect([policies.vocabulary(), templates]);
  strings.push(...strings.filter((words) => words.length < 60).map((words) => `ready for the ${words} to decide`));
  return strings.join('\n').toLowerCase();
}

const IDS = idsOfPacks();
const WORDS = wordsOfPacks();
const SPACED = new Map(
  [...IDS].map((id) => [spaced(id), id]).filter(([words]) => !WORDS.includes(words as string)) as [string, string][],
);

/** Ids in a text for people, as they are or with spaces; commands to copy and the stamp are left out, by what a plan ended is in the file's own words, and each condition of an explanation stands on its line. */
function idsIn(text: string): string[] {
  const prose = text
    .replace(/^Stamp: .*$/m, '')
    .replace(/`[^`]*`/g, '')
    .replace(/cpplan .*$/gm, '')
    .replace(/, ended by /g, ', ended: ')
    .replace(/^\s*(?:true|false|open) /gm, '; ')
    .replaceAll('\\', '');
  const found = [...prose.matchAll(/\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b/g)].map(([id]) => id);
  return [...new Set([...found.filter((id) => IDS.has(id)), ...spacedIn(prose)])];
}

/** The ids as words, by the first of them. */
const BY_FIRST = new Map<string, string[][]>();
for (const words of [...SPACED.keys()].map((id) => id.split(' '))) {
  const [first = ''] = words;
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), words]);
}

/** The ids that stand in a text as a run of words that nothing but space parts. */
function spacedIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9\s]+/)
    .flatMap((part) => {
      const words = part.split(/\s+/);
      return words.flatMap((first, from) =>
        (BY_FIRST.get(first) ?? []).filter((id) => id.every((word, i) => words[from + i] === word)),
      );
    })
    .map((id) => id.join(' '));
}

function textsOf(file: CaseFile): [string, string][] {
  const assessment = assessedFile(file);
  const book = bookOf(file);
  const fields = formsOf(file).map(({ template, audience }) => {
    const note = fill(template, templates, noteFields(orderOf(file, audience, assessment)));
    return [template, note] as [string, string];
  });
  const { offers } = offered(file);
  const letters = offers.map(
    (offer) => [offer.name, writeDocument(offer, templates, assessment, title)] as [string, string],
  );
  const explained = { assessment, flips: flipsOf(file, book, assessment) };
  return [
    ['brief', brief({ assessment, title, problems: [], path: 'case.yaml' }, style)],
    ['full screen', fullScreen({ assessment, title, problems: [], path: 'case.yaml' }, style)],
    ['explain', explainText(explained, () => true, style)],
    ['worksheet', worksheetMarkdown(sheetOf(look(file, book, assessment.asAt)))],
    ...fields,
    ...letters,
    ['why not', offers.flatMap(({ missing }) => missing).join('\n')],
  ];
}

describe.each(caseFiles)('what is shown of %s', (path) => {
  test('holds no id, as it is or with spaces', () => {
    const found = textsOf(caseAt(path)).flatMap(([name, text]) => idsIn(text).map((id) => `${name}: ${id}`));
    expect(found).toEqual([]);
  });
});

test('an id is found, and one whose words a pack uses is not', () => {
  expect(idsIn('then: third ground shown or third_no_ground')).toEqual(['third_no_ground', 'third ground shown']);
  expect(idsIn('a social worker; `cpplan explain case.yaml third_no_ground`')).toEqual([]);
});
