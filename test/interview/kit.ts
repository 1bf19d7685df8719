import type { CaseFile } from '../../src/case/file/case-schema.ts';
import { readCase } from '../../src/case/file/read-case.ts';
import type { CaseBasis } from '../../src/cases/reopen-case.ts';
import { agenda } from '../../src/interview/agenda/agenda.ts';
import { look } from '../../src/interview/agenda/case-view.ts';
import { catalogue } from '../../src/interview/agenda/catalogue.ts';
import type { Item } from '../../src/interview/agenda/item.ts';
import { askAnalysis } from '../../src/interview/ask/analysis.ts';
import { askEntries } from '../../src/interview/ask/entries/ask-entries.ts';
import { askPage } from '../../src/interview/ask/page.ts';
import { type InterviewEnd, interview } from '../../src/interview/flow/interview.ts';
import type { Ended, InterviewContext } from '../../src/interview/flow/interview-context.ts';
import { Session } from '../../src/interview/flow/session.ts';
import type { Prompter } from '../../src/interview/prompters/prompter.ts';
import type { Rulebook } from '../../src/policy/folder/rulebook.ts';
import { titles } from '../../src/report/words/titles.ts';
import { policies } from '../support/packs/policies.ts';

export const FOLDER = policies;
export const AS_AT = '2026-11-22';

/** A case file of the packs that the tests speak about. */
export const caseText = (rest: string, packs = '[repeat-plans]'): string =>
  `version: 1\ncase: EX-0900\npacks: ${packs}\n${rest}`;

export function fileFrom(text: string): CaseFile {
  const { file, diagnostics } = readCase(text);
  if (!file) throw new Error(diagnostics.map((d) => `${d.line}: ${d.says}`).join('\n'));
  return file;
}

export const bookOf = (text: string): Rulebook => FOLDER.bookFor(fileFrom(text));

/** A text as if it had been opened from a file. */
export const basisOf = (text: string, asAt = AS_AT): CaseBasis => ({
  path: 'case.yaml',
  config: undefined,
  policies: { layers: FOLDER.layers, library: FOLDER },
  book: bookOf(text),
  asAt,
});

/** Keys of what is still to be asked. */
export function keysFor(text: string, asked: readonly string[] = []): string[] {
  const book = bookOf(text);
  return agenda(catalogue(book), look(fileFrom(text), book, AS_AT), new Set(asked)).map(({ key }) => key);
}

/** A context of the interview, for asking one thing. */
export function sceneFor(text: string, prompter: Prompter): { session: Session; context: InterviewContext } {
  const session = new Session(basisOf(text), text, () => undefined, {
    changed: () => undefined,
    failed: () => undefined,
  });
  const items = catalogue(session.book);
  return { session, context: { session, prompter, items, titles: titles({}), width: 80, canGoBack: false } };
}

/** Asks one thing, on a screen of its own. */
export async function askOne(item: Item, context: InterviewContext): Promise<Ended> {
  if (item.kind === 'analysis') return askAnalysis(item, context);
  if (item.kind === 'looked_after' || item.kind === 'meetings')
    return askEntries({ ...item, kind: item.kind }, context);
  const { ended } = await askPage({ title: item.heading, items: () => [item] }, context);
  return ended;
}

/** Holds an interview about a text that is kept nowhere. */
export function hold(text: string, prompter: Prompter, asAt = AS_AT): Promise<InterviewEnd & { saved: string[] }> {
  const saved: string[] = [];
  const save = (now: string): undefined => void saved.push(now);
  return interview({ basis: basisOf(text, asAt), text, prompter, save }).then((sat) => ({
    ...sat,
    saved,
  }));
}
