import { join } from 'node:path';
import type { Documents } from '../documents/schema.ts';
import { EXIT, type ExitCode, UserError } from '../errors.ts';
import { documentsOf } from '../files/documents.ts';
import { digestText } from '../files/policies.ts';
import { readText } from '../files/read-text.ts';
import type { Io } from '../io.ts';
import { type Audience, onQuestions, type Recipient, type Whom } from '../report/audience.ts';
import { inFormat, type NoteFormat, note } from '../report/note.ts';
import { titles } from '../report/titles.ts';
import { oneOf } from '../suggest.ts';
import { VERSION } from '../version.ts';
import { orTemplateFault, put, shelfFor } from './notes-shared.ts';
import { type CommonOptions, type Opened, openCase, policyFolder, stampsOf } from './shared.ts';

export interface RationaleOptions extends CommonOptions {
  readonly for: Whom;
  readonly form: string;
  readonly format: NoteFormat;
  readonly to?: string;
  readonly question?: string;
  readonly output?: string;
  readonly template?: string;
  readonly templates?: string;
}

/** `cpplan rationale`: the note for the child's file, and its forms for a conference and the family. */
export async function rationale(path: string, options: RationaleOptions, io: Io): Promise<ExitCode> {
  const opened = openCase(path, options, io);
  const { documents } = documentsOf(policyFolder(options, io).folder, join(io.assets, 'policies'));
  const assessment = onQuestions(opened.assessment, speaksOf(opened, options, documents));
  const markdown = orTemplateFault(() =>
    note({
      ...templateFor(options, documents, io),
      assessment,
      diagnostics: options.for === 'file' ? opened.diagnostics : [],
      title: titles(opened.book.vocabulary.vocabulary.roles),
      making: {
        version: VERSION,
        stamps: stampsOf(opened.book),
        caseDigest: digestText(opened.read.source.text),
      },
      audience: audienceOf(opened, options),
      familyWords: documents.family_words,
    }),
  );
  put(inFormat(markdown, options.format, assessment), options.output, io);
  return EXIT.done;
}

/** The questions that a form speaks of: those that the list of documents gives it, or the one that is asked for. */
function speaksOf(
  { assessment: { questions } }: Opened,
  { question, for: whom }: RationaleOptions,
  { notes }: Documents,
): (id: string) => boolean {
  const { only, leave_out: out } = notes[whom];
  const allowed = questions.map((q) => q.id).filter((id) => (only?.includes(id) ?? true) && !out?.includes(id));
  if (question !== undefined && !allowed.includes(question)) {
    throw new UserError(`--question ${question}: the form for the ${whom} speaks of ${oneOf(allowed)} in this case.`);
  }
  return (id) => allowed.includes(id) && (question === undefined || id === question);
}

function templateFor(options: RationaleOptions, { notes }: Documents, io: Io) {
  const { template, form, for: whom } = options;
  const shelf = shelfFor(options, io);
  if (template !== undefined) return { template, shelf: { ...shelf, [template]: readText(template) } };
  const { forms } = notes[whom];
  const name = forms[form];
  if (name) return { template: name, shelf };
  throw new UserError(`--form ${form}: the note for the ${whom} has the forms ${oneOf(Object.keys(forms))}.`);
}

const EVERYBODY: readonly Recipient[] = [
  { id: 'parent', role: 'parent' },
  { id: 'child', role: 'child' },
];

function audienceOf({ path, file }: Opened, { for: whom, to }: RationaleOptions): Audience {
  if (whom !== 'family') return { whom };
  const recipients = file.recipients ?? EVERYBODY;
  const recipient = recipients.find(({ id }) => id === to);
  if (recipient) return { whom, recipient };
  const known = oneOf(recipients.map(({ id }) => id));
  throw new UserError(
    `${path}: each member of the family has a form of their own: say for whom, with --to and one of ${known}.`,
  );
}
