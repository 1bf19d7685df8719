import type { Assessment } from '../assess/case/assessment.ts';
import { fill, type TemplateSet } from '../report/note/template.ts';
import type { Titles } from '../report/words/titles.ts';
import { documentFields } from './fields.ts';
import type { Offer } from './offer.ts';

/** A document that can be written, as Markdown. @throws TemplateError for a fault in its template */
export function writeDocument(offer: Offer, templates: TemplateSet, assessment: Assessment, title: Titles): string {
  return fill(offer.document.template, templates, documentFields(offer, assessment, title));
}
