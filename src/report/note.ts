import type { Assessment } from '../assess/assessment.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type Making, noteFields } from './note-fields.ts';
import { fill, type Shelf } from './template.ts';
import type { Titles } from './titles.ts';

/** A note on a case, as Markdown, by a template of a shelf. @throws TemplateError for a fault in a template */
export function note(
  template: string,
  shelf: Shelf,
  assessment: Assessment,
  diagnostics: readonly Diagnostic[],
  title: Titles,
  making: Making,
): string {
  return fill(template, shelf, noteFields(assessment, diagnostics, title, making, shelf));
}
