import type { Assessment } from '../../assess/case/assessment.ts';
import { RANKS, tasksOf } from '../../assess/case/tasks.ts';
import type { Audience } from '../case/audience.ts';
import { SETTLES, summarise, type UnknownView } from '../case/summary.ts';
import { type TaskWords, taskInWords } from '../case/task-words.ts';
import { forReaders } from '../note/note-tasks.ts';
import type { Titles } from '../words/titles.ts';

/** One child of a family, with everything that the packs of the case say. */
export interface Member {
  readonly assessment: Assessment;
  readonly title: Titles;
}

/** The same for several children, by the references of their cases. */
export interface Joint<T> {
  readonly one: T;
  readonly children: readonly string[];
}

/** A sheet on several children is read by people who may not see what is confidential in each file. */
const READERS: Audience = { whom: 'conference' };

/** What people have to do next for a family, the most pressing first; what is the same for several children stands once. */
export function jointTasks(members: readonly Member[]): Joint<TaskWords>[] {
  const all = members.flatMap(({ assessment, title }) =>
    tasksOf(assessment).map((task) => ({
      child: assessment.file.case,
      day: task.due?.to ?? LATER,
      one: taskInWords(forReaders(task, assessment, READERS), assessment, title),
    })),
  );
  const ordered = RANKS.flatMap((rank) =>
    all.filter(({ one }) => one.rank === rank).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  );
  return joined(ordered, ({ label, who, says, when }) => [label, who, says, when].join('\n'));
}

/** Whether something cannot wait, is overdue, or is past its day and not recorded. */
export const isPressing = ({ one: { rank } }: Joint<TaskWords>): boolean =>
  rank === 'urgent' || rank === 'overdue' || rank === 'past_due';

/** For each child the first of a list that is about that child. */
export function firstOfEach<T>(all: readonly Joint<T>[]): Set<Joint<T>> {
  const children = new Set(all.flatMap((one) => one.children));
  return new Set([...children].flatMap((child) => all.find((one) => one.children.includes(child)) ?? []));
}

/** After every day that is written. */
const LATER = '9999';

/** What is not known of a family: what would settle a question first. */
export function jointUnknown(members: readonly Member[]): Joint<UnknownView>[] {
  const all = members.flatMap(({ assessment, title }) =>
    summarise(assessment, title, READERS).unknown.map((one) => ({ child: assessment.file.case, one })),
  );
  const found = joined(all, ({ label, kind, who, chaseBy }) => [label, kind, who, chaseBy].join('\n'));
  const settles = ({ one }: Joint<UnknownView>): boolean => one.settles.startsWith(SETTLES);
  return [...found.filter(settles), ...found.filter((one) => !settles(one))];
}

function joined<T>(all: readonly { readonly child: string; readonly one: T }[], keyOf: (one: T) => string): Joint<T>[] {
  const groups = new Map<string, { one: T; children: string[] }>();
  for (const { child, one } of all) {
    const key = keyOf(one);
    const group = groups.get(key) ?? { one, children: [] };
    if (!group.children.includes(child)) group.children.push(child);
    groups.set(key, group);
  }
  return [...groups.values()];
}
