import { isUtf8 } from 'node:buffer';
import type { ReturnFile } from '../reading.ts';

/** How the bytes of a file stand for text; `assumed` where they are neither Unicode nor marked. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Bytes of a mark at the beginning. */
  readonly mark: number;
  readonly assumed?: true;
}

const MARKS: readonly (readonly [string, Encoding])[] = [
  ['efbbbf', { name: 'utf-8', mark: 3 }],
  ['fffe', { name: 'utf-16le', mark: 2 }],
  ['feff', { name: 'utf-16be', mark: 2 }],
];

/** Looks at the bytes of a whole file: a mark decides, then NULs at every second byte, then whether they are UTF-8. */
export function encodingOf(file: ReturnFile, head: Uint8Array): Encoding {
  const first = Buffer.from(head.subarray(0, 3)).toString('hex');
  const marked = MARKS.find(([mark]) => first.startsWith(mark))?.[1];
  if (marked && marked.name !== 'utf-8') return marked;
  const wide = wideIn(head);
  if (wide) return { name: wide, mark: 0 };
  if (isAllUtf8(file)) return marked ?? { name: 'utf-8', mark: 0 };
  return { name: 'windows-1252', mark: marked?.mark ?? 0, assumed: true };
}

/** How many bytes are looked at for NULs. */
const SAMPLE = 64;

function wideIn(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(head.length, SAMPLE) & ~1;
  if (length < 4) return undefined;
  const noughts = [0, 0];
  for (let i = 0; i < length; i++) if (head[i] === 0) (noughts[i % 2] as number) += 1;
  const [even = 0, odd = 0] = noughts;
  const most = 0.4 * length;
  if (odd >= most && even === 0) return 'utf-16le';
  return even >= most && odd === 0 ? 'utf-16be' : undefined;
}

function isAllUtf8(file: ReturnFile): boolean {
  let rest: Uint8Array = new Uint8Array(0);
  for (const piece of file.pieces()) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const whole = wholeLength(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return false;
    rest = Uint8Array.from(bytes.subarray(whole));
  }
  return rest.length === 0;
}

/** The length without a character that is cut off at the end: it has at most four bytes. */
function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needs > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/**
 * The text of bytes, piece by piece. In one go this Node takes Windows-1252 for Latin-1, so that an apostrophe
 * becomes a control character; as a stream it does not.
 */
export function* decoded(pieces: Iterable<Uint8Array>, encoding: Encoding): Iterable<string> {
  const decoder = new TextDecoder(encoding.name, { ignoreBOM: true });
  for (const piece of pieces) yield decoder.decode(piece, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The text at the beginning of a file. */
export const headText = (head: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding.name, { ignoreBOM: true }).decode(head.subarray(encoding.mark), { stream: true });
