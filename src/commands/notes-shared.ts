import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { readShelf } from '../files/templates.ts';
import { writeText } from '../files/write-text.ts';
import type { Io } from '../io.ts';
import { type Shelf, TemplateError } from '../report/template.ts';

/** The shipped templates; those of an authority's own folder stand in their place where they have the same path. */
export function shelfFor({ templates }: { readonly templates?: string }, io: Io): Shelf {
  const shipped = readShelf(join(io.assets, 'templates'));
  return templates === undefined ? shipped : { ...shipped, ...readShelf(templates) };
}

/** A fault in a template as a sentence for whoever wrote it, with the path of the file. */
export function orTemplateFault<T>({ templates }: { readonly templates?: string }, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const own = templates === undefined ? error.template : join(templates, error.template);
    throw new UserError(error.message.replace(error.template, existsSync(own) ? own : error.template));
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
