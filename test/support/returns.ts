import { readReturns } from '../../src/import/read-returns.ts';
import type { FileTally, Problem, ReturnFile } from '../../src/import/reading.ts';
import type { ChildRecords } from '../../src/import/records.ts';
import { visible } from '../../src/messages/safe.ts';

/** A return that is no file on the disk. */
export function inMemory(name: string, content: string | Uint8Array): ReturnFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { name, size: bytes.length, pieces: (from = 0) => piecesOf(bytes.subarray(from)) };
}

/** In pieces, as a file on the disk gives them. */
function* piecesOf(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

const PIECE = 1 << 18;

/** What was read: children by their ids, and everything that was said. */
export interface Given {
  readonly children: readonly ChildRecords[];
  readonly problems: readonly Problem[];
  readonly files: readonly FileTally[];
}

export const TODAY = '2026-11-26';

/** Reads returns to their end. */
export function given(files: readonly ReturnFile[], dataDate: string | null = '2026-03-31'): Given {
  const children: ChildRecords[] = [];
  const problems: Problem[] = [];
  const tallies: FileTally[] = [];
  for (const reading of readReturns(files, { today: TODAY, ...(dataDate !== null && { dataDate }) })) {
    if (reading.type === 'child') children.push(reading.child);
    if (reading.type === 'problem') problems.push(reading.problem);
    if (reading.type === 'file') tallies.push(reading.tally);
  }
  return { children, problems, files: tallies };
}

/** A problem as a person sees it. */
export function line({ place, says, shown, code }: Problem): string {
  const at = [place.file, place.sheet, place.line, place.column].filter((part) => part !== undefined).join(':');
  const where = [place.header, place.within].filter((part) => part !== undefined).join(', ');
  return `${at}${where === '' ? '' : ` (${where})`}: ${says}${shown === undefined ? '' : ` It reads ${shown}`} [${code}]`;
}

/** Everything that can come to an eye, as one text. */
export const everything = ({ children, problems, files }: Given): string =>
  visible(
    [JSON.stringify(children), ...problems.map(line), JSON.stringify(problems), JSON.stringify(files)].join('\n'),
  );

/** A value without its place. */
const bare = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  if ('value' in value && 'place' in value) return value.value;
  const kept = Object.entries(value).filter(([key]) => key !== 'place' && key !== 'source');
  return Object.fromEntries(kept.map(([key, inside]) => [key, bare(inside)]));
};

/** Children with their values alone, in the order of their ids; lists with nothing in them are left out. */
export const values = ({ children }: Given): unknown[] =>
  children
    .map((child) => bare(child) as Record<string, unknown>)
    .map((child) =>
      Object.fromEntries(Object.entries(child).filter(([, list]) => !Array.isArray(list) || list.length > 0)),
    )
    .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));

/** A census of these children, each as its XML. */
export const census = (children: string, date = '2026-03-31'): string =>
  `<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>${date.slice(0, 4)}</Year><ReferenceDate>${date}</ReferenceDate></CollectionDetails></Header>\n<Children>\n${children}\n</Children></Message>`;

/** A child of the census: its identifiers, and what lies in its case. */
export const censusChild = (id: string, about: string, inCase = ''): string =>
  `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID>${about}</ChildIdentifiers><CINdetails>${inCase}</CINdetails></Child>`;
