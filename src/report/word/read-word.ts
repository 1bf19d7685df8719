import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** Parts of a Word file that tell what a note says, and how it was made. */
const BODY = 'word/document.xml';
const PROPERTIES = 'docProps/custom.xml';

/** Largest part that is unpacked: many times the longest note. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The names of the properties that hold the stamp, piece by piece: Word keeps 255 letters of each. */
export const stampProperty = (n: number): string => `cpplan note ${n}`;

/** The words of a Word file and the stamp of a note behind them; undefined for what is no Word file. */
export function wordText(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => [BODY, PROPERTIES].includes(name) && originalSize <= MOST_BYTES,
    });
    const [body, properties] = [parts[BODY], parts[PROPERTIES]];
    if (!body) return undefined;
    return `${wordsOf(strFromU8(body))}\n${properties ? stampOf(strFromU8(properties)) : ''}`;
  } catch {
    // What cannot be unpacked or read is no note of ours
    return undefined;
  }
}

/** The words of a body: a line for each paragraph. What was deleted with changes tracked is gone. */
function wordsOf(xml: string): string {
  let text = '';
  let isText = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (name === 'w:t') isText = true;
    else if (name === 'w:tab') text += '\t';
    else if (name === 'w:br' || name === 'w:cr') text += '\n';
  });
  parser.on('text', (piece) => {
    if (isText) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') isText = false;
    else if (name === 'w:p') text += '\n';
  });
  parser.write(xml).close();
  return text;
}

/** The stamp in the properties; an empty text where there is none. */
function stampOf(xml: string): string {
  const pieces = new Map<string, string>();
  let name = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.name === 'property') name = String(tag.attributes.name ?? '');
  });
  parser.on('text', (piece) => void pieces.set(name, (pieces.get(name) ?? '') + piece));
  parser.write(xml).close();
  let stamp = '';
  for (let n = 1; pieces.has(stampProperty(n)); n++) stamp += pieces.get(stampProperty(n));
  return stamp;
}
