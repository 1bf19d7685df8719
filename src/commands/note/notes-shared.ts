import { join } from 'node:path';
import type { Layer } from '../../files/policies/layers.ts';
import { readTemplates, refuseUnsaidTemplates, templateFolders } from '../../files/policies/templates.ts';
import { onDisk } from '../../files/policies/text-folder.ts';
import type { Io } from '../../io.ts';
import { UserError } from '../../messages/errors.ts';
import type { ReadyTemplates } from '../../report/note/ready.ts';
import { keepReady, TemplateError, type TemplateSet } from '../../report/note/template.ts';

/** Templates by name, and the file of each. */
export interface Templates {
  readonly texts: TemplateSet;
  readonly paths: ReadonlyMap<string, string>;
}

/**
 * The shipped templates, those beside the packs of the folders of policies, and those of the folder that was named.
 * @throws UserError where a folder of policies has one of a name that is there, and does not say that it replaces it
 */
export function templatesFor(
  { templates }: TemplateOptions,
  layers: readonly Layer[],
  { shipped }: Pick<Io, 'shipped'>,
): Templates {
  const own = templates ?? shipped.beside.templates;
  const folders = [shipped.templates, ...templateFolders(layers), ...(own === undefined ? [] : [onDisk(own)])];
  refuseUnsaidTemplates(layers, shipped.templates);
  return {
    texts: Object.assign({}, ...folders.map(readTemplates)),
    paths: new Map(
      folders.slice(1).flatMap((folder) => folder.namesBelow('.md').map((name) => [name, join(folder.path, name)])),
    ),
  };
}

/** The same, where there are no others than the shipped ones, as they were when the program was built. */
export async function templatesAsBuilt(
  { templates }: TemplateOptions,
  layers: readonly Layer[],
  { shipped }: Pick<Io, 'shipped'>,
): Promise<Templates | undefined> {
  if ((templates ?? shipped.beside.templates) !== undefined || layers.some(({ manifest }) => manifest))
    return undefined;
  const { TEMPLATES } = await import('../../files/policies/templates.built.ts');
  if (!shipped.areAsBuilt(TEMPLATES.sizes, 'templates')) return undefined;
  keepReady(TEMPLATES.texts, TEMPLATES.ready as ReadyTemplates);
  return { texts: TEMPLATES.texts, paths: new Map() };
}

export interface TemplateOptions {
  readonly templates?: string;
}

/** A fault in a template as a sentence for whoever wrote it, with the path of the file. */
export function orTemplateFault<T>({ paths }: Templates, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new UserError(error.message.replace(error.template, paths.get(error.template) ?? error.template));
  }
}
