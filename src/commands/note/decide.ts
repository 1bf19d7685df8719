import type { QuestionResult } from '../../assess/case/assessment.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import { openCase } from '../../cases/open-case.ts';
import type { OpenedCase } from '../../cases/opened.ts';
import { agreesWith, openQuestions, type Said, type Whole } from '../../documents/record.ts';
import { readInput } from '../../files/read-input.ts';
import { DraftFolder } from '../../files/write/drafts.ts';
import { lockCase } from '../../files/write/lock-case.ts';
import { prompterFor, widthOf } from '../../interview/flow/hold-interview.ts';
import { Stopped } from '../../interview/prompters/prompter.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { fileName } from '../../messages/safe.ts';
import { didYouMean, oneOf } from '../../messages/suggest.ts';
import { endsInWords } from '../../report/case/headline.ts';
import { endInWords } from '../../report/case/summary-answers.ts';
import { type Titles, titles } from '../../report/words/titles.ts';
import type { CommonOptions } from '../common-options.ts';
import { resultText } from '../screen.ts';
import { styleFor } from '../style.ts';
import { askDecision, askQuestion, type DecisionForm, REASON_KEPT } from './ask-decision.ts';
import { faultsOf, stillNeeded } from './decision-faults.ts';
import { type Decided, Overtaken, saveDecision } from './save-decision.ts';

export interface DecideOptions extends CommonOptions {
  readonly question?: string;
  readonly outcome?: string;
  readonly by?: string;
  readonly post?: string;
  readonly date?: string;
  readonly agrees?: boolean;
  readonly departs?: boolean;
  readonly reasonCode?: string;
  readonly reason?: string;
  readonly reasonFrom?: string;
}

/** `cpplan decide`: records in the case file what people decided, apart from what the procedure asks. */
export async function decide(path: string, options: DecideOptions, io: Io): Promise<ExitCode> {
  const release = lockCase(path, io);
  try {
    return await record(await openCase(path, options, io), options, io);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    io.err('\nStopped. No decision was recorded.\n');
    return EXIT.interrupted;
  } finally {
    release();
  }
}

async function record(opened: OpenedCase, options: DecideOptions, io: Io): Promise<ExitCode> {
  const { path, assessment, book } = opened;
  const roles = Object.keys(book.roles);
  const title = titles(book.roles);
  const { asAt } = assessment;
  const canAsk = io.interactive || options.plain === true;
  const prompter = canAsk ? await prompterFor(options.plain === true, widthOf(io), io) : undefined;
  const form = prompter && {
    prompter,
    title,
    roles,
    asAt,
    drafts: new DraftFolder(path, { interactive: false, env: {} }),
  };
  try {
    const question = await chosen(opened, options, form);
    form?.prompter.say(standing(question));
    const said = await complete(saidIn(options, question), question, roles, asAt, form);
    const assessed = async () => (await openCase(path, options, io)).assessment;
    form?.prompter.say(willBeWritten(path, said, question, title));
    const news = await savedAtLast({ path, text: opened.source.text, question, said, asAt, assessed }, form);
    if (news) io.err(`${news}\n`);
    const whose = title(said.by, question.pack);
    io.out(
      `Recorded in ${fileName(path)}: ${question.compiled.question.title}, decided by ${whose} on ${dayInWords(said.date)}; it ${said.agrees ? 'agrees with' : 'departs from'} what the procedure asks.\n\n`,
    );
    io.out(resultText(await openCase(path, options, io), false, await styleFor(options, io)));
    return EXIT.done;
  } finally {
    prompter?.close();
  }
}

/** What was said by options; whether it agrees is worked out where it can be. */
function saidIn(options: DecideOptions, question: QuestionResult): Said {
  const { agrees, departs, outcome } = options;
  if (agrees && departs) throw new UserError('--agrees and --departs cannot both be so: leave one out.');
  const worked = outcome === undefined ? undefined : agreesWith(question, outcome);
  const stated = agrees ? true : departs ? false : worked;
  if (stated === true && worked === false) {
    throw new UserError(
      `--agrees: ${oneOf([outcome ?? ''])} is not what the procedure asks; it asks ${oneOf(question.possible)}. Say --departs, with --reason-code and --reason.`,
    );
  }
  return { ...options, agrees: stated, reason: reasonIn(options) };
}

