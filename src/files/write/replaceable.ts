import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { holdsNoCase } from '../../check/not-a-case.ts';
import { FileError } from '../../messages/errors.ts';
import { known, type Safe, safe } from '../../messages/safe.ts';
import { readStamp } from '../../report/note/stamp.ts';
import type { FormName } from '../../report/run/forms.ts';
import { isReport } from '../../report/run/recognise.ts';
import { readYaml } from '../../yaml/read.ts';
import { shortDigest } from '../digest.ts';
import type { Standing } from './standing.ts';

/** What is to be written: a report of `check` in a form, a text about the case with this reference, or one that is known again by words at its beginning. */
export type Output =
  | { readonly report: FormName }
  | {
      readonly about: string;
      /** The words of a file that is no text, such as one of Word; undefined for any other. */
      readonly asText?: (bytes: Uint8Array) => string | undefined;
    }
  | { readonly marked: string };

/**
 * Refuses to put an output in the place of a file that may be the only one of its kind: a case file or a pack always,
 * a note that somebody edited and whatever is not known unless the person insists. @throws UserError
 */
export function refuseUnlessReplaceable({ path, stat }: Standing, output: Output, insists: boolean): void {
  const size = Number(stat?.size ?? 0);
  const words = 'about' in output && output.asText && size <= MOST_WORDS ? output.asText(allOf(path)) : undefined;
  const text = words ?? beginningAndEnd(path, size);
  if (text === '' || isOlder(text, output)) return;
  const kind = kindOf(path, text);
  if (kind) throw new FileError(path, safe`${known(kind)} stands there, and is never replaced. Choose another name.`);
  const why = insists ? undefined : whyNot(text, output);
  if (why) throw new FileError(path, safe`${why} Choose another name, or add --force to replace it.`);
}

/** Whether an older one of the same kind stands there: nobody writes in it. */
function isOlder(text: string, output: Output): boolean {
  if ('report' in output) return isReport(output.report, text);
  return 'marked' in output && text.slice(0, MARKED).includes(output.marked);
}

/** As much of a text as its mark stands in. */
const MARKED = 400;

function whyNot(text: string, output: Output): Safe | undefined {
  const note = readStamp(text, shortDigest);
  if (!note) return safe`another file stands there, and it is not known what is in it.`;
  if (!note.isAsMade) return safe`the note that stands there was changed by hand after it was made.`;
  if (!('about' in output)) return safe`a note on a case stands there.`;
  return note.stamp.case === output.about ? undefined : safe`a note on another case stands there.`;
}

/** Keys that stand at the top of files that people write by hand and the program reads; none of them is a case file. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  'a policy pack': ['pack'],
  'a file of procedures': ['facts', 'profiles', 'holidays', 'documents', 'waivers'],
  'a list of accepted findings': ['suppressions'],
};

/** The kind of a file that is never replaced; undefined for any other. */
function kindOf(path: string, text: string): string | undefined {
  const source = readYaml(text);
  const { value } = source;
  const byName = /\.ya?ml$/i.test(path) ? 'a file that may be a case file' : undefined;
  if (source.diagnostics.length > 0) return brokenKind(text) ?? byName;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return byName;
  const has = (key: string): boolean => Object.hasOwn(value, key);
  const known = Object.entries(KINDS).find(([, keys]) => keys.some(has));
  if (known && has('version')) return known[0];
  const isResult = has('tool') || has('questions') || has('$schema');
  return !isResult && !holdsNoCase(source) ? 'a case file' : byName;
}

/** A file that cannot be read as a whole is told by its keys. */
function brokenKind(text: string): string | undefined {
  const has = (key: string): boolean => new RegExp(`^[\\s{"']*${key}["']?\\s*:`, 'm').test(text);
  if (!has('version')) return undefined;
  return has('case') ? 'a case file' : has('pack') ? 'a policy pack' : undefined;
}

/** As much of a file as tells what it is: all of a small one. */
const ENOUGH = 2 * 1024 * 1024;

/** Largest file that is looked into for the note in it. */
const MOST_WORDS = 16 * ENOUGH;

const allOf = (path: string): Uint8Array => readFileSync(path);

function beginningAndEnd(path: string, size: number): string {
  const file = openSync(path, 'r');
  try {
    const part = (from: number, length: number): string => {
      const bytes = Buffer.alloc(Math.min(length, size));
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, bytes.length, from));
    };
    if (size <= ENOUGH) return part(0, size);
    return `${part(0, ENOUGH / 2)}\n${part(size - ENOUGH / 2, ENOUGH / 2)}`;
  } finally {
    closeSync(file);
  }
}
