import { EXIT, UserError } from './errors.ts';
import { fileName, type Safe } from './safe.ts';

/** How much a diagnostic matters: an error means that the file cannot be relied on. */
export type Severity = 'error' | 'warning' | 'note';

/** The way from the root of a YAML document to one of its values. */
export type Path = readonly (string | number)[];

/** A place in a text; both figures count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something said about a file (never about the case in it: that is a finding). */
export interface Diagnostic {
  /** Stable id, such as `unknown_key`. */
  readonly code: Safe;
  readonly severity: Severity;
  /** What is wrong, what was expected, what to do: nothing of what the file holds. */
  readonly says: Safe;
  /** The value at fault, and what it may have been meant to be: for the reader of the file alone. */
  readonly shown?: string;
  readonly path: Path;
  /** Points at the key in place of the value. */
  readonly at?: 'key' | 'value';
}

/** The same with its line and column. */
export type Placed<T> = T & Position;

/** Finds the place in a text of the value, or of the key, at a path. */
export type Locate = (path: Path, at?: 'key' | 'value') => Position;

/** Works out where in the text it is. */
export const place = <T extends Pick<Diagnostic, 'path' | 'at'>>(said: T, locate: Locate): Placed<T> => ({
  ...said,
  ...locate(said.path, said.at),
});

/** What a diagnostic may have beside its code, words and path. */
export type Extras = Pick<Diagnostic, 'shown' | 'at'>;

/** A code that is written out in our source, or that a pack defines: no text that is put together at run time. */
type Code<C extends string> = C & (string extends C ? never : unknown);

const said =
  (severity: Severity) =>
  <const C extends string>(code: Code<C>, says: Safe, path: Path, extras: Extras = {}): Diagnostic => ({
    code: code as string as Safe,
    severity,
    says,
    path,
    ...extras,
  });

/** The file cannot be relied on. */
export const error = said('error');

/** The file can be used, but should be looked at. */
export const warning = said('warning');

/** Nothing is wrong with the file, and somebody should know or answer it. */
export const note = said('note');

/** A diagnostic in full, for the reader of the file. */
export const inFull = ({ says, shown }: Pick<Diagnostic, 'says' | 'shown'>): string =>
  shown === undefined ? says : `${says} It reads ${shown}`;

/** A failure with a file that is not what it is to be, with every diagnostic on a line of its own. */
export function faultyFile(path: string, list: readonly Placed<Diagnostic>[]): UserError {
  const lines = (words: (said: Diagnostic) => string): string =>
    list.map((d) => `${fileName(path)}:${d.line}:${d.column}: ${words(d)} [${d.code}]`).join('\n');
  return new UserError(
    lines(({ says }) => says),
    EXIT.misuse,
    lines(inFull),
  );
}

/** Whether any of the diagnostics makes the file unreliable. */
export const hasErrors = (list: readonly Diagnostic[]): boolean => list.some(({ severity }) => severity === 'error');
