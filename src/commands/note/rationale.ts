import { openCase } from '../../cases/open-case.ts';
import type { OpenedCase } from '../../cases/opened.ts';
import type { Documents } from '../../documents/schema.ts';
import { documentsOf } from '../../files/policies/documents.ts';
import { readText } from '../../files/read-text.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, FileError, UserError } from '../../messages/errors.ts';
import { fileName, safe } from '../../messages/safe.ts';
import { oneOf } from '../../messages/suggest.ts';
import type { Whom } from '../../report/case/audience.ts';
import { type NoteFormat, noteIn } from '../../report/note/note.ts';
import type { CommonOptions } from '../common-options.ts';
import { put } from '../put.ts';
import { noteOrder, recipientsOf, speaksOf } from './note-order.ts';
import { orTemplateFault, type Templates, templatesFor } from './notes-shared.ts';

export interface RationaleOptions extends CommonOptions {
  readonly for: Whom;
  readonly form?: string;
  readonly format: NoteFormat;
  readonly to?: string;
  readonly question?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly template?: string;
  readonly templates?: string;
}

/** `cpplan rationale`: the note for the child's file, and its forms for a conference and the family. */
export async function rationale(path: string, options: RationaleOptions, io: Io): Promise<ExitCode> {
  const opened = await openCase(path, options, io);
  const { documents } = documentsOf(opened.policies.layers, io.shipped.policies);
  checkAlive(opened, options.for);
  checkChoice(opened, options, documents);
  const templates = templatesFor(options, opened.policies.layers, io);
  const order = {
    ...noteOrder(opened, options, documents),
    ...templateFor(options, documents, templates),
    diagnostics: options.for === 'file' ? opened.diagnostics : [],
  };
  const form = options.template === undefined ? formOf(options) : 'own';
  const name = { form: `${options.for}/${form}`, question: options.question };
  put(
    orTemplateFault(templates, () => noteIn(options.format, order, name)),
    { about: opened.file.case },
    options,
    io,
  );
  return EXIT.done;
}

/** Words of hope to a family whose child has died would be cruel. */
function checkAlive({ path, assessment: { sheet } }: OpenedCase, whom: Whom): void {
  if (whom !== 'family' || sheet.states.get('date_of_death')?.known === undefined) return;
  throw new FileError(
    path,
    safe`the case file records that the child has died. There is no form for the family then: speak with them in person.`,
  );
}

function checkChoice({ path, file, assessment }: OpenedCase, options: RationaleOptions, documents: Documents): void {
  const { for: whom, to, question } = options;
  const speaks: readonly string[] = assessment.questions.map((q) => q.id).filter(speaksOf(whom, documents, assessment));
  if (question !== undefined && !speaks.includes(question)) {
    throw new UserError(`--question ${question}: the form for the ${whom} speaks of ${oneOf(speaks)} in this case.`);
  }
  const known = recipientsOf(file).map(({ id }) => id);
  if (whom === 'family' && (to === undefined || !known.includes(to))) {
    const says = (whom: string): string =>
      `${fileName(path)}: each member of the family has a form of their own: say for whom, with --to and ${whom}.`;
    throw new UserError(says('an id from `recipients` in the case file'), EXIT.misuse, says(`one of ${oneOf(known)}`));
  }
}

/** The form that was asked for: one page for the file, everything for others, where nothing was said. */
const formOf = ({ form, for: whom }: RationaleOptions): string => form ?? (whom === 'file' ? 'short' : 'full');

function templateFor(options: RationaleOptions, { notes }: Documents, { texts: templates }: Templates) {
  const { template, for: whom } = options;
  const form = formOf(options);
  if (template !== undefined) return { template, templates: { ...templates, [template]: readText(template) } };
  const { forms } = notes[whom];
  const name = forms[form];
  if (name) return { template: name, templates };
  throw new UserError(`--form ${form}: the note for the ${whom} has the forms ${oneOf(Object.keys(forms))}.`);
}
