import { join } from 'node:path';
import { readTemplates } from '../../files/policies/templates.ts';
import { onDisk } from '../../files/policies/text-folder.ts';
import { writeText } from '../../files/write/write-text.ts';
import type { Io } from '../../io.ts';
import { UserError } from '../../messages/errors.ts';
import { TemplateError, type TemplateSet } from '../../report/note/template.ts';

/** The shipped templates; those of an authority's own folder stand in their place where they have the same path. */
export function templatesFor(options: TemplateOptions, io: Io): TemplateSet {
  const shipped = readTemplates(io.shipped.templates);
  const own = templatesOf(options, io);
  return own === undefined ? shipped : { ...shipped, ...readTemplates(onDisk(own)) };
}

interface TemplateOptions {
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

/** Writes to a file where one is named, else to the screen. */
export function put(text: string, output: string | undefined, io: Io): void {
  if (output === undefined) io.out(text);
  else {
    writeText(output, text);
    io.err(`Written: ${output}\n`);
  }
}
