import { PROTECT } from '../../report/case/summary.ts';
import { say } from '../flow/interview-context.ts';
import { askWhose, type Beginning, birthRows, newText, readReference, type Whose } from '../flow/new-case.ts';
import { inSteps, type Step } from '../flow/steps.ts';
import type { Option, Read, Row } from '../prompters/prompter.ts';
import { askHappening } from './family-occasions.ts';

/** What the case files of a family are begun from. */
export interface FamilyBeginning extends Beginning {
  /** Why a reference cannot be the name of a new file: there is one already. */
  readonly refused: (reference: string) => string | undefined;
}

/** A case file that was begun, by its reference. */
export interface NewChild {
  readonly name: string;
  readonly text: string;
}

interface Child {
  name?: string;
  child?: Record<string, unknown>;
  occasions: readonly string[];
  /** What was brought up about the birth. */
  readonly opened: Set<string>;
}

/** The children of a new family: how many, and each with a reference and a birth. */
interface Family {
  name?: string;
  count?: number;
  readonly children: Child[];
}

/** Asks what the case files of brothers and sisters need to begin with; gives the text of each. */
export async function askNewFamily(beginning: FamilyBeginning): Promise<readonly NewChild[]> {
  const { from } = beginning;
  say(beginning, PROTECT);
  const family: Family = { ...(from?.family !== undefined && { name: from.family }), children: [] };
  const whose: Whose = {};
  await inSteps([
    () => askChildren(family, beginning),
    ...askWhose(whose, beginning),
    (canGoBack) => askFamilyHappening(family, whose, canGoBack, beginning),
  ]);
  return childrenOf(family).map(({ name = '', child, occasions }) => ({
    name,
    text: newText({ case: name, family: family.name, whose, occasions, child, dates: from?.dates }),
  }));
}

const childrenOf = ({ children, count = 0 }: Family): Child[] => children.slice(0, count);

/** As many children are begun at once. */
const MOST = 12;

/** The family, and each child's reference and birth, on one screen. */
async function askChildren(family: Family, beginning: FamilyBeginning): Promise<'asked'> {
  await beginning.prompter.form({
    title: 'The family. References only, never a name.',
    rows: () => [
      ...(beginning.from ? [] : [familyRow(family)]),
      countRow(family),
      ...childrenOf(family).flatMap((child, i) => rowsOf(child, i, family, beginning)),
    ],
    asides: [],
    isAgain: family.count !== undefined,
  });
  return 'asked';
}

const familyRow = (family: Family): Row => ({
  key: 'new.family',
  question: 'A reference that the case files of this family share',
  asides: [],
  isNeeded: true,
  read: readReference,
  now: family.name,
  typed: family.name,
  take: (reply) => {
    if ('value' in reply) family.name = String(reply.value);
    else delete family.name;
  },
});

const countRow = (family: Family): Row => ({
  key: 'new.count',
  question: 'How many children?',
  asides: [],
  isNeeded: true,
  read: readCount,
  hint: 'Each gets a case file of its own.',
  now: family.count === undefined ? undefined : String(family.count),
  typed: family.count === undefined ? undefined : String(family.count),
  take: (reply) => {
    if (!('value' in reply)) return void delete family.count;
    family.count = Number(reply.value);
    while (family.children.length < family.count) family.children.push({ occasions: [], opened: new Set() });
  },
});

const readCount = (typed: string): Read<number> =>
  /^\d{1,2}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MOST
    ? { value: Number(typed) }
    : { problem: `A number from 1 to ${MOST}.` };

/** One child: the reference first, then the birth under it. */
function rowsOf(child: Child, i: number, family: Family, beginning: FamilyBeginning): Row[] {
  const reference: Row = {
    key: `new.child.${i + 1}`,
    question: `Child ${i + 1}: the reference of the case`,
    asides: [],
    isNeeded: true,
    read: (typed) => readOwn(typed, child, family, beginning),
    now: child.name,
    typed: child.name,
    take: (reply) => {
      if ('value' in reply) child.name = String(reply.value);
      else delete child.name;
    },
  };
  const births = birthRows(child, child.opened, beginning.asAt).map((row) => ({
    ...row,
    key: `new.child.${i + 1}.${row.key}`,
    question: `${child.name ?? `Child ${i + 1}`}: ${row.question}`,
    isPart: true,
  }));
  return [reference, ...births];
}

/** Each file is named after its reference, and many disks know no difference between large and small letters. */
function readOwn(typed: string, child: Child, family: Family, { refused }: FamilyBeginning): Read<string> {
  const read = readReference(typed);
  if ('problem' in read) return read;
  const isTaken = childrenOf(family).some((one) => one !== child && one.name?.toLowerCase() === typed.toLowerCase());
  const problem = isTaken ? 'Another child has this reference.' : refused(typed);
  return problem === undefined ? read : { problem };
}

/** What is happening, ticked for each child; where the command line names it, it is so for all. */
async function askFamilyHappening(
  family: Family,
  whose: Whose,
  canGoBack: boolean,
  { folder, known, occasions, prompter }: FamilyBeginning,
): ReturnType<Step> {
  const named = { ...folder, ...whose };
  const children = childrenOf(family);
  for (const child of children) child.occasions = known ? known(named) : [];
  if (known) return 'passed';
  const options: readonly Option<string>[] = occasions(named);
  const asked = children.map((child) => ({ name: child.name ?? '', options, child }));
  const left = await askHappening(
    asked,
    prompter,
    ({ child }, ticked) => {
      child.occasions = ticked;
    },
    canGoBack ? ['back'] : [],
  );
  return left === 'back' ? 'back' : 'asked';
}
