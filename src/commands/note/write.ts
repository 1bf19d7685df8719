import { openCase } from '../../cases/open-case.ts';
import type { OpenedCase } from '../../cases/opened.ts';
import { wrongNames } from '../../documents/names.ts';
import { type Offer, offersFor } from '../../documents/offer.ts';
import { offersJson, offersText } from '../../documents/offers-text.ts';
import { writeDocument } from '../../documents/write.ts';
import { type DocumentsFiles, documentsOf } from '../../files/policies/documents.ts';
import { orThrow } from '../../files/policies/layer-files.ts';
import type { Io } from '../../io.ts';
import { place } from '../../messages/diagnostic.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { didYouMean, oneOf } from '../../messages/suggest.ts';
import { inFormat, type NoteFormat } from '../../report/note/note.ts';
import { titles } from '../../report/words/titles.ts';
import type { CommonOptions } from '../common-options.ts';
import { put } from '../put.ts';
import { styleFor } from '../style.ts';
import { noteForm, putWord } from './note-output.ts';
import { orTemplateFault, templatesFor } from './notes-shared.ts';

export interface WriteOptions extends CommonOptions {
  readonly format?: NoteFormat | 'json';
  readonly output?: string;
  readonly force?: boolean;
  readonly templates?: string;
}

/** `cpplan write`: the documents that a recommendation asks for; without a name, where each of them stands. */
export async function write(path: string, name: string | undefined, options: WriteOptions, io: Io): Promise<ExitCode> {
  const opened = await openCase(path, options, io);
  const list = documentsOf(opened.policies.layers, io.shipped.policies);
  checkNames(list, opened);
  const offers = offersFor(list.documents, opened.assessment);
  if (name === undefined && options.output !== undefined)
    throw new UserError(
      `-o is for one document: give its name as well. Known: ${oneOf(
        offers.map((offer) => offer.name),
        20,
      )}.`,
    );
  if (name === undefined) io.out(await listed(opened, offers, options, io));
  else await putDocument(opened, chosen(name, offers), options, io);
  return EXIT.done;
}

function checkNames({ files }: DocumentsFiles, { book }: OpenedCase): void {
  for (const { path, source, own } of files) {
    const wrong = book.packs.flatMap((pack) => wrongNames(own, pack));
    orThrow(path, { data: own, diagnostics: wrong.map((diagnostic) => place(diagnostic, source.locate)) });
  }
}

async function listed(
  { file, book }: OpenedCase,
  offers: readonly Offer[],
  options: WriteOptions,
  io: Io,
): Promise<string> {
  if (options.format === 'json') return offersJson(file.case, offers);
  return offersText(file.case, offers, titles(book.roles), await styleFor(options, io));
}

/** The offer of that name, where it can be written now. @throws UserError that says why it cannot */
function chosen(name: string, offers: readonly Offer[]): Offer {
  const names = offers.map((offer) => offer.name);
  const offer = offers.find((o) => o.name === name);
  if (!offer) {
    throw new UserError(
      `The packs of this case have no document \`${name}\`.${didYouMean(name, names)} Known: ${oneOf(names, 20)}.`,
    );
  }
  if (offer.state === 'due' || offer.state === 'written') return offer;
  const why = {
    not_yet: `It cannot be written yet. Missing: ${offer.missing.join(' ')}`,
    may_be_due: `We do not know yet if the procedure asks for it. That depends on: ${offer.missing.join('; ')}.`,
    not_asked: 'It is not asked for in this case.',
  }[offer.state];
  throw new UserError(`\`${name}\`: ${why}`);
}

/** Writes a document in the form that was asked for. */
async function putDocument(
  { file, asAt, assessment, book, policies }: OpenedCase,
  offer: Offer,
  options: WriteOptions,
  io: Io,
): Promise<void> {
  if (options.format === 'json') throw new UserError('--format json lists the documents; leave out the name.');
  const form = noteForm(options);
  const templates = templatesFor(options, policies.layers, io);
  const markdown = orTemplateFault(templates, () =>
    writeDocument(offer, templates.texts, assessment, titles(book.roles)),
  );
  if (form === 'word') await putWord({ markdown, foot: file.case, asAt }, file.case, options, io);
  else put(inFormat(markdown, form, assessment, { whom: offer.document.for }), { about: file.case }, options, io);
}
