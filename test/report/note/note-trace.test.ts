import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/assess/case/assessment.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import type { Fields } from '../../../src/report/note/fields.ts';
import { noteFields } from '../../../src/report/note/note-fields.ts';
import { assessedFile, caseAt, caseFiles } from '../../support/cases.ts';
import { documents } from '../../support/documents.ts';
import { formsOf, orderOf, templates } from '../../support/notes.ts';
import { policies } from '../../support/packs/policies.ts';
import { factIsTraced, printed, valueAt } from '../../support/texts/trace.ts';

/** What templates look at to choose their words, and print nowhere else than in words of their own or of a pack. */
const TESTED =
  /(\.(state|outcome|template|kind|role|plan|told)|(on_plan_now|conference_sought|looked_after_now)\.value)$/;

/** Words of the packs and of the tool, the reference of the case, the day, and who it is written for. */
const NOT_OF_THE_CASE =
  /^(case|as_at|protect|not_a_decision|version|packs|sources\.\d+|problems\.\d+|not_in_play\.\d+|not_looked_at\.\d+|to_decide\.\d+|family\.(recipient|says\.\d+|calls\.\w+)|always\.\d+|more_tasks|answers\.\d+\.(title|says|safety|cites|clauses|always|hangs_on\.\d+|possible\.\d+|grounds\.\d+)|(people\.\d+\.|unrecorded\.\d+\.)?(tasks|unrecorded|first_tasks|maybe)\.\d+\.(who|mark|says|clauses|matters\.\d+)|(people|unrecorded)\.\d+\.(who|clauses)|done\.\d+\.(who|acts\.\d+\.clauses)|unknown\.\d+\.(label|kind)|factors\.(for|against|unknown)\.\d+\.(says|clauses)|reasons\.\d+\.title|dates\.\d+\.label|analyses\.\d+\.title|decisions\.\d+\.question|facts\..+\.label)$/;

/** Whether the value of a field stands in the case file, or is worked out of what stands there. */
function isTraced(path: string, fields: Fields, assessment: Assessment): boolean {
  const { file } = assessment;
  if (NOT_OF_THE_CASE.test(path)) return true;
  const [root, ...rest] = path.split('.') as [string, ...string[]];
  if (root === 'done') {
    const says = valueAt(fields, [root, Number(rest[0]), 'acts', Number(rest[2]), 'says']) as string;
    return pasts(assessment).some((past) => says.startsWith(past));
  }
  if (root === 'facts') return factIsTraced(rest.slice(0, -1).join('.'), assessment);
  if (root === 'family' && rest[0] === 'days') {
    return (documents.family_days[rest[1] as string] ?? []).some((fact) => factIsTraced(fact, assessment));
  }
  if (root === 'family') {
    const text = valueAt(fields, [root, rest[0] as string, Number(rest[1])]) as string | string[];
    const remarks = (documents.family_words[rest[0] as string] ?? []).map((fact) => remark(fact, assessment));
    return [...remarks, ...released(file)].some((words) => words !== undefined && words === [text].flat().join('\n'));
  }
  if (
    /^(dates\.\d+\.value|(people\.\d+\.)?(tasks|first_tasks)\.\d+\.due|reasons\.\d+\.(rests_on|changes)\.\d+|timeline)$/.test(
      path,
    )
  )
    return isAnyFactDrawn(assessment);
  if (/^unknown\.\d+\.(who|chase_by)$/.test(path)) return JSON.stringify(file).includes('"unknown"');
  if (root === 'analyses') return Object.keys(file.analysis ?? {}).length > 0;
  if (root === 'decisions') return (file.decisions ?? []).length > Number(rest[0]);
  const places: Record<string, readonly (string | number)[]> = {
    plans: ['previous_plans', 'plans', Number(rest[0])],
    current_plan: ['current_plan', rest[0] as string],
    child: ['child', rest[0] as string],
    authority: ['authority'],
  };
  return valueAt(file, places[root] ?? ['nowhere']) !== undefined;
}

/** How the packs tell what is done. */
const pasts = ({ packs }: Assessment): string[] =>
  packs.flatMap(({ pack }) => Object.values(pack.requirements).flatMap(({ past }) => past ?? []));

/** The remark on a fact, as it stands in the case file. */
const isAnyFactDrawn = ({ packs, sheet }: Assessment): boolean =>
  packs.some(({ facts }) => [...facts.keys()].some((fact) => sheet.states.get(fact) !== undefined));

function remark(fact: string, { sheet }: Assessment): string | undefined {
  const entry = sheet.states.get(fact)?.entry;
  return typeof entry === 'object' && 'note' in entry ? entry.note?.trim() : undefined;
}

/** The paragraphs that the worker has released for the family. */
const released = ({ analysis }: CaseFile): string[] =>
  Object.values(analysis ?? {}).flatMap(({ text, for_family }) =>
    [for_family?.parents, for_family?.child].flatMap((words) =>
      words === undefined ? [] : (words === 'whole' ? text : words).split(/\n\s*\n/).map((part) => part.trim()),
    ),
  );

/** Per form what it prints, and the fields from which. */
function printedOn(file: CaseFile) {
  const assessment = assessedFile(file);
  return formsOf(file).map(({ template, audience }) => {
    const fields = noteFields(orderOf(file, audience, assessment));
    return { form: template, assessment, fields, paths: printed(template, templates, fields, TESTED) };
  });
}

/** One case in three; each pack has some among them. */
const SOME = caseFiles.filter((_, i) => i % 3 === 0);

test.each(SOME)(
  'the notes on %s print no value but one that can be traced to the case file, a pack or the day',
  (path) => {
    for (const { form, assessment, fields, paths } of printedOn(caseAt(path))) {
      expect(paths.length, form).toBeGreaterThan(0);
      expect(
        paths.filter((name) => !isTraced(name, fields, assessment)),
        form,
      ).toEqual([]);
    }
  },
);

describe('a note on a case that holds nothing', () => {
  test.each(policies.names())('states nothing of it under %s', (pack) => {
    const bare: CaseFile = { version: 1, case: 'EX-0000', packs: [pack], as_at: '2026-11-20' };
    for (const { form, paths } of printedOn(bare)) {
      expect(
        paths.filter((name) => !NOT_OF_THE_CASE.test(name)),
        form,
      ).toEqual([]);
    }
  });
});

test('a value that stands nowhere is found', () => {
  const file = caseAt('cases/further-plan/second-plan-ready.yaml');
  const fields: Fields = { case: 'EX-0001', weather: 'fine', plans: [{ began: null, mood: 'good' }] };
  const paths = printed(
    'own.md',
    { 'own.md': '{{ case }} {{ weather }} {{ plans[0].began }} {{ child }}' },
    { ...fields, child: 'x' },
  );
  expect(paths.filter((name) => !isTraced(name, fields, assessedFile(file)))).toEqual(['weather', 'child']);
});
