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
  /** One sentence: what is wrong, what was expected, what to do. */
  readonly says: string;
  readonly path?: Path;
}

/** A diagnostic before its place in the text is worked out. */
export interface Remark {
  readonly code: string;
  readonly severity: Severity;
  readonly says: string;
  readonly path: Path;
  /** Points at the key in place of the value. */
  readonly at?: 'key' | 'value';
}

/** Finds the place in a text of the value, or of the key, at a path. */
export type Locate = (path: Path, at?: 'key' | 'value') => Position;

/** Gives a remark its line and column. */
export function place(remark: Remark, locate: Locate): Diagnostic {
  const { code, severity, says, path, at } = remark;
  return { code, severity, says, path, ...locate(path, at) };
}

/** Whether any of the diagnostics makes the file unreliable. */
export const hasErrors = (list: readonly Diagnostic[]): boolean => list.some((d) => d.severity === 'error');
