import { hasDied } from '../../case/sheet/unconfirmed.ts';
import { PROTECT } from '../../report/case/summary.ts';
import { deathOf } from '../../report/family/death.ts';
import { ONLY_WHAT_REMAINS } from '../../report/words/after-death.ts';
import { wrap } from '../../report/words/wrap.ts';
import { agenda, ranked } from '../agenda/agenda.ts';
import { mattersIn } from '../agenda/asked.ts';
import type { CaseView } from '../agenda/case-view.ts';
import type { Item } from '../agenda/item.ts';
import { PLANS, RECORDS } from '../agenda/item.ts';
import { isShared, pageOf, type Ranked } from '../agenda/pages.ts';
import { type Section, sectionsOf, stateOf } from '../agenda/sections.ts';
import { tellingOf } from '../agenda/telling.ts';
import { askAnalysis } from '../ask/analysis.ts';
import { askEntries } from '../ask/entries/ask-entries.ts';
import { offerLeftTexts } from '../ask/left-texts.ts';
import { askOccasions, changeOccasions } from '../ask/occasions.ts';
import { askPage } from '../ask/page.ts';
import { offerRelease, textsNow } from '../ask/release.ts';
import { checkAnswers } from './check-answers.ts';
import { nameOf, settle } from './conflict.ts';
import { type Ended, type InterviewContext, say } from './interview-context.ts';
import { given } from './review.ts';
import { Moved } from './session.ts';
import { urgentLines } from './urgent.ts';

/** The course of one sitting: what was asked, and the way back. */
export class InterviewRun {
  readonly #asked: Set<string>;
  /** The screens put so far, each by what stood on it. */
  readonly #trail: (readonly Item[])[] = [];
  readonly #kept: Set<string>;
  readonly #warned = new Set<string>();
  #heading = '';
  /** Whether the person leaves this child for now. */
  #isOver = false;
  /** The section that the person went to. */
  #section: string | undefined;
  #last: { readonly view: CaseView; readonly asked: string; readonly open: readonly Ranked[] } | undefined;
  /** What was left to ask after the screen put last, by key. */
  #left: { readonly shown: ReadonlySet<string>; readonly keys: ReadonlySet<string> } | undefined;

  constructor(readonly context: InterviewContext) {
    const { child, session } = context;
    this.#asked = new Set(child?.asked);
    this.#kept = child?.kept ?? new Set(session.diagnostics.map(nameOf));
  }

