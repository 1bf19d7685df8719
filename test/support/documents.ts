import { assess } from '../../src/assess/case/assess.ts';
import type { Assessment } from '../../src/assess/case/assessment.ts';
import type { CaseFile } from '../../src/case/file/case-schema.ts';
import { type Offer, offersFor } from '../../src/documents/offer.ts';
import { documentsOf } from '../../src/files/policies/documents.ts';
import { onDisk } from '../../src/files/policies/text-folder.ts';
import type { Rulebook } from '../../src/policy/folder/rulebook.ts';
import { assessedFile, caseAt, caseFiles } from './cases.ts';
import { policies } from './packs/policies.ts';

export const { documents } = documentsOf(policies.layers, onDisk('policies'));

/** A case, assessed, and where each of its documents stands. */
interface Offered {
  readonly assessment: Assessment;
  readonly offers: Offer[];
}

/** A case, assessed at its own date, and where each of its documents stands. */
export function offered(file: CaseFile, book?: Rulebook): Offered {
  const assessment = book ? assess(file, book, String(file.as_at)) : assessedFile(file);
  return { assessment, offers: offersFor(documents, assessment) };
}

/** Every worked case, offered once for all that a test file asks of it. */
export const offeredCases = (): readonly (readonly [CaseFile, Offered])[] =>
  caseFiles.map((path) => {
    const file = caseAt(path);
    return [file, offered(file)] as const;
  });

/** Where one document stands. */
export function offerOf(name: string, file: CaseFile): Offer {
  const offer = offered(file).offers.find((o) => o.name === name);
  if (!offer) throw new Error(`The packs of case ${file.case} have no document ${name}.`);
  return offer;
}
