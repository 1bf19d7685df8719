import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { PROTECT } from '../../report/case/summary.ts';
import { type Edit, edited } from '../../yaml/write.ts';
import { childRows } from '../ask/child-rows.ts';
import { askWhatHappens } from '../ask/occasions.ts';
import { dateReader } from '../ask/row-parts.ts';
import type { Option, Prompter, Read, Row } from '../prompters/prompter.ts';
import { say } from './interview-context.ts';
import { inSteps, type Step } from './steps.ts';

/** Whose procedures a case goes by. */
export interface Procedures {
  readonly authority?: string | undefined;
  readonly packs?: readonly string[] | undefined;
}

/** What a new case file is begun from. */
export interface Beginning {
  readonly prompter: Prompter;
  /** The authorities whose procedures there are. */
  readonly authorities: readonly { readonly id: string; readonly title: string }[];
  /** Documents that belong to none of them, each by what it is about. */
  readonly others: readonly Option<string>[];
  /** What the folder says of case files that name no procedures. */
  readonly folder?: Procedures | undefined;
  /** The file of a brother or sister: its family, procedures and dates are taken over, never what was thought of it. */
  readonly from?: CaseFile | undefined;
  /** What can be happening under some procedures; nothing where it is known already. */
  readonly occasions: (procedures: Procedures) => readonly Option<string>[];
  /** What is happening, as far as it is known already. */
  readonly known?: ((procedures: Procedures) => readonly string[]) | undefined;
  readonly asAt: Day;
  readonly width: number;
}

const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** Asks the few things that a case file needs to begin with, and gives its text. */
export async function askNewCase(beginning: Beginning): Promise<string> {
  const { from } = beginning;
  say(beginning, PROTECT);
  const start: Start = {};
  const whose: Whose = {};
  let happening: readonly string[] = [];
  const askOccasions: Step = async (canGoBack) => {
    const ticked = await whatHappens(whose, happening, canGoBack, beginning);
    if (ticked === 'back') return 'back';
    happening = ticked;
    return 'asked';
  };
  await inSteps([() => askStart(start, beginning), ...askWhose(whose, beginning), askOccasions]);
  return newText({
    case: start.case,
    family: from ? from.family : start.family,
    whose,
    occasions: happening,
    child: start.child,
    dates: from?.dates,
  });
}

/** What a case file begins with. */
export interface Begun {
  readonly case?: string | undefined;
  readonly family?: string | undefined;
  readonly whose: Procedures;
  readonly occasions: readonly string[];
  readonly child?: Record<string, unknown> | undefined;
  readonly dates?: CaseFile['dates'];
}

/** The text of a case file that has been begun. */
export const newText = ({ case: id, family, whose, occasions, child, dates }: Begun): string =>
  edited('', [
    { path: ['version'], value: 1 },
    { path: ['case'], value: id },
    ...put('family', family),
    ...put('authority', whose.authority),
    ...put('packs', whose.packs),
    ...put('occasions', occasions.length > 0 ? occasions : undefined),
    ...put('child', child),
    ...put('dates', dates),
  ]);

interface Start {
  case?: string;
  family?: string;
  child?: Record<string, unknown>;
}

/** The reference, the family and the birth, on one screen. */
async function askStart(start: Start, { prompter, from, asAt }: Beginning): Promise<'asked'> {
  const opened = new Set<string>();
  await prompter.form({
    title: 'The case. References only, never a name.',
    rows: () => [
      referenceRow('case', 'The reference of the case', start, true),
      ...(from ? [] : [referenceRow('family', 'A reference that the case files of this family share', start, false)]),
      ...birthRows(start, opened, asAt),
    ],
    asides: [],
    isAgain: start.case !== undefined,
  });
  return 'asked';
}

