import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { PROTECT } from '../../report/case/summary.ts';
import { type Edit, edited } from '../../yaml/write.ts';
import { askBirth } from '../ask/child.ts';
import { askWhatHappens } from '../ask/occasions.ts';
import type { Option, Prompter, Read, Reply } from '../prompters/prompter.ts';
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
  const { prompter, from } = beginning;
  say(beginning, PROTECT);
  const id = await prompter.line({
    key: 'new.case',
    question: 'The reference of the case. Never a name.',
    asides: [],
    read: reference,
  });
  const procedures = await whoseProcedures(beginning);
  const occasions = await whatHappens(procedures, beginning);
  const family = from ? undefined : await askFamily(beginning);
  const child = await askBirth(beginning);
  return edited('', [
    { path: ['version'], value: 1 },
    { path: ['case'], value: 'value' in id ? id.value : '' },
    ...put('family', from ? from.family : family && 'value' in family ? family.value : undefined),
    ...put('authority', procedures.authority),
    ...put('packs', procedures.packs),
    ...put('occasions', occasions.length > 0 ? occasions : undefined),
    ...(child === 'back' ? [] : child),
    ...put('dates', from?.dates),
  ]);
}

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
      options: authorities.map(({ id, title }) => ({ value: id, name: title })),
      asides: others.length > 0 ? ['skip'] : [],
    });
    const authority = 'value' in reply ? reply.value : undefined;
    const packs =
      others.length > 0 ? await prompter.tick({ key: 'new.packs', question: OTHERS, options: others, ticked: [] }) : [];
    if (authority !== undefined || packs.length > 0) return { authority, packs: packs.length > 0 ? packs : undefined };
  }
}

const OTHERS = 'Do you also go by procedures on any of these? These documents do not name their authorities.';

/** What is happening, where it is not known already and the answer can make a difference. */
async function whatHappens(procedures: Procedures, beginning: Beginning): Promise<readonly string[]> {
  const named = { ...beginning.folder, ...procedures };
  if (beginning.known) return beginning.known(named);
  return askWhatHappens(beginning.prompter, beginning.occasions(named));
}

const askFamily = ({ prompter }: Beginning): Promise<Reply<string>> =>
  prompter.line<string>({
    key: 'new.family',
    question: 'A reference that the case files of this family share. Never a name.',
    asides: ['skip'],
    read: reference,
  });
