import type { Assessment } from '../assess/case/assessment.ts';
import { fill, type Shelf } from '../report/note/template.ts';
import type { Titles } from '../report/words/titles.ts';
import { documentFields } from './fields.ts';
import type { Offer } from './offer.ts';

/** A document that can be written, as Markdown. @throws TemplateError for a fault in its template */
export function writeDocument(offer: Offer, shelf: Shelf, assessment: Assessment, title: Titles): string {
  return fill(offer.document.template, shelf, documentFields(offer, assessment, title));
}