  /** Asks until nothing is left that can matter, and the answers have been checked. */
  async run(): Promise<void> {
    this.#open();
    const before = textsNow(this.context);
    await offerLeftTexts(this.context);
    await this.#askBeside();
    if (!this.#isDead) await this.#unlessMoved(() => askOccasions(this.context));
    // What was asked for several children may not fit one of them
    let next = this.context.child && (await this.#unlessMoved(() => this.#conflict([])));
    while (!this.#isOver) {
      await this.#save();
      this.#warn();
      const page = next ?? pageOf(this.#ranked());
      if (page.length > 0) next = await this.#put(page, next !== undefined);
      else if (this.#trail.length > 0) next = await this.#check();
      if (page.length === 0 && !next) break;
    }
    await this.#unlessMoved(() => offerRelease(this.context, before));
  }

  /** Asks what cannot wait, the birth and the plans, and what tells which questions arise: all else of a child hangs on these. */
  async askFirst(): Promise<void> {
    const { items, session } = this.context;
    const first = (): Ranked[] => {
      const { keys } = tellingOf(items, session.view);
      return this.#ranked().filter(({ item, at }) => at <= 0 || FIRST.includes(item.kind) || keys.has(item.key));
    };
    let next: readonly Item[] | undefined;
    // Somebody who goes to another section wants no more of this
    while (!this.#isOver && this.#section === undefined) {
      await this.#save();
      const page = next ?? pageOf(first());
      if (page.length === 0) break;
      next = await this.#put(page, next !== undefined);
      this.#warn();
    }
    for (const page of this.#trail) for (const { key } of page) this.context.child?.asked.add(key);
  }

  /** What is still to be asked: of the section that the person went to first, and what is urgent before all. */
  #ranked(): Ranked[] {
    const open = this.#openNow();
    const isHere = ({ item, at }: Ranked): boolean => at <= 0 || item.heading === this.#section;
    if (!open.some(({ item }) => item.heading === this.#section)) this.#section = undefined;
    return this.#section === undefined ? [...open] : [...open.filter(isHere), ...open.filter((one) => !isHere(one))];
  }

  /** Worked out once for what is known and was asked: a screen begins where the choice of it ended. */
  #openNow(): readonly Ranked[] {
    const { view } = this.context.session;
    const asked = [...this.#asked].join('\n');
    if (this.#last?.view !== view || this.#last.asked !== asked)
      this.#last = { view, asked, open: [...this.#beside(), ...ranked(this.context.items, view, this.#asked)] };
    return this.#last.open;
  }

  /** What the returns say otherwise: it comes first, for the answers hang on what is right. */
  #beside(): Ranked[] {
    const { returns, session } = this.context;
    const items = returns?.items(session).filter(({ key }) => !this.#asked.has(key)) ?? [];
    return items.map((item) => ({ item, at: BEFORE_ALL }));
  }

  /** Puts what the returns say otherwise, until nothing of it is left that was not put. */
  async #askBeside(): Promise<void> {
    let next: readonly Item[] | undefined;
    for (;;) {
      const page = next ?? pageOf(this.#beside());
      if (page.length === 0) return;
      next = await this.#put(page, next !== undefined);
    }
  }

  /** Asks something of its own; where the file was changed by another hand meanwhile, it is left. */
  async #unlessMoved<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      return undefined;
    }
  }

  get #isDead(): boolean {
    const { file, asAt } = this.context.session;
    return hasDied(file, asAt);
  }

  #open(): void {
    if (!this.context.child) say(this.context, PROTECT);
    const died = deathOf(this.context.session.assessment);
    if (died) say(this.context, `The child died ${died}. ${ONLY_WHAT_REMAINS}`);
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
      // Of a number that grows with the answers it is enough to hear once
      const name = line.replace(/: \d+ things.*/, '');
      if (!this.#warned.has(name)) say(this.context, line);
      this.#warned.add(name);
    }
  }

  /** Puts one screen; gives the one to turn to next, where that is not the next of the agenda. */
  async #put(page: readonly Item[], isAgain: boolean): Promise<readonly Item[] | undefined> {
    const [first] = page as readonly [Item];
    const heading = headingOf(page);
    this.#announce(isShared(first) ? '' : heading, this.#counted(page));
    const context = { ...this.context, canGoBack: this.#trail.length > 0 };
    try {
      const { ended, shown } = isShared(first)
        ? await askPage(
            { title: heading === RECORDS ? 'What is done, and on file?' : heading, items: this.#items(page), isAgain },
            context,
          )
        : { ended: await askAlone(first, context), shown: page };
      // What an answer took off the screen is not asked for yet: should it come back, an answer has opened it
      if (this.#left) this.#left = { ...this.#left, shown: new Set(shown.map(({ key }) => key)) };
      if (ended === 'back') return this.#trail.pop();
      if (ended === 'list') return await this.#list();
      this.#note(shown);
      return await this.#conflict(shown);
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      return undefined;
    }
  }

  /** What stands on a screen as its answers have it: what was answered there stays, and new questions come last. */
  #items(page: readonly Item[]): (answered: readonly Item[]) => readonly Item[] {
    let shown = page;
    return (answered) => {
      if (answered.length === 0) return shown;
      const now = pageOf(this.#ranked(), answered);
      const kept = shown.filter((item) => now.includes(item) || answered.includes(item));
      shown = [...kept, ...now.filter((item) => !kept.includes(item))];
      return shown;
    };
  }

  /** The sections, and which to go to; what is answered in one that is done can be changed. */
  async #list(): Promise<readonly Item[] | undefined> {
    const { session, titles, prompter, returns } = this.context;
    const beside = returns?.items(session) ?? [];
    const items = new Map([...beside.map((item) => [item.key, item] as const), ...this.context.items]);
    const answered = given(items, session.view, titles).map(({ item }) => item);
    // What was left for later is open as well
    const open = [...beside, ...agenda(this.context.items, session.view, new Set())];
    const sections = sectionsOf(items, open, answered);
    const { child } = this.context;
    const reply = await prompter.choose<Section | 'on' | 'occasions' | 'leave'>({
      key: 'sections',
      question: 'Where would you like to go?',
      options: [
        { value: 'on', name: 'Go on in order' },
        { value: 'occasions', name: 'What is happening' },
        ...sections.map((section) => ({ value: section, name: `${section.heading}: ${stateOf(section)}` })),
        ...(child ? [{ value: 'leave' as const, name: `Leave ${child.name} for now, and go to another child` }] : []),
      ],
      asides: [],
    });
    if ('value' in reply && reply.value === 'leave') this.#isOver = true;
    if (!('value' in reply) || reply.value === 'on' || reply.value === 'leave') return undefined;
    if (reply.value === 'occasions') {
      await this.#unlessMoved(() => changeOccasions(this.context));
      return undefined;
    }
    this.#section = reply.value.heading;
    for (const { key } of reply.value.open) this.#askAgain(key);
    if (reply.value.open.length > 0) return undefined;
    return pageOf(reply.value.answered.map((item) => ({ item, at: 1 })));
  }

  /** A text is asked again with all that it is to cover. */
  #askAgain(key: string): void {
    for (const asked of this.#asked) if (asked === key || asked.startsWith(`${key}.`)) this.#asked.delete(asked);
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
  async #check(): Promise<readonly Item[] | undefined> {
    this.#announce('Check your answers', 'before anything is said about the case');
    const reply = await checkAnswers(this.context);
    if (reply === 'back') return this.#trail.pop();
    return reply && [reply];
  }

  #announce(heading: string, more: string): void {
    const title = heading === '' || heading === this.#heading ? '' : `${heading}: `;
    this.#heading = heading;
    const { child, prompter, width } = this.context;
    // A screen that did not name the child could take an answer for another one
    prompter.say(`\n${wrap(`--- ${child ? `${child.name}. ` : ''}${title}${more} ---`, width)}`);
  }

  /** How many questions are left after this screen, and how many the last one has opened. */
  #counted(page: readonly Item[]): string {
    const before = this.#left;
    const open = this.#ranked().map(({ item }) => item.key);
    const here = new Set(page.map(({ key }) => key));
    const left = open.filter((key) => !here.has(key));
    const fresh = open.filter((key) => !before?.keys.has(key) && !before?.shown.has(key));
    this.#left = { shown: here, keys: new Set(left) };
    const more = left.length === 0 ? 'the last questions for now' : `${left.length} more after this`;
    return !before || fresh.length === 0 ? more : `${more}; your answer opens ${fresh.length} more`;
  }

  #note(shown: readonly Item[]): void {
    for (const item of shown) {
      this.#asked.add(item.key);
      if (item.kind !== 'analysis') continue;
      for (const { id } of mattersIn(item, this.context.session.view)) this.#asked.add(`${item.key}.${id}`);
    }
    this.#trail.push(shown);
  }

  /** Brings up what the last answers contradict, one thing at a time. */
  async #conflict(page: readonly Item[]): Promise<readonly Item[] | undefined> {
    for (;;) {
      const diagnostic = this.context.session.diagnostics.find(
        (one) => one.severity !== 'note' && one.code !== ANALYSIS_IN_DOUBT && !this.#kept.has(nameOf(one)),
      );
      if (!diagnostic) return undefined;
      const correct = await settle(diagnostic, page, this.context);
      if (correct) return [correct];
      this.#kept.add(nameOf(diagnostic));
    }
  }
}

/** Before what is still so, and what is urgent. */
const BEFORE_ALL = -2;

const FIRST: readonly Item['kind'][] = ['still', 'child', 'previous_plans', 'current_plan'];

/** Asks what is on a screen of its own. */
async function askAlone(item: Item, context: InterviewContext): Promise<Ended> {
  if (item.kind === 'analysis') return askAnalysis(item, context);
  return askEntries(item as Parameters<typeof askEntries>[0], context);
}

/** The subject of a screen: that of the first thing that is more than a date. */
const headingOf = (page: readonly Item[]): string =>
  (page.find(({ heading }) => heading !== PLANS) ?? page[0])?.heading ?? '';

/** A doubt about a text is put while the text is asked for. */
const ANALYSIS_IN_DOUBT = 'analysis_in_doubt';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
