import type { Level } from '../../assess/case/concern.ts';
import type { Report, RunHead } from '../../check/checked.ts';
import type { Style } from '../words/style.ts';

/** Makes a report of one form for a run. */
export type MakeReport = (run: RunHead, style: Style) => Report;

/** A form of report, loaded only when it is wanted. */
export interface Form {
  readonly load: () => Promise<{ readonly report: MakeReport }>;
  /** What it lists where nobody says: as much as makes the run fail, or everything. */
  readonly lists: 'failing' | 'everything';
  /** Who or what reads it, for the documents. */
  readonly for: string;
}

/** Every form of report, by name; the first is the usual one. The options, the help and `docs/ci.md` follow this list. */
export const FORMS = {
  text: form(
    () => import('./check-text.ts'),
    'failing',
    'people: what to do in each case, and whose it is; faults of a file with their line',
  ),
  json: form(() => import('./check-json.ts'), 'everything', 'programs'),
  junit: form(() => import('./junit.ts'), 'everything', 'the test reports of nearly every CI'),
  sarif: form(() => import('./sarif.ts'), 'everything', 'code scanning: one rule for each rule, with its clauses'),
  github: form(() => import('./github.ts'), 'failing', 'remarks at the line in GitHub Actions'),
  gitlab: form(() => import('./gitlab.ts'), 'everything', 'code quality in GitLab'),
  markdown: form(() => import('./check-markdown.ts'), 'failing', 'a manager: by level, by clause, overdue, due next'),
  csv: form(() => import('./csv.ts'), 'everything', 'spreadsheets: a row for each finding'),
} as const satisfies Record<string, Form>;

export type FormName = keyof typeof FORMS;

/** Names of all forms, the usual one first. */
export const FORM_NAMES: readonly string[] = Object.keys(FORMS);

/** What a form lists in a run. */
export const showOf = (name: FormName, asked: Level | undefined, failOn: Level): Level =>
  asked ?? (FORMS[name].lists === 'failing' ? failOn : 'note');

function form(load: Form['load'], lists: Form['lists'], reader: string): Form {
  return { load, lists, for: reader };
}
