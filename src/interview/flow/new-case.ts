import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { PROTECT } from '../../report/case/summary.ts';
import { type Edit, edited } from '../../yaml/write.ts';
import { childRows } from '../ask/child-rows.ts';
import { askWhatHappens } from '../ask/occasions.ts';
import { dateReader } from '../ask/row-parts.ts';
import type { Option, Prompter, Read, Row } from '../prompters/prompter.ts';
import { say } from './interview-context.ts';

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
  const start = await askStart(beginning);
  const procedures = await whoseProcedures(beginning);
  const occasions = await whatHappens(procedures, beginning);
  return edited('', [
    { path: ['version'], value: 1 },
    { path: ['case'], value: start.case },
    ...put('family', from ? from.family : start.family),
    ...put('authority', procedures.authority),
    ...put('packs', procedures.packs),
    ...put('occasions', occasions.length > 0 ? occasions : undefined),
    ...put('child', start.child),
    ...put('dates', from?.dates),
  ]);
}

interface Start {
  case?: string;
  family?: string;
  child?: Record<string, unknown>;
}

/** The reference, the family and the birth, on one screen. */
async function askStart({ prompter, from, asAt }: Beginning): Promise<Start> {
  const start: Start = {};
  const opened = new Set<string>();
  const accept = (edits: readonly Edit[]): void => {
    const given = edits.flatMap(({ path, value }) => (value === undefined ? [] : [[String(path[1]), value]]));
    start.child = Object.fromEntries(given);
  };
  await prompter.form({
    title: 'The case. References only, never a name.',
    rows: () => [
      referenceRow('case', 'The reference of the case', start, true),
      ...(from ? [] : [referenceRow('family', 'A reference that the case files of this family share', start, false)]),
      ...childRows({ child: start.child, opened, accept, read: dateReader(asAt), asAt }),
    ],
    asides: [],
  });
  return start;
}

const referenceRow = (name: 'case' | 'family', question: string, start: Start, isNeeded: boolean): Row => ({
  key: `new.${name}`,
  question,
  asides: [],
  isNeeded,
  read: reference,
  now: start[name],
  typed: start[name],
  take: (reply) => {
    if ('value' in reply) start[name] = String(reply.value);
    else delete start[name];
  },
});

const put = (key: string, value: unknown): Edit[] => (value === undefined ? [] : [{ path: [key], value }]);

const reference = (typed: string): Read<string> =>
  REFERENCE.test(typed)
    ? { value: typed }
    : { problem: 'Letters, digits, dots, dashes and underscores, at most 40: such as EX-0001.' };

/** What the file of a brother or sister, or else the folder, says; without either, what the person answers. */
async function whoseProcedures(beginning: Beginning): Promise<Procedures> {
  const { from, folder, authorities } = beginning;
  if (from?.authority !== undefined || from?.packs) {
    say(beginning, `Family, procedures and dates are those of ${from.case}.`);
    return { authority: from.authority, packs: from.packs };
  }
  if (folder?.authority === undefined && !folder?.packs) return askProcedures(beginning);
  const title = authorities.find(({ id }) => id === folder.authority)?.title;
  say(beginning, `The procedures are those that the folder names${title ? `: ${title}` : ''}.`);
  return {};
}

/** The authority, whose own documents follow from it; then documents of no authority. At least one of the two. */
async function askProcedures({ prompter, authorities, others }: Beginning): Promise<Procedures> {
  for (;;) {
    const reply = await prompter.choose<string>({
      key: 'new.authority',
      question: "Which authority's procedures apply?",
      options: [
        ...authorities.map(({ id, title }) => ({ value: id, name: title })),
        ...(others.length > 0 ? [{ value: ANOTHER, name: 'Another authority' }] : []),
      ],
      asides: [],
    });
    const authority = 'value' in reply && reply.value !== ANOTHER ? reply.value : undefined;
    const packs =
      others.length > 0 ? await prompter.tick({ key: 'new.packs', question: OTHERS, options: others, ticked: [] }) : [];
    if (authority !== undefined || packs.length > 0) return { authority, packs: packs.length > 0 ? packs : undefined };
  }
}

/** No id of an authority. */
const ANOTHER = '';

const OTHERS = 'Do you also go by procedures on any of these? These documents do not name their authorities.';

/** What is happening, where it is not known already and the answer can make a difference. */
async function whatHappens(procedures: Procedures, beginning: Beginning): Promise<readonly string[]> {
  const named = { ...beginning.folder, ...procedures };
  if (beginning.known) return beginning.known(named);
  return askWhatHappens(beginning.prompter, beginning.occasions(named));
}
