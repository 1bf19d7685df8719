import type * as z from 'zod';
import { type Diagnostic, error, type Path } from '../../messages/diagnostic.ts';
import { known, names, type Safe, safe } from '../../messages/safe.ts';
import { didYouMean, oneOf, quoted } from '../../messages/suggest.ts';
import type { Source } from '../read.ts';
import { valueAt } from './best-branch.ts';
import { keysAt } from './schema-keys.ts';

/** What a schema finds wrong. */
export type Issue = z.core.$ZodIssue;

/** Faults that are listed of one file: whoever mends the first of them looks again. */
export const MOST = 100;

/** What is wrong with a text, with its path and words; the value at fault stands apart. */
export function explain(issue: Issue, source: Source, schema: z.ZodType): Diagnostic[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(schema, path);
    return issue.keys.slice(0, MOST + 1).map((key) => {
      return error('unknown_key', notHere(key, allowed), [...path, key], { at: 'key', shown: quoted(key) });
    });
  }
  const value = valueAt(source.value, path);
  const shown = shownOf(issue, value, source);
  const code = issue.code === 'invalid_type' ? safe`wrong_type` : safe`wrong_value`;
  return [error(code, words(issue, value, nameOf(path, schema)), path, shown === undefined ? {} : { shown })];
}

const notHere = (key: string, allowed: readonly Safe[]): Safe =>
  allowed.some((one) => one === key)
    ? safe`This key cannot stand beside the other keys here.`
    : safe`This key is not known here.${didYouMean(key, allowed)} Known: ${oneOf(allowed, 20)}.`;

/** The last key of a path, where the schema knows it: another may be a word that slipped out of its place. */
function nameOf(path: Path, schema: z.ZodType): Safe {
  const key = path.at(-1);
  if (key === undefined) return safe`The file`;
  const isKnown = typeof key === 'string' && keysAt(schema, path.slice(0, -1)).some((one) => one === key);
  return isKnown ? safe`\`${known(key)}\`` : safe`This`;
}

const isCustom = ({ code }: Issue): boolean => code === 'custom' || code === 'invalid_format';

function words(issue: Issue, value: unknown, name: Safe): Safe {
  if (isCustom(issue)) return known(issue.message);
  if (value === undefined) return safe`${name} is missing; it is needed here.`;
  if (issue.code === 'invalid_union' && issue.message !== NO_WORDS) return known(issue.message);
  if (isNumberForText(issue, value)) return safe`${name} must be text: put quotes round it.`;
  if (issue.code === 'invalid_key') return known(issue.issues[0]?.message ?? 'This key is not allowed.');
  if (issue.code === 'invalid_type') return safe`${name} must be ${article(issue.expected)}.`;
  if (issue.code === 'invalid_value') return safe`${name} must be ${oneOf(optionsOf(issue), 20)}.`;
  if (issue.code === 'invalid_union') return safe`${name} has none of the forms that are allowed here.`;
  if (issue.code === 'too_big' && issue.origin === 'array')
    return safe`${name} is too long: at most ${Number(issue.maximum)} are read.`;
  return safe`${name} does not fit: ${known(issue.message.charAt(0).toLowerCase() + issue.message.slice(1))}.`;
}

const optionsOf = (issue: Issue): Safe[] => (issue.code === 'invalid_value' ? names(issue.values.map(String)) : []);

/** What the library says of a union whose schema brings no words of its own. */
const NO_WORDS = 'Invalid input';

/** A reference such as 00123, or a paragraph such as 1.10, is a number to YAML, and would lose its noughts. */
const isNumberForText = (issue: Issue, value: unknown): boolean =>
  typeof value === 'number' &&
  (wantsText(issue) || (issue.code === 'invalid_union' && issue.errors.flat().some(wantsText)));

const wantsText = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.expected === 'string';

/** The value at fault as the reader of the file may see it, with what was meant where that can be told. */
function shownOf(issue: Issue, value: unknown, source: Source): string | undefined {
  if (issue.code === 'invalid_key') return quoted(String(issue.path.at(-1)));
  if (value === undefined || typeof value === 'object') return undefined;
  if (isNumberForText(issue, value)) {
    const written = asWritten(source, issue.path as Path);
    return `${quoted(written)} Write \`"${written}"\`.`;
  }
  return `${quoted(String(value), typeof value === 'string' ? optionsOf(issue) : [])}${meant(issue, value)}`;
}

/** A schema can bring a function along that tells what a wrong value may have been meant to be. */
function meant(issue: Issue, value: unknown): string {
  // biome-ignore lint/complexity/useLiteralKeys: TypeScript wants it so
  const tell: unknown = issue.code === 'custom' ? issue.params?.['meant'] : undefined;
  return typeof tell === 'function' ? String(tell(value)) : '';
}

/** A number as it stands in the text. */
function asWritten({ text, locate }: Source, path: Path): string {
  const { line, column } = locate(path);
  const rest = text.split('\n')[line - 1]?.slice(column - 1) ?? '';
  return /^[^\s,\]}#]*/.exec(rest)?.[0] ?? '';
}

function article(type: string): Safe {
  return ARTICLES[type] ?? known(type);
}

const ARTICLES: Readonly<Record<string, Safe>> = {
  object: safe`a group of keys`,
  record: safe`a group of keys`,
  array: safe`a list`,
  string: safe`text`,
  number: safe`a number`,
  int: safe`a whole number`,
  boolean: safe`true or false`,
};
