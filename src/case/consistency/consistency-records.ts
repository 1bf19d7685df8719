import { type Day, exactly } from '../../calendar/dates.ts';
import { type Diagnostic, error, type Path } from '../../messages/diagnostic.ts';
import { onDay, safe } from '../../messages/safe.ts';
import type { CaseFile } from '../file/case-schema.ts';
import type { Entry } from '../file/entry.ts';
import { isNotKnown, provenanceOf } from '../file/entry-value.ts';
import { range } from '../sheet/records.ts';
import { holding, isAfter } from './holding.ts';

interface Dated {
  readonly date: string | number | undefined;
  readonly path: Path;
}

/** Answers, records, texts and decisions that are dated after the day of the assessment. */
export function recordConsistency(file: CaseFile, asAt: Day): Diagnostic[] {
  const says = safe`This is dated after ${onDay(asAt)}, the day of this assessment: correct the date, or leave it out until it has happened.`;
  const dated = [...entries(file), ...texts(file), ...happened(file)];
  return holding(
    dated.map(({ date, path }) => isAfter(range(date), exactly(asAt)) && error('recorded_in_future', says, path)),
  );
}

function entries({ dates, answers, records, checklists }: CaseFile): Dated[] {
  const sections = Object.entries({ dates, answers, records });
  return [
    ...sections.flatMap(([section, values]) => ofSection(values, [section])),
    ...Object.entries(checklists ?? {}).flatMap(([list, items]) => ofSection(items, ['checklists', list])),
  ];
}

const ofSection = (values: Readonly<Record<string, Entry>> | undefined, path: Path): Dated[] =>
  Object.entries(values ?? {}).flatMap(([id, entry]) => ofEntry(entry, [...path, id]));

function ofEntry(entry: Entry, path: Path): Dated[] {
  if (!isNotKnown(entry)) return [{ date: provenanceOf(entry).date, path: [...path, 'date'] }];
  return (entry.accounts ?? []).map(({ date }, i) => ({ date, path: [...path, 'accounts', i, 'date'] }));
}

const happened = ({ occurrences }: CaseFile): Dated[] =>
  (occurrences?.list ?? []).flatMap(({ date, stage_since: since, closed }, i) => {
    const path = ['occurrences', 'list', i];
    return [
      { date, path: [...path, 'date'] },
      { date: since, path: [...path, 'stage_since'] },
      { date: closed, path: [...path, 'closed'] },
    ];
  });

function texts({ analysis, decisions }: CaseFile): Dated[] {
  return [
    ...Object.entries(analysis ?? {}).flatMap(([id, { date, for_family }]) => [
      { date, path: ['analysis', id, 'date'] },
      { date: for_family?.date, path: ['analysis', id, 'for_family', 'date'] },
    ]),
    ...(decisions ?? []).map(({ date }, i) => ({ date, path: ['decisions', i, 'date'] })),
  ];
}
