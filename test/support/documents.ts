import { assess, type Rulebook } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/assess/assessment.ts';
import type { CaseFile } from '../../src/case/schema.ts';
import { type Offer, offersFor } from '../../src/documents/offer.ts';
import { documentsOf } from '../../src/files/documents.ts';
import { onDisk } from '../../src/files/text-folder.ts';
import { bookOf } from './cases.ts';

export const { documents } = documentsOf(onDisk('policies'), onDisk('policies'));

/** A case, assessed at its own date, and where each of its documents stands. */
export function offered(file: CaseFile, book: Rulebook = bookOf(file)): { assessment: Assessment; offers: Offer[] } {
  const assessment = assess(file, book, String(file.as_at));
  return { assessment, offers: offersFor(documents, assessment) };
}

/** Where one document stands. */
export function offerOf(name: string, file: CaseFile): Offer {
  const offer = offered(file).offers.find((o) => o.name === name);
  if (!offer) throw new Error(`The packs of case ${file.case} have no document ${name}.`);
  return offer;
}
