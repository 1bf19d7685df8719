import { textOn } from '../../case/sheet/book-on.ts';
import { dayGiven } from '../../cases/day.ts';
import { digestOf } from '../../files/policies/digest.ts';
import type { PolicyFolder } from '../../files/policies/policy-folder.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode } from '../../messages/errors.ts';
import { fileName } from '../../messages/safe.ts';
import { REPLACEABLE } from '../../policy/folder/replaceable.ts';
import { sourcesOf } from '../../policy/pack/sources.ts';
import { clausesText, packText } from '../../report/pack/pack-text.ts';
import { viewOfPack } from '../../report/pack/pack-view.ts';
import type { Style } from '../../report/words/style.ts';
import { titles } from '../../report/words/titles.ts';
import { wrap } from '../../report/words/wrap.ts';
import type { CommonOptions } from '../common-options.ts';
import { styleFor } from '../style.ts';
import { policyFolder } from './folder.ts';

export interface PolicyListOptions extends CommonOptions {
  readonly format: 'text' | 'json';
}

export interface PolicyShowOptions extends PolicyListOptions {
  readonly clauses?: boolean;
}

/** `cpplan policy list`: the packs of a folder, with their sources and editions. */
export async function policyList(options: PolicyListOptions, io: Io): Promise<ExitCode> {
  const folder = policyFolder(options, io);
  const packs = folder.names().map((name) => folder.pack(name));
  if (options.format === 'json') {
    const list = packs.map((pack) => ({
      id: pack.pack.pack,
      version: pack.pack.version,
      published: String(pack.pack.published),
      digest: digestOf(pack),
      source: pack.pack.source,
      ...(pack.pack.sources && { sources: pack.pack.sources }),
      questions: Object.keys(pack.pack.questions),
    }));
    const replaces = folder.replaced().map(({ kind, id, reason }) => ({ [kind]: id, reason }));
    io.out(`${JSON.stringify({ version: 1, packs: list, replaces }, null, 2)}\n`);
    return EXIT.done;
  }
  const style = await styleFor(options, io);
  for (const { pack } of packs) {
    io.out(`${style.strong(pack.pack)} ${pack.version}, published ${pack.published}\n`);
    for (const { title, publisher, dated } of sourcesOf(pack))
      io.out(`${wrap(`${title}. From ${publisher}; ${dated}.`, style.width, '  ')}\n`);
    io.out(
      `${wrap(
        `Speaks on: ${Object.values(pack.questions)
          .map((q) => q.title.toLowerCase())
          .join(', ')}.`,
        style.width,
        '  ',
      )}\n`,
    );
  }
  io.out(layersText(folder, style));
  return EXIT.done;
}

/** On what a folder stands that extends another, and what it puts in the place of something there. */
function layersText({ layers }: PolicyFolder, style: Style): string {
  if (layers.length < 2) return '';
  const paths = layers.map(({ folder }) => fileName(folder.path)).toReversed();
  const lines = layers.flatMap(({ folder, manifest }) =>
    (manifest?.replaces ?? []).map(
      ({ kind, id, reason }) => `${fileName(folder.path)} replaces ${REPLACEABLE[kind]} \`${id}\`. Reason: ${reason}`,
    ),
  );
  const stands = `Folders, each extending those after it: ${paths.join(', ')}.`;
  return `${[stands, ...(lines.length > 0 ? lines : ['Nothing is replaced.'])].map((line) => wrap(line, style.width)).join('\n')}\n`;
}

/** `cpplan policy show`: one pack in words, or its clauses with what became of each. */
export async function policyShow(name: string, options: PolicyShowOptions, io: Io): Promise<ExitCode> {
  const folder = policyFolder(options, io);
  const day = dayGiven(options);
  const pack = day === undefined ? folder.pack(name) : textOn(folder.pack(name), day);
  const view = viewOfPack(pack, titles(folder.vocabulary().vocabulary.roles));
  if (options.format === 'json') {
    io.out(`${JSON.stringify({ version: 1, digest: digestOf(pack), pack: view }, null, 2)}\n`);
    return EXIT.done;
  }
  const style = await styleFor(options, io);
  io.out(options.clauses ? clausesText(view, style) : packText(view, style));
  return EXIT.done;
}
