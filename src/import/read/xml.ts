import { SaxesParser } from 'saxes';
import { type Safe, safe } from '../../messages/safe.ts';
import { FileFault } from './fault.ts';

/** What reads along: elements by their names without a prefix. */
export interface XmlListener {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text: (text: string) => void;
  close: () => void;
}

/** No return nests deeper than ten levels. */
const DEEPEST = 64;

const DOCTYPE = safe`This file declares a document type or entities, which are not read. Save it without the DOCTYPE.`;
const DEEP = safe`This file nests its elements more than ${DEEPEST} deep, which no return does.`;
/** The longest stretch without a tag, in characters: a text, a comment or an attribute. */
const LONGEST = 4_000_000;

const LONG = safe`This file has more than ${LONGEST} characters without a tag, which no return does.`;
const BROKEN = safe`This is not well-formed XML from here on. Export the file again.`;
const ENTITY = safe`An \`&\` stands here that is not written \`&amp;\`. Export the file again.`;
const CUT = safe`The file ends before it is complete, or an \`&\` in it is not written \`&amp;\`. Export the file again.`;

/** A parser of XML that streams, expands nothing, and knows where it is. */
export class XmlReader {
  private readonly parser = new SaxesParser({ position: true });
  private depth = 0;
  private tags = 0;
  private tagless = 0;
  private ending = false;

  constructor(listener: XmlListener) {
    const { parser } = this;
    parser.on('doctype', () => this.refuse(safe`xml_doctype`, DOCTYPE));
    parser.on('error', ({ message }) => this.wrong(message));
    parser.on('opentag', ({ name, attributes }) => {
      this.tags++;
      if (++this.depth > DEEPEST) this.refuse(safe`xml_too_deep`, DEEP);
      const colon = name.indexOf(':');
      listener.open(colon < 0 ? name : name.slice(colon + 1), attributes as Record<string, string>);
    });
    parser.on('closetag', () => {
      this.tags++;
      this.depth--;
      listener.close();
    });
    parser.on('text', (text) => listener.text(text));
    parser.on('cdata', (text) => listener.text(text));
  }

  /** Line and column of what was just told, from 1. */
  get line(): number {
    return this.parser.line;
  }
  get column(): number {
    return this.parser.columnIndex + 1;
  }

  /** @throws FileFault */
  write(text: string): void {
    const before = this.tags;
    this.parser.write(text);
    this.tagless = this.tags === before ? this.tagless + text.length : 0;
    if (this.tagless > LONGEST) this.refuse(safe`xml_too_long`, LONG);
  }

  /** The whole of a text in bytes, piece by piece. @throws FileFault */
  writeAll(bytes: Buffer): void {
    for (const text of piecesOf(bytes)) this.write(text);
    this.end();
  }

  /** @throws FileFault where the file is not whole */
  end(): void {
    this.ending = true;
    this.parser.close();
  }

  private wrong(message: string): never {
    if (this.ending) return this.refuse(safe`xml_cut`, CUT);
    return /entity/.test(message) ? this.refuse(safe`xml_entity`, ENTITY) : this.refuse(safe`xml_broken`, BROKEN);
  }

  private refuse(code: Safe, says: Safe): never {
    throw new FileFault(code, says, this.line, this.column);
  }
}

/** How much of a text is given to the parser at a time. */
const PIECE = 1 << 16;

/** UTF-8 as texts of a moderate length, without a mark at the beginning. */
export function* piecesOf(bytes: Buffer): Iterable<string> {
  const decoder = new TextDecoder('utf-8');
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
}
