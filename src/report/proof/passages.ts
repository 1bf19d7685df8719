/** Where a clause stands in its document. */
export interface Place {
  readonly section: string;
  readonly paragraph: string | number;
}

/** What a document says in the place of a clause, in the document's own words. */
export interface Passage {
  readonly text: string;
  /** The line of the document on which it begins. */
  readonly line: number;
}

interface Piece extends Passage {
  readonly heading: string | undefined;
  /** The number that it begins with, such as `2.1`. */
  readonly number: string | undefined;
}

/** A heading of Markdown, or one in bold at the beginning of a paragraph. */
const HEADING = /^(?:#{1,6} (.*)$|\*\*([^*]+)\*\*)/;
const NUMBER = /^(?:\*\*)?\(?((?:App(?:endix)?\.? [A-Z] )?\d+(?:\.\d+)*)[.)]?(?: |\*\*)/i;

/**
 * Finds the passage of a clause in a document of Markdown or plain text: by its number, as the document has it; else by
 * its heading and the place of the paragraph below it. Nothing where that is not clear.
 */
export function passageFinder(document: string): (place: Place) => Passage | undefined {
  const pieces = piecesOf(document);
  return ({ section, paragraph }) => {
    const below = pieces.filter(({ heading }) => heading !== undefined && inLetters(heading) === inLetters(section));
    const under = below[0]?.number?.split('.')[0];
    const wanted = [String(paragraph), ...(under === undefined ? [] : [`${under}.${paragraph}`])];
    const numbered = (list: readonly Piece[]): Piece[] =>
      list.filter(({ number }) => number !== undefined && wanted.some((one) => same(one, number)));
    const found = numbered(below).length > 0 ? numbered(below) : typeof paragraph === 'string' ? numbered(pieces) : [];
    const one = found.length === 1 ? found[0] : placeIn(below, paragraph);
    return one && { text: one.text, line: one.line };
  };
}

/** The paragraph in that place below its heading, counted up to the first that has a number of its own. */
function placeIn(below: readonly Piece[], paragraph: string | number): Piece | undefined {
  const end = below.findIndex(({ number }, i) => i > 0 && number !== undefined);
  return typeof paragraph === 'number' ? below.slice(0, end < 0 ? below.length : end)[paragraph - 1] : undefined;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A heading without its number, in small letters and figures alone. */
const inLetters = (heading: string): string =>
  heading
    .replace(/^\d+(?:\.\d+)*/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** The paragraphs of a document, each with the heading above it; a line that begins with a number begins one. */
function piecesOf(document: string): Piece[] {
  const pieces: Piece[] = [];
  let heading: string | undefined;
  let open: { lines: string[]; line: number; number: string | undefined } | undefined;
  const close = (): void => {
    const text = open?.lines.join(' ').replace(/\s+/g, ' ').trim();
    if (open && text) pieces.push({ text, line: open.line, heading, number: open.number });
    open = undefined;
  };
  for (const [i, raw] of document.split(/\r?\n/).entries()) {
    const line = raw.trim();
    const number = NUMBER.exec(line)?.[1];
    const head = HEADING.exec(line);
    if (line === '' || number !== undefined || head) close();
    if (head) heading = head[1] ?? head[2];
    const body = head ? line.replace(HEADING, '').trim() : line;
    if (body === '') continue;
    open ??= { lines: [], line: i + 1, number };
    open.lines.push(body);
  }
  close();
  return pieces;
}