/** When a child who has no file yet was born, or is expected. */
export function birthRows(start: { child?: Record<string, unknown> }, opened: Set<string>, asAt: Day): Row[] {
  const accept = (edits: readonly Edit[]): void => {
    const given = edits.flatMap(({ path, value }) => (value === undefined ? [] : [[String(path[1]), value]]));
    start.child = Object.fromEntries(given);
  };
  return childRows({ child: start.child, opened, accept, read: dateReader(asAt), asAt });
}

const referenceRow = (name: 'case' | 'family', question: string, start: Start, isNeeded: boolean): Row => ({
  key: `new.${name}`,
  question,
  asides: [],
  isNeeded,
  read: readReference,
  now: start[name],
  typed: start[name],
  take: (reply) => {
    if ('value' in reply) start[name] = String(reply.value);
    else delete start[name];
  },
});

const put = (key: string, value: unknown): Edit[] => (value === undefined ? [] : [{ path: [key], value }]);

/** A reference as it is typed: never a name. */
export const readReference = (typed: string): Read<string> =>
  REFERENCE.test(typed)
    ? { value: typed }
    : { problem: 'Letters, digits, dots, dashes and underscores, at most 40: such as EX-0001.' };

/** Whose procedures apply, as far as it was answered. */
export interface Whose {
  authority?: string | undefined;
  packs?: readonly string[] | undefined;
}

/** What the file of a brother or sister, or else the folder, says of the procedures; without either, it is asked. */
export function askWhose(whose: Whose, beginning: Beginning): Step[] {
  const { from, folder, authorities, others } = beginning;
  const told = async (): Promise<'passed'> => {
    if (from?.authority !== undefined || from?.packs) {
      Object.assign(whose, { authority: from.authority, packs: from.packs });
      say(beginning, `Family, procedures and dates are those of ${from.case}.`);
    } else {
      const title = authorities.find(({ id }) => id === folder?.authority)?.title;
      say(beginning, `The procedures are those that the folder names${title ? `: ${title}` : ''}.`);
    }
    return 'passed';
  };
  if (from?.authority !== undefined || from?.packs || folder?.authority !== undefined || folder?.packs) return [told];
  const askAuthority: Step = (canGoBack) => authorityStep(whose, canGoBack, beginning);
  return others.length > 0 ? [askAuthority, () => packsStep(whose, beginning)] : [askAuthority];
}

/** The authority, whose own documents follow from it. */
async function authorityStep(whose: Whose, canGoBack: boolean, { prompter, authorities, others }: Beginning) {
  const reply = await prompter.choose<string>({
    key: 'new.authority',
    question: "Which authority's procedures apply?",
    options: [
      ...authorities.map(({ id, title }) => ({ value: id, name: title })),
      ...(others.length > 0 ? [{ value: ANOTHER, name: 'Another authority' }] : []),
    ],
    asides: canGoBack ? ['back'] : [],
  });
  if (!('value' in reply)) return 'back';
  whose.authority = reply.value === ANOTHER ? undefined : reply.value;
  return 'asked';
}

/** Documents of no authority; at least one of them, where there is no authority. */
async function packsStep(whose: Whose, { prompter, others }: Beginning) {
  const ticked = whose.packs ?? [];
  const packs = await prompter.tick({ key: 'new.packs', question: OTHERS, options: others, ticked, canGoBack: true });
  if (packs === 'back') return 'back';
  whose.packs = packs.length > 0 ? packs : undefined;
  return whose.authority === undefined && packs.length === 0 ? 'back' : 'asked';
}

/** No id of an authority. */
const ANOTHER = '';

const OTHERS = 'Do you also go by procedures on any of these? These documents do not name their authorities.';

/** What is happening, where it is not known already and the answer can make a difference. */
async function whatHappens(
  whose: Procedures,
  ticked: readonly string[],
  canGoBack: boolean,
  { folder, known, occasions, prompter }: Beginning,
) {
  const named = { ...folder, ...whose };
  return known ? known(named) : askWhatHappens(prompter, occasions(named), ticked, canGoBack);
}
