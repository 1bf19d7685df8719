import { describe, expect, test } from 'vitest';
import type { Fields } from '../../../src/report/note/fields.ts';
import { fill, type TemplateError } from '../../../src/report/note/template.ts';
import { fullCase, noteBy, templates } from '../../support/notes.ts';

const fields: Fields = {
  case: 'EX-0001',
  nothing: null,
  child: { born: '2017', name_of_post: 'SW 1' },
  tasks: [{ says: 'do it', clauses: 'X-1' }],
  none: [],
};

const filled = (template: string, parts = {}): string => fill('own.md', { 'own.md': template, ...parts }, fields);

function fault(template: string, parts = {}): string {
  try {
    return `filled: ${filled(template, parts)}`;
  } catch (error) {
    return (error as TemplateError).message;
  }
}

describe('a template', () => {
  test('is filled with fields, and what is not known is visibly blank', () =>
    expect(filled('{{ case }}, born {{ child.born }}, {{ nothing }}.')).toBe('EX-0001, born 2017, ...........\n'));

  test('may include shared parts', () =>
    expect(
      filled('{% for task in tasks %}{% include "part.md" %}{% endfor %}', { 'part.md': '- {{ task.says }}' }),
    ).toBe('- do it\n'));

  test('keeps text in curly brackets as text when it stands in a value', () =>
    expect(fill('a', { a: '{{ case }}' }, { case: '{{ 7 }} {% x %}' })).toBe('{{ 7 }} {% x %}\n'));
});

describe('a fault is told with its line and column', () => {
  test.each([
    ['a misspelt field', 'one\n{{ chase }}', 'own.md:2:4: There is no field `chase`. Did you mean `case`?'],
    [
      'a field in a part that this case does not reach',
      '{% if nothing %}\n\n  {{ child.borne }}{% endif %}',
      'own.md:3:6: There is no field `child.borne`. Did you mean `born`?',
    ],
    [
      'a field of an item',
      '{% for task in tasks %}\n{{ task.sayz }}{% endfor %}',
      'own.md:2:4: There is no field `task.sayz`.',
    ],
    ['a filter', '{{ case | upcaze }}', 'own.md:1:1: There is no filter `upcaze`. Did you mean `upcase`?'],
    ['a tag', 'x\n{% iff case %}{% endif %}', 'own.md:2:1: There is no tag `iff`. Did you mean `if`?'],
    ['a tag left open', '{% if case %}', 'own.md:1:1: This template cannot be read: tag {% if case %} not closed.'],
    [
      'a part that is not there',
      '\n{% include "parts/other.md" %}',
      'own.md:2:1: There is no part `parts/other.md` to include.',
    ],
  ])('%s', (_, template, expected) => expect(fault(template)).toContain(expected));

  test('a field in a shared part, with the name of the part', () =>
    expect(fault('{% include "part.md" %}', { 'part.md': '\n{{ wrong }}' })).toContain(
      'part.md:2:4: There is no field `wrong`.',
    ));
});

describe('a template cannot run code, read a file or look at a clock', () => {
  test.each([
    ['{{ case.constructor }}', 'There is no field `case.constructor`'],
    ['{{ child.__proto__ }}', 'There is no field `child.__proto__`'],
    ['{{ case | raw }}', 'There is no filter `raw`'],
    ['{{ "now" | date: "%s" }}', 'There is no filter `date`'],
    ['{{ tasks | sample }}', 'There is no filter `sample`'],
    ['{% include "/etc/passwd" %}', 'There is no part `/etc/passwd` to include'],
    ['{% include "../../package.json" %}', 'There is no part `../../package.json` to include'],
    ['{% layout "x" %}', 'There is no tag `layout`'],
    ['{% tablerow i in tasks %}{% endtablerow %}', 'There is no tag `tablerow`'],
    ['{% for i in (1..1000000000) %}x{% endfor %}', 'This template cannot be read'],
  ])('%s', (template, expected) => expect(fault(template)).toContain(expected));
});

test('an own template is filled with the fields of the note', () =>
  expect(
    noteBy('own.md', { ...templates, 'own.md': '# {{ case }}\n\n{% include "parts/tasks.md" %}' }, fullCase()),
  ).toMatch(/^# EX-0001\n\n- \*\*Service Manager:\*\* Further plan: decide/));
