import type { Rulebook } from '../../src/assess/assess.ts';
import { readCase } from '../../src/case/read.ts';
import type { CaseFile } from '../../src/case/schema.ts';
import { PolicyFolder } from '../../src/files/policies.ts';
import { onDisk } from '../../src/files/text-folder.ts';
import { agenda } from '../../src/interview/agenda.ts';
import { catalogue } from '../../src/interview/catalogue.ts';
import { interview, type Sat } from '../../src/interview/loop.ts';
import type { Prompter } from '../../src/interview/prompter.ts';
import type { Scene } from '../../src/interview/scene.ts';
import { Session } from '../../src/interview/session.ts';
import { look } from '../../src/interview/view.ts';
import { titles } from '../../src/report/titles.ts';

export const FOLDER = new PolicyFolder(onDisk('policies'));
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

/** Keys of what is still to be asked. */
export function keysFor(text: string, asked: readonly string[] = []): string[] {
  const book = bookOf(text);
  return agenda(catalogue(book), look(fileFrom(text), book, AS_AT), new Set(asked)).map(({ key }) => key);
}

/** A scene of the interview, for asking one thing. */
export function sceneFor(text: string, prompter: Prompter): { session: Session; scene: Scene } {
  const session = new Session(
    text,
    bookOf(text),
    AS_AT,
    () => undefined,
    () => undefined,
  );
  const items = catalogue(session.book);
  return { session, scene: { session, prompter, items, titles: titles({}), width: 80, canGoBack: false } };
}

/** Holds an interview about a text that is kept nowhere. */
export function hold(text: string, prompter: Prompter, asAt = AS_AT): Promise<Sat & { saved: string[] }> {
  const saved: string[] = [];
  const save = (now: string): undefined => void saved.push(now);
  return interview({ path: 'case.yaml', text, book: bookOf(text), asAt, prompter, save }).then((sat) => ({
    ...sat,
    saved,
  }));
}
