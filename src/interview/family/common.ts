import { sectionOf } from '../../facts/fact.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { factInWords } from '../../report/words/titles.ts';
import { actOf, questionFor } from '../agenda/asked.ts';
import type { FactItem } from '../agenda/item.ts';
import { RECORDS } from '../agenda/item.ts';
import { pageOf, type Ranked } from '../agenda/pages.ts';
import { factRows } from '../ask/fact-rows.ts';
import { settleOpen } from '../ask/not-known.ts';
import type { PageMemory } from '../ask/page-context.ts';
import { actOfPerson, why } from '../ask/row-parts.ts';
import { Moved } from '../flow/session.ts';
import type { Left, Row } from '../prompters/prompter.ts';
import { type Agendas, type Common, commonOpen, isAskedOf } from './common-open.ts';
import { forWhomRows, tickedOf } from './for-whom.ts';
import { type Child, namesOf, Together } from './together.ts';

/** Asks once what can be the same for several children, screen by screen; each answer names the children it is for. */
export async function askCommon(children: readonly Child[], announce: (more: string) => void): Promise<void> {
  const put = new Set<string>();
  const nameOf = ({ item, children: whose }: Common): string => `${item.key}: ${namesOf(whose)}`;
  for (;;) {
    const open = commonOpen(children).filter((one) => !put.has(nameOf(one)));
    const page = onePage(open);
    if (page.length === 0) return;
    const left = open.length - page.length;
    announce(left === 0 ? 'the last questions for several children' : `${left} more after this`);
    try {
      if ((await askOnce(page, children)) === 'list') return;
      for (const one of page) put.add(nameOf(one));
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
    }
  }
}

function onePage(open: readonly Common[]): Common[] {
  const byItem = new Map<FactItem, Common>(open.map((one) => [one.item, one]));
  const all: Ranked[] = open.map(({ item, at }) => ({ item, at }));
  return pageOf(all).flatMap((item) => byItem.get(item as FactItem) ?? []);
}

/** One question of a screen: for whom it is answered, and what stood in each file before. */
interface Asked extends Common {
  readonly path: Path;
  readonly said: Map<Child, boolean>;
  readonly before: ReadonlyMap<Child, unknown>;
  readonly memory: PageMemory;
  /** What the files of the other children say. */
  readonly beside: readonly string[];
  isAnswered: boolean;
}

function toAsk(one: Common, all: readonly Child[]): Asked {
  const path = [sectionOf(one.item.fact), one.item.key];
  return {
    ...one,
    path,
    said: new Map(),
    before: new Map(one.children.map((child) => [child, child.context.session.at(path)])),
    memory: { opened: new Set(), left: new Map() },
    beside: [...(one.item.fact.definition ? [one.item.fact.definition] : []), ...onFile(one, all)],
    isAnswered: false,
  };
}

async function askOnce(page: readonly Common[], all: readonly Child[]): Promise<Left> {
  const [
    {
      children: [first],
    },
  ] = page as readonly [Common];
  const opened = new Set<string>();
  const asked = page.map((one) => toAsk(one, all));
  const agendas: Agendas = new Map();
  const left = await (first as Child).context.prompter.form({
    title: 'Asked once, for the children that you tick',
    rows: () => asked.flatMap((one) => rowsOf(one, stillAsked(one, agendas), opened)),
    asides: ['why', 'list'],
  });
  for (const one of asked) await settle(one);
  return left;
}

/** The children to whom a question applies still, after what is answered above it; whom it was answered for stays. */
function stillAsked({ item, children, said, isAnswered }: Asked, agendas: Agendas): readonly Child[] {
  const open = children.filter((child) => (isAnswered && said.get(child)) || isAskedOf(child, item.key, agendas));
  const stays = isAnswered || open.length > 1 ? open : [];
  for (const child of children) if (!stays.includes(child)) said.delete(child);
  return stays;
}

function rowsOf(one: Asked, children: readonly Child[], opened: Set<string>): Row[] {
  const { item, said, memory, path, beside } = one;
  const [head] = children;
  if (!head) return [];
  const { context } = head;
  const question = item.heading === RECORDS ? actOfPerson(item, actOf(item), context) : questionFor(item);
  const tick = (child: Child, isTicked: boolean): void => ticked(child, isTicked, one);
  const key = path.join('.');
  const none = 'none of them, so each is asked apart';
  const whom = { key, none, question, beside, why: why(item, context), children, said, opened, tick, isChoice: true };
  const [first, ...others] = tickedOf(whom);
  if (!first) return forWhomRows(whom);
  const session = new Together([first, ...others]);
  const [answer, ...parts] = factRows(item, { ...first.context, session, memory });
  if (!answer) return forWhomRows(whom);
  const take: Row['take'] = (reply) => {
    one.isAnswered = true;
    answer.take(reply);
  };
  const own: Row = {
    ...answer,
    take,
    question: `The answer for ${namesOf(session.children)}`,
    beside: [],
    isPart: true,
  };
  return [...forWhomRows(whom), own, ...parts];
}

/** A child who joins those that were answered for gets the answer; the file of one who leaves them is as it was. */
function ticked(child: Child, isTicked: boolean, { isAnswered, children, said, before, path }: Asked): void {
  if (!isAnswered) return;
  const [other] = tickedOf({ children: children.filter((one) => one !== child), said });
  const value = isTicked ? other?.context.session.at(path) : before.get(child);
  if (isTicked && value === undefined) return;
  child.context.session.accept([{ path, value }]);
}

/** Who finds out what is not known, for the children together; a child who was answered for is not asked again. */
async function settle({ item, children, said, memory, path, isAnswered }: Asked): Promise<void> {
  const [first, ...others] = tickedOf({ children, said });
  if (!first || !isAnswered) return;
  const session = new Together([first, ...others]);
  await settleOpen([...memory.left.values()], { ...first.context, session });
  for (const child of session.children) if (child.context.session.at(path) !== undefined) child.asked.add(item.key);
}

/** What the files of some children say already of a question that is open for others, a line each. */
const onFile = ({ item, children }: Common, all: readonly Child[]): string[] =>
  all
    .filter((child) => !children.includes(child))
    .flatMap(({ name, context: { session } }) => {
      const words = factInWords(item.fact, session.view.sheet.states.get(item.key));
      return words ? [`On file for ${name}: ${words}.`] : [];
    });
