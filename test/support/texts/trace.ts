import type { Assessment } from '../../../src/assess/case/assessment.ts';
import type { Field, Fields } from '../../../src/report/note/fields.ts';
import { fill, type TemplateSet } from '../../../src/report/note/template.ts';

/** Each known value replaced by the name of its field, in marks. What a template only tests stays as it is. */
function named(value: Field, path: string, tested: RegExp): Field {
  if (typeof value === 'string') return tested.test(path) ? value : `\u27e6${path}\u27e7`;
  if (Array.isArray(value)) return value.map((item, i) => named(item, `${path}.${i}`, tested));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, named(inner, path ? `${path}.${key}` : key, tested)]),
  );
}

/** The names of the fields whose values a template prints. */
export function printed(
  template: string,
  templates: TemplateSet,
  fields: Fields,
  tested = /\.(state|outcome)$/,
): string[] {
  const text = fill(template, templates, named(fields, '', tested) as Fields);
  return [...text.replaceAll('\\', '').matchAll(/\u27e6(.*?)\u27e7/g)].map((match) => match[1] as string);
}

/** Whether the value of a fact stands in the case file, or is worked out of what stands there. */
export function factIsTraced(id: string, { file, sheet, packs }: Assessment): boolean {
  const at = sheet.states.get(id)?.path ?? [];
  return valueAt(file, at) !== undefined || packs.some((pack) => pack.facts.get(id)?.derive);
}

/** What stands at a path of a case file. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | undefined)?.[step], value);
}