/** The reason, as an option or as a text handed over. @throws UserError where it is both */
function reasonIn({ reason, reasonFrom }: DecideOptions): string | undefined {
  if (reasonFrom === undefined) return reason;
  if (reason !== undefined) throw new UserError('--reason and --reason-from both give the reason: leave one out.');
  const text = readInput(reasonFrom, '--reason-from').replace(/\r\n?/g, '\n').trim();
  if (text) return text;
  throw new UserError(`--reason-from ${reasonFrom}: there is no text in it.`);
}

async function complete(
  said: Said,
  question: QuestionResult,
  roles: readonly string[],
  asAt: string,
  form: DecisionForm | undefined,
): Promise<Whole> {
  const faults = faultsOf(
    said,
    question,
    [...new Set([...roles, ...Object.keys(question.pack.pack.roles ?? {})])],
    asAt,
  );
  if (faults.length > 0) throw new UserError(faults.join('\n'));
  const whole = form && stillNeeded(said).length > 0 ? await askDecision(said, question, form) : said;
  const needed = stillNeeded(whole);
  if (needed.length === 0) return whole as Whole;
  throw new UserError(`Still needed: ${needed.join(', ')}. At a terminal, or with --plain, they are asked for.`);
}

async function chosen(
  { assessment, file }: OpenedCase,
  { question: id }: DecideOptions,
  form: DecisionForm | undefined,
): Promise<QuestionResult> {
  const open = openQuestions(assessment);
  const names = open.map((question) => question.id);
  if (open.length === 0) throw new UserError(`Case ${file.case}: no question for decision arises here.`);
  if (id === undefined) {
    if (form) return await askQuestion(open, form);
    if (open.length === 1) return open[0] as QuestionResult;
    throw new UserError(`Still needed: --question, one of ${oneOf(names)}.`);
  }
  const found = open.find((question) => question.id === id);
  if (found) return found;
  throw new UserError(
    `--question ${id}: this is not a question that arises in this case.${didYouMean(id, names)} Here: ${oneOf(names)}.`,
  );
}

/** What stands to be decided, said before anything is asked. */
function standing({ compiled, outcome, possible }: QuestionResult): string {
  const says = (end: string): string => endInWords(compiled.question, end);
  const { title } = compiled.question;
  return outcome ? `${title}: ${says(outcome)}` : `${title} is not settled. Possible: ${possible.map(says).join(' ')}`;
}

/** What is about to be written, in words, before it is. */
function willBeWritten(path: string, said: Whole, question: QuestionResult, title: Titles): string {
  const { outcome, by, post, date, agrees, reason } = said;
  const who = [title(by, question.pack), post].filter((part) => part).join(', ');
  const how = agrees ? 'This agrees with what the procedure asks.' : 'This departs from what the procedure asks.';
  return [
    `To be written in ${fileName(path)}:`,
    `${question.compiled.question.title}: ${endsInWords(question, [outcome])}.`,
    `Decided by: ${who}, ${dayInWords(date)}.`,
    agrees ? how : `${how} Reason: ${reason ?? ''}`,
  ].join('\n');
}

/** Saves a decision; where that fails, it is kept while a person can have it tried again. @throws UserError */
async function savedAtLast(decided: Decided, form: DecisionForm | undefined): Promise<string | undefined> {
  for (;;) {
    try {
      const news = await saveDecision(decided);
      form?.drafts.drop(REASON_KEPT);
      return news;
    } catch (error) {
      if (!(error instanceof UserError) || !form) throw error;
      const goesOn = !(error instanceof Overtaken) && (await wantsAgain(error.message, form));
      const { reason } = decided.said;
      if (!goesOn && reason) form.drafts.keep(REASON_KEPT, reason);
      if (!goesOn) throw error;
    }
  }
}

async function wantsAgain(why: string, { prompter }: DecisionForm): Promise<boolean> {
  prompter.say(`Not saved: ${why}`);
  const reply = await prompter.choose<boolean>({
    key: 'decision.unsaved',
    question: 'The decision is not recorded yet.',
    options: [
      { value: true, name: 'Try to save it again' },
      { value: false, name: 'Leave it, and keep the reason for the next time' },
    ],
    asides: [],
  });
  return 'value' in reply && reply.value;
}
