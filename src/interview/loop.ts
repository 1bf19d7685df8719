import type { Rulebook } from '../assess/assess.ts';
import type { Day } from '../case/dates.ts';
import { titles } from '../report/titles.ts';
import { agenda } from './agenda.ts';
import { askAnalysis, mattersOf } from './ask/analysis.ts';
import { askChecklist } from './ask/checklist.ts';
import { askFact } from './ask/fact.ts';
import { askCurrentPlan, askPreviousPlans } from './ask/plans.ts';
import { catalogue } from './catalogue.ts';
import { nameOf, settle } from './conflict.ts';
import type { Item } from './item.ts';
import { type Prompter, Stopped } from './prompter.ts';
import { type Ended, type Scene, say } from './scene.ts';
import { type Save, Session } from './session.ts';

/** Protective action never waits: the first line of every sitting. */
export const FIRST_LINE =
  'If a child is in danger now, act first: protective action never waits for a form. Nothing here decides; people do.';

/** One sitting with one case file. */
export interface Sit {
  /** Name of the file, as the person gave it. */
  readonly path: string;
  readonly text: string;
  readonly book: Rulebook;
  readonly asAt: Day;
  readonly prompter: Prompter;
  readonly save: Save;
  /** Width to wrap at. */
  readonly width?: number;
}

/** The case file as it stands when the sitting ends, and whether everything was asked. */
export interface Sat {
  readonly text: string;
  readonly ended: 'complete' | 'stopped';
}

/** Asks what is missing from a case, item by item, and saves after every answer. */
export async function interview({ path, text, book, asAt, prompter, save, width = 80 }: Sit): Promise<Sat> {
  const tell = (words: string): void => say({ prompter, width }, words);
  const changed = (): void =>
    tell('The file was changed by another hand meanwhile. That change is kept; your answer was added to it.');
  const session = new Session(text, book, asAt, save, changed);
  const scene = {
    session,
    prompter,
    width,
    items: catalogue(book),
    titles: titles(book.vocabulary.vocabulary.roles),
    canGoBack: false,
  };
  try {
    await new Sitting(scene).run();
    return { text: session.text, ended: 'complete' };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    tell(`\nStopped. Every answer up to here is saved in ${path}. To go on: cpplan screen ${path}`);
    return { text: session.text, ended: 'stopped' };
  } finally {
    prompter.close();
  }
}

class Sitting {
  readonly #asked = new Set<string>();
  readonly #trail: Item[] = [];
  readonly #kept: Set<string>;
  #heading = '';

  constructor(readonly scene: Scene) {
    this.#kept = new Set(scene.session.remarks.map(nameOf));
  }

  async run(): Promise<void> {
    let next: Item | undefined;
    say(this.scene, FIRST_LINE);
    for (;;) {
      const open = agenda(this.scene.items, this.scene.session.view, this.#asked);
      const item = next ?? open[0];
      if (!item) return;
      next = await this.#put(item, open.filter((other) => other !== item).length);
    }
  }

  /** Asks one item; gives the item to turn to next, where it is not the next of the agenda. */
  async #put(item: Item, left: number): Promise<Item | undefined> {
    this.#announce(item, left);
    const ended = await ask(item, { ...this.scene, canGoBack: this.#trail.length > 0 });
    if (ended === 'back') return this.#trail.pop();
    this.#note(item);
    return await this.#conflict(item);
  }

  #announce({ heading }: Item, left: number): void {
    const more = left === 0 ? 'last question' : `about ${left} more`;
    const title = heading === this.#heading ? '' : `${heading}: `;
    this.#heading = heading;
    this.scene.prompter.say(`\n--- ${title}${more} ---`);
  }

  #note(item: Item): void {
    this.#asked.add(item.key);
    if (item.kind === 'analysis')
      for (const { id } of mattersOf(item, this.scene)) this.#asked.add(`${item.key}.${id}`);
    this.#trail.push(item);
  }

  /** Brings up what the last answer contradicts, one thing at a time. */
  async #conflict(item: Item): Promise<Item | undefined> {
    for (;;) {
      const remark = this.scene.session.remarks.find((one) => one.severity !== 'note' && !this.#kept.has(nameOf(one)));
      if (!remark) return undefined;
      const correct = await settle(remark, item, this.scene);
      if (correct) return correct;
      this.#kept.add(nameOf(remark));
    }
  }
}

function ask(item: Item, scene: Scene): Promise<Ended> {
  switch (item.kind) {
    case 'previous_plans':
      return askPreviousPlans({ ...item }, scene);
    case 'current_plan':
      return askCurrentPlan(item, scene);
    case 'fact':
      return askFact(item, scene);
    case 'analysis':
      return askAnalysis(item, scene);
    case 'checklist':
      return askChecklist(item, scene);
  }
}
