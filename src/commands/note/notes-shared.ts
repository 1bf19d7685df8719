import { join } from 'node:path';
import { readTemplates } from '../../files/policies/templates.ts';
import { onDisk } from '../../files/policies/text-folder.ts';
import { openOutput } from '../../files/write/output.ts';
import type { Io } from '../../io.ts';
import { UserError } from '../../messages/errors.ts';
import { fileName } from '../../messages/safe.ts';
import { TemplateError, type TemplateSet } from '../../report/note/template.ts';

/** The shipped templates; those of an authority's own folder stand in their place where they have the same path. */
export function templatesFor(options: TemplateOptions, io: Io): TemplateSet {
  const shipped = readTemplates(io.shipped.templates);
  const own = templatesOf(options, io);
  return own === undefined ? shipped : { ...shipped, ...readTemplates(onDisk(own)) };
}

export interface TemplateOptions {
  readonly templates?: string;
}

/** The authority's own folder of templates: the one named, else the one beside the executable. */
export const templatesOf = ({ templates }: TemplateOptions, { shipped }: Io): string | undefined =>
  templates ?? shipped.beside.templates;

/** A fault in a template as a sentence for whoever wrote it, with the path of the file. */
export function orTemplateFault<T>(templates: string | undefined, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const isOwn = templates !== undefined && onDisk(templates).has(error.template);
    throw new UserError(isOwn ? error.message.replace(error.template, join(templates, error.template)) : error.message);
  }
}

/** Where a text about a case goes, as commander gives it. */
interface OutputOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** Writes a text about the case with this reference to a file where one is named, else to the screen. @throws UserError */
export function put(text: string, about: string, { output, force }: OutputOptions, io: Io): void {
  if (output === undefined) {
    io.out(text);
    return;
  }
  const file = openOutput(output, { about }, force === true);
  file.write(text);
  file.finish();
  io.err(`Written: ${fileName(output)}\n`);
}
