import { openCase } from '../../cases/open-case.ts';
import type { OpenedCase } from '../../cases/opened.ts';
import { documentsFor } from '../../cases/policies.ts';
import type { Documents } from '../../documents/schema.ts';
import { readText } from '../../files/read-text.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, FileError, UserError } from '../../messages/errors.ts';
import { fileName, safe } from '../../messages/safe.ts';
import { oneOf } from '../../messages/suggest.ts';
import type { Whom } from '../../report/case/audience.ts';
import type { BlockName } from '../../report/note/block-names.ts';
import type { NoteFormat } from '../../report/note/note.ts';
import { markdownNote, stampOf } from '../../report/note/note-stamp.ts';
import { note } from '../../report/note/note-text.ts';
import { stampLine } from '../../report/note/stamp.ts';
import type { CommonOptions } from '../common-options.ts';
import { formFor } from '../output-form.ts';
import { put } from '../put.ts';
import { noteOrder, recipientsOf, speaksOf } from './note-order.ts';
import { noteForm, putWord } from './note-output.ts';
import { orTemplateFault, type Templates, templatesAsBuilt, templatesFor } from './notes-shared.ts';

export interface RationaleOptions extends CommonOptions {
  readonly for: Whom;
  readonly form?: string;
  readonly format?: NoteFormat;
  readonly to?: string;
  readonly question?: string;
  /** One part alone, for a box of a case system, and how many letters the box takes. */
  readonly block?: BlockName;
  readonly max?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly template?: string;
  readonly templates?: string;
}

/** `cpplan rationale`: the note for the child's file, and its forms for a conference and the family. */
export async function rationale(path: string, options: RationaleOptions, io: Io): Promise<ExitCode> {
  const opened = await openCase(path, options, io);
  const documents = await documentsFor(opened.policies, io);
  if (options.block !== undefined) return blockOf(opened, options.block, options, documents, io);
  if (options.max !== undefined) throw new UserError('--max is for one box: give --block as well.');
  checkAlive(opened, options.for);
  checkChoice(opened, options, documents);
  const { layers } = opened.policies;
  const templates = (await templatesAsBuilt(options, layers, io)) ?? templatesFor(options, layers, io);
  const order = {
    ...noteOrder(opened, options, documents),
    ...templateFor(options, documents, templates),
    diagnostics: options.for === 'file' ? opened.diagnostics : [],
  };
  const form = options.template === undefined ? formOf(options) : 'own';
  const name = { form: `${options.for}/${form}`, question: options.question };
  const about = opened.file.case;
  const made = noteForm(options);
  if (made === 'word') {
    const markdown = orTemplateFault(templates, () => note(order));
    const line = stampLine(stampOf(order, name, false, markdown));
    const print = options.for === 'family' ? 'large' : 'usual';
    const stamp = { line, digest: order.making.digest };
    await putWord({ markdown, foot: about, asAt: opened.asAt, print, stamp }, about, options, io);
  } else {
    // The code that turns Markdown into something else is loaded only for that
    const make = made === 'markdown' ? markdownNote : await importedForm(made);
    put(
      orTemplateFault(templates, () => make(order, name)),
      { about },
      options,
      io,
    );
  }
  return EXIT.done;
}

async function importedForm(made: NoteFormat): Promise<typeof markdownNote> {
  const { noteIn } = await import('../../report/note/note.ts');
  return (order, name) => noteIn(made, order, name);
}

/** One part of the note as plain text, never cut without saying so. */
async function blockOf(
  opened: OpenedCase,
  block: BlockName,
  options: RationaleOptions,
  documents: Documents,
  io: Io,
): Promise<ExitCode> {
  if (options.for !== 'file' || options.form !== undefined || options.template !== undefined)
    throw new UserError('--block is a part of the note for the file: leave out --for, --form and --template.');
  checkChoice(opened, options, documents);
  formFor(options, { '.txt': 'text' }, 'text');
  const most = options.max === undefined ? undefined : Number(options.max);
  if (most !== undefined && !(Number.isInteger(most) && most >= LEAST))
    throw new UserError(`--max ${options.max}: a box takes a whole number of letters, ${LEAST} or more.`);
  const templates = templatesFor(options, opened.policies.layers, io);
  const order = {
    ...noteOrder(opened, options, documents),
    template: `blocks/${block}.md`,
    templates: templates.texts,
  };
  const { pastedBlock } = await import('../../report/note/block.ts');
  const { text, left } = pastedBlock(
    orTemplateFault(templates, () => note({ ...order, diagnostics: [] })),
    most,
  );
  put(`${text}\n`, { about: opened.file.case }, options, io);
  if (left > 0)
    io.err(`It is too long for the box: ${left} letters are left out at the end, and its last line says so.\n`);
  return left > 0 ? EXIT.findings : EXIT.done;
}

/** The fewest letters of a box: room for a heading and for the line that says what is left out. */
const LEAST = 200;

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
