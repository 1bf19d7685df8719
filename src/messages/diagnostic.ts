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
export interface Diagnostic extends Position {
  /** Stable id, such as `unknown_key`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, what was expected, what to do. Never holds a value of the file: reports for CI show it. */
  readonly says: string;
  /** The value at fault, and what it may have been meant to be: for the eyes of whoever may see the file. */
  readonly found?: string;
  readonly path?: Path;
}

/** A diagnostic before its place in the text is worked out. */
export interface Remark {
  readonly code: string;
  readonly severity: Severity;
  readonly says: string;
  readonly found?: string;
  readonly path: Path;
  /** Points at the key in place of the value. */
  readonly at?: 'key' | 'value';
}

/** Finds the place in a text of the value, or of the key, at a path. */
export type Locate = (path: Path, at?: 'key' | 'value') => Position;

/** Gives a remark its line and column. */
export function place(remark: Remark, locate: Locate): Diagnostic {
  const { at, ...rest } = remark;
  return { ...rest, ...locate(remark.path, at) };
}

/** A diagnostic in full, with the value at fault. */
export const inFull = ({ says, found }: Pick<Diagnostic, 'says' | 'found'>): string =>
  found === undefined ? says : `${says} It reads ${found}`;

/** Whether any of the diagnostics makes the file unreliable. */
export const hasErrors = (list: readonly Diagnostic[]): boolean => list.some((d) => d.severity === 'error');
