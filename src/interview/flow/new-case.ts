import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { PROTECT } from '../../report/case/summary.ts';
import { type Edit, edited } from '../../yaml/write.ts';
import { askBirth } from '../ask/child.ts';
import type { Option, Prompter, Read, Reply } from '../prompters/prompter.ts';
import { say } from './interview-context.ts';

/** What a new case file is begun from. */
export interface Beginning {
  readonly prompter: Prompter;
  /** The authorities whose procedures there are, and the packs that each goes by. */
  readonly authorities: readonly { readonly id: string; readonly title: string; readonly packs: readonly string[] }[];
  /** Every pack that there is. */
  readonly packs: readonly Option<string>[];
  /** The file of a brother or sister: its family, procedures and dates are taken over, never what was thought of it. */
  readonly from?: CaseFile | undefined;
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
  const authority = await askAuthority(beginning);
  const packs = await askPacks('value' in authority ? authority.value : undefined, beginning);
  const family = await askFamily(beginning);
  const child = await askBirth(beginning);
  return edited('', [
    { path: ['version'], value: 1 },
    { path: ['case'], value: 'value' in id ? id.value : '' },
    ...put(['family'], family),
    ...put(['authority'], authority),
    ...(packs.length > 0 ? [{ path: ['packs'], value: packs }] : []),
    ...(child === 'back' ? [] : child),
    ...(from?.dates ? [{ path: ['dates'], value: from.dates }] : []),
  ]);
}

const reference = (typed: string): Read<string> =>
  REFERENCE.test(typed)
    ? { value: typed }
    : { problem: 'Letters, digits, dots, dashes and underscores, at most 40: such as EX-0001.' };

const put = (path: Edit['path'], reply: Reply<string>): Edit[] =>
  'value' in reply ? [{ path, value: reply.value }] : [];

const askAuthority = ({ prompter, authorities, from }: Beginning): Promise<Reply<string>> =>
  prompter.choose<string>({
    key: 'new.authority',
    question: "Which authority's procedures apply?",
    options: authorities.map(({ id, title }) => ({ value: id, name: title })),
    now: from?.authority,
    asides: ['skip'],
  });

/** Documents beyond those of the authority; without an authority, at least one. */
async function askPacks(authority: string | undefined, beginning: Beginning): Promise<readonly string[]> {
  const { prompter, packs, authorities, from } = beginning;
  const own = authorities.find(({ id }) => id === authority)?.packs ?? [];
  const options = packs.filter(({ value }) => !own.includes(value));
  const question = authority ? 'Which documents of other authorities apply as well?' : 'Which documents apply?';
  let ticked = await prompter.tick({ key: 'new.packs', question, options, ticked: from?.packs ?? [] });
  while (ticked.length + own.length === 0)
    ticked = await prompter.tick({ key: 'new.packs', question: `${question} At least one.`, options, ticked });
  return ticked;
}

const askFamily = ({ prompter, from }: Beginning): Promise<Reply<string>> =>
  prompter.line<string>({
    key: 'new.family',
    question: 'A reference that the case files of this family share. Never a name.',
    now: from?.family,
    asides: ['skip'],
    read: reference,
  });
