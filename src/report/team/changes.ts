import type { Assessment } from '../../assess/case/assessment.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import type { Day } from '../../calendar/dates.ts';
import { firstSentence, labelOf } from '../case/headline.ts';
import { capital } from '../words/titles.ts';
import type { CaseRow } from './case-row.ts';
import type { TeamTask } from './team-task.ts';

/** What happened in a case after a day. */
export interface Change {
  readonly kind: 'new' | 'decided' | 'ended' | 'late';
  readonly says: string;
  readonly clauses: readonly string[];
}

export const CHANGE_WORDS: Readonly<Record<Change['kind'], string>> = {
  new: 'New',
  decided: 'Decided',
  ended: 'Ended',
  late: 'Newly overdue or past its day',
};

/** From what day on changes are told, and whether a file is known to be new since, or to be older; undefined where only its own dates can say. */
export interface Since {
  readonly day: Day;
  readonly isNew: boolean | undefined;
}

/** What changed in a case since a day, by the dates in its file; whether the file is new, by git where there is one. */
export function changesOf(
  assessment: Assessment,
  row: CaseRow,
  tasks: readonly TeamTask[],
  { day: since, isNew }: Since,
): Change[] {
  const after = (day: Day | null): day is Day => day !== null && day > since && day <= row.as_at;
  const began = [row.plan_began, row.conference_requested].filter(after).sort()[0];
  return [
    ...((isNew ?? began !== undefined)
      ? [
          change(
            'new',
            isNew ? 'The case file is new.' : `A plan began, or was asked for, on ${dayInWords(began ?? since)}.`,
          ),
        ]
      : []),
    ...decided(assessment, since),
    ...(after(row.last_plan_ended) ? [change('ended', `The plan ended on ${dayInWords(row.last_plan_ended)}.`)] : []),
    ...tasks
      .filter(({ rank, due }) => (rank === 'overdue' || rank === 'past_due') && due !== null && due >= since)
      .map(({ who, says, due, clauses }) =>
        change('late', `${who}: ${firstSentence(says)} It was due by ${dayInWords(due ?? since)}.`, clauses),
      ),
  ];
}

const change = (kind: Change['kind'], says: string, clauses: readonly string[] = []): Change => ({
  kind,
  says,
  clauses,
});

/** Decisions of people; one that is no outcome of the pack is in their own words, which stay in the file. */
function decided({ file, questions }: Assessment, since: Day): Change[] {
  return (file.decisions ?? []).flatMap(({ question: id, outcome, date, agrees }) => {
    const question = questions.find((one) => one.id === id);
    if (!question || String(date) <= since) return [];
    const { short, title, outcomes } = question.compiled.question;
    const what =
      outcome in outcomes
        ? firstSentence(labelOf(question, outcome))
        : agrees
          ? 'As the procedure asks.'
          : 'Decided otherwise.';
    return change('decided', `${capital(short ?? title)}, on ${dayInWords(String(date))}: ${what}`, question.clauses);
  });
}
