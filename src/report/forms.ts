import type { Level } from '../assess/check.ts';
import type { Report, RunHead } from '../check/checked.ts';
import type { Style } from './style.ts';

/** Makes a report of one form for a run. */
export type MakeReport = (run: RunHead, style: Style) => Report;

/** A form of report, loaded only when it is wanted. */
export interface Form {
  readonly load: () => Promise<MakeReport>;
  /** What it lists where nobody says: as much as makes the run fail, or everything. */
  readonly lists: 'failing' | 'everything';
}

/** Every form of report, by name. */
export const FORMS = {
  text: { load: () => import('./check-text.ts').then((m) => m.checkText), lists: 'failing' },
  json: { load: () => import('./check-json.ts').then((m) => m.checkJson), lists: 'everything' },
  junit: { load: () => import('./junit.ts').then((m) => m.junit), lists: 'everything' },
  sarif: { load: () => import('./sarif.ts').then((m) => m.sarif), lists: 'everything' },
  github: { load: () => import('./github.ts').then((m) => m.github), lists: 'failing' },
  gitlab: { load: () => import('./gitlab.ts').then((m) => m.gitlab), lists: 'everything' },
  markdown: { load: () => import('./check-markdown.ts').then((m) => m.checkMarkdown), lists: 'failing' },
  csv: { load: () => import('./csv.ts').then((m) => m.csv), lists: 'everything' },
} as const satisfies Record<string, Form>;

export type FormName = keyof typeof FORMS;

/** What a form lists in a run. */
export const showOf = (name: FormName, asked: Level | undefined, failOn: Level): Level =>
  asked ?? (FORMS[name].lists === 'failing' ? failOn : 'note');
