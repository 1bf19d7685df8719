import type { Assessment, QuestionResult } from '../../assess/case/assessment.ts';
import { sameAs } from '../../assess/case/decisions.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { readCase } from '../../case/file/read-case.ts';
import { agreesWith, openQuestions, recorded, type Whole } from '../../documents/record.ts';
import { readText } from '../../files/read-text.ts';
import { caseStore } from '../../files/write/write-text.ts';
import { EXIT, UserError } from '../../messages/errors.ts';
import { fileName } from '../../messages/safe.ts';
import { edited } from '../../yaml/write.ts';

/** A decision that people made, on a case as it stood when they were asked. */
export interface Decided {
  readonly path: string;
  /** The text of the case file on which they were asked. */
  readonly text: string;
  readonly question: QuestionResult;
  readonly said: Whole;
  /** The day at which the case was looked at. */
  readonly asAt: string;
  /** Assesses the case as its file stands now. */
  readonly assessed: () => Promise<Assessment>;
}

/**
 * Puts a decision behind those that the file holds at this moment. Gives a sentence where another hand has changed the
 * file since it was read. @throws UserError where that has changed what the procedure asks, or nothing can be written
 */
export async function saveDecision(decided: Decided): Promise<string | undefined> {
  const save = caseStore(decided.path);
  let news: string | undefined;
  for (let base = readText(decided.path); ; ) {
    const isAsRead = withoutMark(base) === withoutMark(decided.text);
    const question = isAsRead ? decided.question : await asItStands(decided);
    if (!isAsRead) news = newsOf(base, decided);
    const entry = recorded(decided.said, question, decided.asAt);
    const moved = save(edited(base, [{ path: ['decisions', decisionsIn(base).length], value: entry }]), base);
    if (!moved) return news;
    base = moved.changedTo;
  }
}

const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');

/** What people decided on is not what stands there now: trying again is of no use. */
export class Overtaken extends UserError {}

/** The question as the file stands now. */
async function asItStands({ path, question, said, assessed }: Decided): Promise<QuestionResult> {
  const open = openQuestions(await assessed());
  const now = open.find((one) => one.id === question.id && one.pack.pack.pack === question.pack.pack.pack);
  const agrees = now && agreesWith(now, said.outcome);
  const stands = now && (agrees === undefined ? sameAs(now.possible, question.possible) : agrees === said.agrees);
  if (now && stands) return now;
  throw new Overtaken(
    `${fileName(path)}: somebody changed this file meanwhile, and the procedure asks something else now. Nothing was written; run the command again.`,
    EXIT.failed,
  );
}

function newsOf(base: string, { question, text }: Decided): string {
  const on = (one: string): number => decisionsIn(one).filter((decision) => decision.question === question.id).length;
  const both =
    on(base) > on(text) ? ' It holds another decision on the same question now: both stand, this one last.' : '';
  return `The file was changed by another hand meanwhile. That change is kept, and the decision was added to it.${both}`;
}

/** A file that cannot be read is not written in. @throws UserError */
function decisionsIn(text: string): NonNullable<CaseFile['decisions']> {
  const { file } = readCase(text);
  if (file) return file.decisions ?? [];
  throw new UserError('The case file cannot be read any more. Nothing was written.', EXIT.failed);
}
