import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TEMPLATES } from '../../../src/files/policies/templates.built.ts';
import type { Fields } from '../../../src/report/note/fields.ts';
import { madeReady } from '../../../src/report/note/make-ready.ts';
import { noteFields } from '../../../src/report/note/note-fields.ts';
import type { ReadyTemplates } from '../../../src/report/note/ready.ts';
import { fill, filledReady, keepReady, type TemplateSet } from '../../../src/report/note/template.ts';
import { assessedFile, caseAt, caseFiles } from '../../support/cases.ts';
import { formsOf, orderOf, templates } from '../../support/notes.ts';

const kept: TemplateSet = { ...templates };
keepReady(kept, TEMPLATES.ready as ReadyTemplates);

test('every note for the file is ready, and none for the family', () => {
  expect(Object.keys(TEMPLATES.ready.names).sort()).toEqual(
    ['actions', 'conference', 'full', 'short'].map((name) => `notes/${name}.md`),
  );
});

test.each(caseFiles.filter((_, i) => i % 12 === 0))(
  'a ready template fills the notes on %s as the engine does',
  (path) => {
    const file = caseAt(path);
    const assessment = assessedFile(file);
    for (const { template, audience } of formsOf(file)) {
      if (audience.whom === 'family') continue;
      const fields = noteFields(orderOf(file, audience, assessment));
      expect(filledReady(template, kept, fields), template).toBeDefined();
      expect(fill(template, kept, fields), template).toBe(fill(template, templates, fields));
    }
  },
);

test('what is wrong is told by the engine, with its place', () => {
  const { protect: _, ...others } = noteFields(orderOf(caseAt('cases/further-plan/second-plan-ready.yaml')));
  for (const set of [kept, templates])
    expect(() => fill('notes/full.md', set, others)).toThrow(/^parts\/head\.md:\d+:\d+: There is no field `protect`/);
});

const fields: Fields = {
  case: 'EX-0001 *',
  nothing: null,
  no: false,
  empty: '',
  none: [],
  seven: 7,
  child: { born: '2017', size: 'small', seven: null },
  tasks: [
    { says: 'do_it', kind: 'a', is_urgent: true, texts: ['one', 'two'] },
    { says: null, kind: 'b', is_urgent: false, texts: [] },
    { says: ['two', 'lines'], kind: 'a', is_urgent: null, texts: ['three'] },
  ],
  findings: { a: 'first', b: 'second' },
  template: 'part.md',
};

const way = fc.constantFrom(
  ...[
    'case',
    'nothing',
    'no',
    'empty',
    'none',
    'seven',
    'child.born',
    'child.size',
    'child.seven',
    'tasks',
    'template',
  ],
  ...['tasks.size', 'case.size', 'findings.size', 'none.size', 'tasks[0].says', 'tasks[1].says', 'tasks[2].texts'],
  ...['task.says', 'task.texts.size', 'forloop.first', 'forloop.last', 'findings[task.kind]', 'child.nothing', 'given'],
);
const literal = fc.constantFrom('"a"', '"b"', '7', '0', 'true', 'false', 'null', 'nil', '"EX-0001 *"');
const operand = fc.oneof({ weight: 3, arbitrary: way }, { weight: 1, arbitrary: literal });
const comparison = fc
  .tuple(operand, fc.constantFrom('==', '!=', '>', '<'), operand)
  .map(([a, operator, b]) => `${a} ${operator} ${b}`);
const condition = fc
  .array(fc.oneof(operand, comparison), { minLength: 1, maxLength: 3 })
  .chain((parts) => fc.constantFrom(' and ', ' or ').map((between) => parts.join(between)));
const filters = fc.constantFrom(
  ...['', '', ' | join: "; "', ' | map: "says"', ' | map: "kind" | join: ", "', ' | minus: 6', ' | where: "is_urgent"'],
  ...[
    ' | where: "kind", "a" | map: "kind" | join: "-"',
    ' | reject: "kind", "a"',
    ' | reject: "is_urgent"',
    ' | upcase',
  ],
);
const value = fc.tuple(operand, filters).map(([of, through]) => `${of}${through}`);

const { template } = fc.letrec((tie) => ({
  template: fc.array(tie('piece') as fc.Arbitrary<string>, { maxLength: 4 }).map((pieces) => pieces.join('')),
  piece: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('text ', ' \n', '- ', '{% include "part.md" %}', '{% include template %}', '{% include case %}'),
    value.map((said) => `{{ ${said} }}`),
    value.map((said) => `{%- assign given = ${said} -%}`),
    fc
      .tuple(condition, tie('template'), condition, tie('template'))
      .map(([when, a, or, b]) => `{% if ${when} %}${a}{% elsif ${or} %}${b}{% endif %}`),
    fc
      .tuple(condition, tie('template'), tie('template'))
      .map(([when, a, b]) => `{% unless ${when} %}${a}{% else %}${b}{% endunless %}`),
    fc
      .tuple(way, fc.constantFrom('', ' limit: 2', ' limit: 0', ' reversed'), tie('template'))
      .map(([of, most, a]) => `{% for task in ${of}${most} %}${a}{% endfor %}`),
  ),
})) as { template: fc.Arbitrary<string> };

test('whatever a template says, a ready one says it as the engine does, or leaves it to the engine', () => {
  let ready = 0;
  const check = (text: string): void => {
    const set: TemplateSet = { 'own.md': text, 'part.md': '({{ child.born }}{% assign given = seven %})' };
    const own = madeReady(set, 'own.md');
    const part = madeReady(set, 'part.md');
    if (!own || !part) return;
    const again = { ...set };
    keepReady(again, { pieces: { 'own.md': own.pieces, 'part.md': part.pieces }, names: { 'own.md': own.names } });
    if (filledReady('own.md', again, fields) === undefined) return;
    ready++;
    expect(fill('own.md', again, fields)).toBe(fill('own.md', set, fields));
  };
  fc.assert(fc.property(template, check), { numRuns: 2000 });
  expect(ready).toBeGreaterThan(300);
});
