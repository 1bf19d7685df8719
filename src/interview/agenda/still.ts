import { dayInWords } from '../../calendar/date-words.ts';
import { storedInWords } from '../../calendar/typed-date.ts';
import { type Unconfirmed, unconfirmed, unsaid } from '../../case/sheet/unconfirmed.ts';
import { CATEGORIES } from '../../facts/categories.ts';
import { LEGAL_STATUSES, placementInWords } from '../../facts/records/codes.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { CaseView } from './case-view.ts';
import type { StillItem } from './item.ts';

/** How it is answered whether a record goes on. */
export type StillAnswer = 'yes' | 'changed' | 'ended';

/** The question whether one record goes on, as it is put to a person. */
export interface StillPut {
  readonly path: Path;
  readonly question: string;
  readonly beside: readonly string[];
  readonly options: readonly { readonly value: StillAnswer; readonly name: string; readonly letter: string }[];
}

type Seen = Pick<CaseView, 'file' | 'asAt'>;

/** The questions of an item, one for each record that waits. */
export const stillPut = ({ list }: StillItem, seen: Seen): StillPut[] =>
  askedNow(seen)
    .filter((one) => one.list === list)
    .map((one) => (list === 'current_plan' ? planPut(one, seen) : carePut(one, seen)));

/** What is not confirmed, and what was confirmed today: that stays on its screen, to be corrected. */
const askedNow = ({ file, asAt }: Seen): Unconfirmed[] => unconfirmed(unsaid(file, asAt), asAt);

function planPut({ openOn, path }: Unconfirmed, { file: { current_plan: plan } }: Seen): StillPut {
  const { authority, began, category, source } = typeof plan === 'object' ? plan : {};
  const told = [
    authority ?? '',
    began === undefined ? '' : `Start: ${storedInWords(began)}.`,
    category ? `Category: ${CATEGORIES[category]}.` : '',
  ];
  return {
    path,
    question: `On ${dayInWords(openOn)} the child was on a child protection plan. Is it still so?`,
    beside: besideOf(told, source),
    options: [
      { value: 'yes', name: 'yes', letter: 'y' },
      { value: 'ended', name: 'no, it has ended', letter: 'n' },
    ],
  };
}

function carePut({ openOn, path }: Unconfirmed, { file: { looked_after: care } }: Seen): StillPut {
  const episode = typeof care === 'object' ? care.episodes[Number(path[2])] : undefined;
  const { legal_status: status, placement, source } = episode ?? {};
  const told = [
    status ? `Legal status ${status}: ${LEGAL_STATUSES[status]}.` : '',
    placement ? `Placement ${placementInWords(placement)}.` : '',
  ];
  return {
    path,
    question: `On ${dayInWords(openOn)} the child was looked after. Is it still so?`,
    beside: besideOf(told, source),
    options: [
      { value: 'yes', name: 'yes', letter: 'y' },
      { value: 'changed', name: 'yes, but under another legal status or in another placement', letter: 'c' },
      { value: 'ended', name: 'no, it has ended', letter: 'n' },
    ],
  };
}

const besideOf = (told: readonly string[], source: string | undefined): string[] => {
  const line = told.filter((part) => part).join(' ');
  return [...(line ? [line] : []), ...(source ? [`From: ${source}.`] : [])];
};
