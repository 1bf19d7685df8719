import type { Day } from '../../calendar/dates.ts';
import { type StoredDate, storedInWords } from '../../calendar/typed-date.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { childDate } from '../../case/file/entry-value.ts';
import type { Edit } from '../../yaml/write.ts';
import type { Read, Row } from '../prompters/prompter.ts';
import { dateAgain, dateHint, markOf, yesNo } from './row-parts.ts';

/** The child of a case, and how what is answered about it is kept. */
export interface ChildAsked {
  readonly child: CaseFile['child'];
  /** Parts of questions that an answer has brought up. */
  readonly opened: Set<string>;
  readonly accept: (edits: readonly Edit[]) => void;
  readonly read: (typed: string) => Read<StoredDate>;
  readonly asAt: Day;
  readonly why?: Row['why'];
}

/** When the child was born, or is expected. */
export function childRows(asked: ChildAsked): Row[] {
  const { child, opened } = asked;
  const standing = child?.born !== undefined ? 'born' : child?.expected !== undefined ? 'expected' : undefined;
  const which = (['born', 'expected'] as const).find((one) => opened.has(`child.${one}`)) ?? standing;
  // Only what is kept counts as answered: without a day there is nothing to keep
  const now = standing && (standing === 'born' ? 'yes' : 'no');
  const main: Row = {
    key: 'child',
    question: 'Is the child born?',
    options: yesNo('born', 'expected', ['yes', 'not yet']),
    asides: ['not_known'],
    ...(asked.why && { why: asked.why }),
    now,
    mark: markOf(now),
    take: (reply) => {
      for (const key of ['child.born', 'child.expected']) opened.delete(key);
      if ('value' in reply) opened.add(`child.${reply.value}`);
    },
  };
  return which ? [main, dayRow(which, asked)] : [main];
}

function dayRow(which: 'born' | 'expected', { child, accept, read, asAt }: ChildAsked): Row {
  const date = childDate(child?.[which]);
  return {
    key: `child.${which}`,
    question: which === 'born' ? 'When was the child born?' : 'When is the child expected?',
    isPart: true,
    asides: ['not_known'],
    read,
    hint: dateHint(asAt),
    now: date === undefined ? undefined : storedInWords(date),
    typed: dateAgain(date),
    take: (reply) => {
      if (!('value' in reply)) return accept([{ path: ['child', which], value: undefined }]);
      // The expected date stays after the birth: days are counted from it
      const instead = which === 'born' ? [] : [{ path: ['child', 'born'], value: undefined }];
      accept([...instead, { path: ['child', which], value: reply.value }]);
    },
  };
}
