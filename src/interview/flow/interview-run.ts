import { PROTECT } from '../../report/case/summary.ts';
import { wrap } from '../../report/words/wrap.ts';
import { askItem } from '../ask/item.ts';
import { offerLeftTexts } from '../ask/left-texts.ts';
import { askOccasions } from '../ask/occasions.ts';
import { offerRelease, textsNow } from '../ask/release.ts';
import { agenda } from './agenda.ts';
import { mattersIn } from './asked.ts';
import { PLANS } from './catalogue.ts';
import { checkAnswers } from './check-answers.ts';
import { nameOf, settle } from './conflict.ts';
import { type InterviewContext, say } from './interview-context.ts';
import type { Item } from './item.ts';
import { given } from './review.ts';
import { Moved } from './session.ts';
import { urgentLines } from './urgent.ts';

/** The course of one sitting: what was asked, and the way back. */
export class InterviewRun {
  readonly #asked = new Set<string>();
  readonly #trail: Item[] = [];
  readonly #kept = new Set<string>();
  readonly #warned = new Set<string>();
  #heading = '';
  /** What was left to ask after the question put last, by key. */
  #left: { readonly after: string; readonly keys: ReadonlySet<string> } | undefined;

  constructor(readonly context: InterviewContext) {
    for (const diagnostic of context.session.diagnostics) this.#kept.add(nameOf(diagnostic));
  }

  /** Asks until nothing is left that can matter, and the answers have been checked. */
  async run(): Promise<void> {
    this.#open();
    const before = textsNow(this.context);
    await offerLeftTexts(this.context);
    await this.#unlessMoved(() => askOccasions(this.context));
    let next: Item | undefined;
    for (;;) {
      await this.#save();
      this.#warn();
      const open = agenda(this.context.items, this.context.session.view, this.#asked);
      const item = next ?? open[0];
      if (item) next = await this.#put(item, open);
      else if (this.#trail.length > 0) next = await this.#check();
      if (!item && !next) break;
    }
    await this.#unlessMoved(() => offerRelease(this.context, before));
  }

  /** Asks something of its own; where the file was changed by another hand meanwhile, it is left. */
  async #unlessMoved(ask: () => Promise<void>): Promise<void> {
    try {
      await ask();
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
    }
  }

  #open(): void {
    say(this.context, PROTECT);
    const answers = given(this.context.items, this.context.session.view, this.context.titles);
    if (answers.length === 0) return;
    const open = answers.filter(({ notKnown }) => notKnown).length;
    const { case: id } = this.context.session.file;
    say(
      this.context,
      `Going on with ${id}: ${count(answers.length, 'answer is', 'answers are')} there already, and not asked for again.`,
    );
    for (const { item, says } of answers) if (item.heading === PLANS) say(this.context, says, '  ');
    if (open === 1) say(this.context, '1 of them was left as not yet known; that comes first.');
    if (open > 1) say(this.context, `${open} of them were left as not yet known; those come first.`);
  }

  /** What cannot wait for the end of the questions. */
  #warn(): void {
    for (const line of urgentLines(this.context.session.assessment)) {
      if (!this.#warned.has(line)) say(this.context, line);
      this.#warned.add(line);
    }
  }

  /** Asks one item; gives the item to turn to next, where it is not the next of the agenda. */
  async #put(item: Item, open: readonly Item[]): Promise<Item | undefined> {
    this.#announce(item.heading, this.#counted(item, open));
    try {
      const ended = await askItem(item, { ...this.context, canGoBack: this.#trail.length > 0 });
      if (ended === 'back') return this.#trail.pop();
      this.#note(item);
      return await this.#conflict(item);
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      return undefined;
    }
  }

  /** Answers that could not be saved are tried again before anything else is asked. */
  async #save(): Promise<void> {
    const { session, prompter } = this.context;
    while (session.unsaved !== undefined) {
      const reply = await prompter.choose<'again' | 'on'>({
        key: 'unsaved',
        question: 'Your last answers are not saved yet. They are kept here meanwhile.',
        options: [
          { value: 'again', name: 'Try to save them again' },
          { value: 'on', name: 'Go on: they are tried again with every answer, and at the end' },
        ],
        asides: [],
      });
      if (!('value' in reply) || reply.value === 'on') return;
      session.saveAgain();
    }
  }

  /** Gives the answer to change, or to go back to, where one is. */
  async #check(): Promise<Item | undefined> {
    this.#announce('Check your answers', 'before anything is said about the case');
    const reply = await checkAnswers(this.context);
    return reply === 'back' ? this.#trail.pop() : reply;
  }

  #announce(heading: string, more: string): void {
    const title = heading === this.#heading ? '' : `${heading}: `;
    this.#heading = heading;
    this.context.prompter.say(`\n${wrap(`--- ${title}${more} ---`, this.context.width)}`);
  }

  /** How many questions are left after this one, and how many the last answer has opened. */
  #counted({ key }: Item, open: readonly Item[]): string {
    const before = this.#left;
    const left = open.map((other) => other.key).filter((other) => other !== key);
    const fresh = open.filter((other) => !before?.keys.has(other.key) && other.key !== before?.after);
    this.#left = { after: key, keys: new Set(left) };
    const more = left.length === 0 ? 'the last question for now' : `${left.length} more after this`;
    return !before || fresh.length === 0 ? more : `${more}; your answer opens ${fresh.length} more`;
  }

  #note(item: Item): void {
    this.#asked.add(item.key);
    if (item.kind === 'analysis') {
      for (const { id } of mattersIn(item, this.context.session.view)) this.#asked.add(`${item.key}.${id}`);
    }
    this.#trail.push(item);
  }

  /** Brings up what the last answer contradicts, one thing at a time. */
  async #conflict(item: Item): Promise<Item | undefined> {
    for (;;) {
      const diagnostic = this.context.session.diagnostics.find(
        (one) => one.severity !== 'note' && one.code !== ANALYSIS_IN_DOUBT && !this.#kept.has(nameOf(one)),
      );
      if (!diagnostic) return undefined;
      const correct = await settle(diagnostic, item, this.context);
      if (correct) return correct;
      this.#kept.add(nameOf(diagnostic));
    }
  }
}

/** A doubt about a text is put while the text is asked for. */
const ANALYSIS_IN_DOUBT = 'analysis_in_doubt';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
