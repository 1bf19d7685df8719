import { type Safe, safe } from '../messages/safe.ts';

/** What the parser complains of, by the beginning of its own words, and how we say it. Its words may quote the file. */
const FAULTS: readonly (readonly [begins: string, says: Safe])[] = [
  ['bad indentation', safe`This line is not indented like the lines that it belongs with.`],
  ['deficient indentation', safe`This line is not indented far enough.`],
  ['tab characters', safe`A tab stands in the indentation: use spaces.`],
  ['a multiline key', safe`A line is missing its key, or the colon after it.`],
  ['can not read a block mapping entry', safe`A line is missing its key, or the colon after it.`],
  ["expected ':' after", safe`A colon is missing after this key.`],
  ['unexpected end of the stream within a double', safe`A double quotation mark is opened and not closed.`],
  ['unexpected end of the document within a double', safe`A double quotation mark is opened and not closed.`],
  ['unexpected end of the stream within a single', safe`A single quotation mark is opened and not closed.`],
  ['unexpected end of the document within a single', safe`A single quotation mark is opened and not closed.`],
  ['unexpected end of the stream within a flow', safe`A bracket is opened and not closed.`],
  ['missed comma', safe`A comma is missing between two values in brackets.`],
  [
    'unknown escape sequence',
    safe`A backslash in double quotation marks stands before a sign that it does not go with.`,
  ],
  ['the stream contains non-printable', safe`The file holds a sign that cannot be printed.`],
  ['nesting exceeded', safe`Values stand within one another too many times.`],
  ['tag ', safe`A tag (!) is not well formed. Tags are not used here: write the plain value.`],
  ['named tag', safe`A tag (!) is not well formed. Tags are not used here: write the plain value.`],
  ['undeclared tag', safe`Tags (!) are not used here: write the plain value.`],
  ['duplication of a', safe`A value has two tags (!) or two anchors (&). Neither is used here: write the plain value.`],
  ['a line break is expected', safe`Text that begins with | or > begins on the next line.`],
];

const OTHER = safe`Something here has no meaning in YAML.`;

/** What is wrong with a text that is no YAML, in words that quote nothing of it. */
export const syntaxFault = (reason: string, text: string, offset: number): Safe =>
  quotesMissing(reason, text, offset) ?? FAULTS.find(([begins]) => reason.startsWith(begins))?.[1] ?? OTHER;

/** What the parser takes for a fault of indentation or a missing comma, and is most often text that needs quotes. */
function quotesMissing(reason: string, text: string, offset: number): Safe | undefined {
  const isInBrackets = reason.startsWith('missed comma');
  if (!isInBrackets && !reason.startsWith('bad indentation')) return undefined;
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const [here = '', last = ''] = [text[offset], before.at(-1)];
  if (/["']/.test(last) && /\S/.test(here))
    return safe`Something follows a closing quotation mark. Put the other kind of quotation marks round the whole text.`;
  const begins = isInBrackets ? Math.max(...[...',{['].map((sign) => before.lastIndexOf(sign))) + 1 : 0;
  const value = before.slice(begins);
  const isColon = here === ':' && /:\s+\S/.test(value);
  if (isColon && isInBrackets)
    return safe`A comma is missing between two values in brackets, or a text holds a colon. Put a text with a colon in quotes.`;
  if (isColon) return safe`This text holds a colon, which begins a new value. Put the whole text in quotes.`;
  const isSign = /[-@`%?]/.test(here) && /:\s+$/.test(before);
  return isSign ? safe`A text that begins with this sign has to stand in quotes.` : undefined;
}
