/**
 * Breaks text into lines of at most `width` characters, each after `indent`; longer words stand alone.
 * What could steer a terminal does not come through.
 */
export function wrap(text: string, width: number, indent = ''): string {
  const room = Math.max(20, width - indent.length);
  const paragraphs = harmless(text).trimEnd().split('\n');
  const lines = paragraphs.flatMap((paragraph) => wrapParagraph(paragraph, room));
  return lines.map((line) => (line ? indent + line : line)).join('\n');
}

function wrapParagraph(paragraph: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.trim().split(/\s+/)) {
    if (line && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return [...lines, line];
}

/** A text behind a label of fixed width, wrapped so that the text stays in its column. */
export function labelled(label: string, text: string, column: number, width: number, indent = '  '): string {
  const lines = wrap(text, width - indent.length - column).split('\n');
  return lines.map((line, i) => `${indent}${(i === 0 ? label : '').padEnd(column)}${line}`.trimEnd()).join('\n');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The same on one line. */
export const oneLine = (text: string): string => harmless(text).replace(/\s+/g, ' ');

/** Text of a person without anything that could steer a terminal or turn the direction of reading. */
export const harmless = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNSAFE, '\ufffd');
