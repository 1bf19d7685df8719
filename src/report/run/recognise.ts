import type { FormName } from './forms.ts';

/** How a report of each form can be told from every other file, by its beginning or its end. */
const MARKS: Readonly<Record<FormName, RegExp>> = {
  text: /^\d+ case files? checked at .+: \d+ error, /m,
  json: /^\{"version":\d+,"tool":"cpplan /,
  junit: /^<\?xml [^>]*>\s*<testsuites>\s*(?:<testsuite [^>]*package="cpplan"|<\/testsuites>\s*$)/,
  sarif: /^\{"\$schema":"[^"]*\/sarif-2\.1\.0\.json".*?(?:"cpplan\/v\d|"name":"cpplan")/s,
  github: /^\d+ case files? checked at .+: \d+ error, /m,
  gitlab: /^\[\s*(?:\{"description":"[^\n]*"check_name":"[^\n]*"fingerprint":|\]\s*$)/,
  markdown: /^# Check of case files at /,
  csv: /^as_at,file,line,column,case,level,about,pack,rule,clauses,/,
};

/** Whether a text, or the beginning and the end of a long one, is a report of this form. */
export const isReport = (form: FormName, text: string): boolean => MARKS[form].test(text);
