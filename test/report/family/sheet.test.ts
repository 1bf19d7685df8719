import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import {
  type Assessment,
  assessmentWith,
  type QuestionResult,
  questionWith,
} from '../../../src/assess/case/assessment.ts';
import { tasksOf } from '../../../src/assess/case/tasks.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { brief } from '../../../src/report/case/brief.ts';
import { firstSentence } from '../../../src/report/case/headline.ts';
import { taskInWords } from '../../../src/report/case/task-words.ts';
import { jointTasks, jointUnknown } from '../../../src/report/family/joint.ts';
import { familySheet } from '../../../src/report/family/sheet.ts';
import { always } from '../../../src/report/family/standings.ts';
import { forReaders } from '../../../src/report/note/note-tasks.ts';
import { escapeMarkdown } from '../../../src/report/words/markdown.ts';
import { plainStyle } from '../../../src/report/words/style.ts';
import { assessed, bookOf, caseFiles } from '../../support/cases.ts';
import { title } from '../../support/notes.ts';

const membersOf = (assessments: readonly Assessment[]) => assessments.map((assessment) => ({ assessment, title }));

function written(id: string, yaml: string, asAt = '2026-11-20'): Assessment {
  const { file } = readCase(`version: 1\ncase: ${id}\n${yaml}`);
  if (!file) throw new Error('no case file');
  return assess(file, bookOf(file), asAt);
}

/** Numbers from 0 to below 1, the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

const triples = (): string[][] => {
  const next = seeded(20261126);
  const some = (): string => caseFiles[Math.floor(next() * caseFiles.length)] as string;
  return Array.from({ length: 40 }, () => [some(), some(), some()]).filter((paths) => {
    return new Set(paths.map((path) => assessed(path).file.case)).size === 3;
  });
};

const PRESSING = ['urgent', 'overdue', 'past_due'];

/** The tasks of a page, a line each. */
const doNow = (sheet: string): string[] =>
  (sheet.split('## Do now\n\n')[1]?.split('\n\n')[0] ?? '').split('\n').filter((line) => line.startsWith('- **'));

/** Whether a line names a child, by its reference or with all the others. */
const isAbout = (line: string, { file }: Assessment): boolean =>
  line.startsWith('- **All children') || (line.split(':')[0] ?? '').includes(escapeMarkdown(file.case));

describe('the page of a family', () => {
  it('shows what is urgent, overdue or past its day of every child, and the first task of each', () => {
    let seen = 0;
    const sample = triples();
    expect(sample.length).toBeGreaterThan(30);
    for (const paths of sample) {
      const all = paths.map(assessed);
      const lines = doNow(familySheet(membersOf(all)));
      for (const one of all) {
        const tasks = tasksOf(one)
          .map((task) => taskInWords(forReaders(task, one, { whom: 'conference' }), one, title))
          .filter(({ rank }) => rank !== 'find_out');
        const own = lines.filter((line) => isAbout(line, one));
        if (tasks.length > 0) expect(own.length, paths.join(' ')).toBeGreaterThan(0);
        for (const { rank, label, who, act, when } of tasks.filter((task) => PRESSING.includes(task.rank))) {
          const parts = [label, who, rank === 'urgent' ? act : firstSentence(act), when].map(escapeMarkdown);
          const found = own.some((line) => parts.every((part) => line.includes(part)));
          expect(found, `${paths.join(' ')}: ${parts.join(' ')}`).toBe(true);
          seen++;
        }
      }
      const labels = lines.map((line) => PRESSING.some((rank) => line.includes(LABELS[rank] as string)));
      expect(labels, 'what is pressing comes first').toEqual(labels.toSorted((a, b) => Number(b) - Number(a)));
    }
    expect(seen).toBeGreaterThan(40);
  });

  const LABELS: Readonly<Record<string, string>> = { urgent: 'URGENT. ', overdue: 'OVERDUE. ', past_due: 'PAST DUE. ' };

  it('names the first things that are not known, of each child that has some', () => {
    for (const paths of triples().slice(0, 12)) {
      const members = membersOf(paths.map(assessed));
      const [, text = ''] = familySheet(members).split('## Not known\n\n');
      const named = text.split('\n').filter((line) => line.startsWith('- **'));
      expect(named.length, paths.join(' ')).toBeGreaterThanOrEqual(Math.min(3, jointUnknown(members).length));
    }
  });

  it('says that nothing is left to do only where nothing is open and nothing unknown', () => {
    const begun = membersOf([
      written('EX-0101', 'authority: stoke-on-trent\n'),
      written('EX-0102', 'authority: leicester\n'),
    ]);
    const sheet = familySheet(begun);
    expect(sheet).not.toContain('Nothing is left to do');
    expect(sheet).toMatch(/Nothing to do is known yet: \d+ things are not known\./);
    const died = membersOf([assessed('cases/further-plan/child-has-died.yaml')]);
    expect([jointTasks(died), jointUnknown(died)]).toEqual([[], []]);
    expect(familySheet(died)).toContain('Nothing is left to do.');
  });

  it.each([
    ['2026-10-02', 'on 2 October 2026'],
    ['2026-10', 'in October 2026'],
  ])('says first of a child that the child has died: %s', (day, words) => {
    const died = written('EX-0103', `authority: leicester\nchild: {born: 2020-01-01, died: ${day}}\n`);
    const sheet = familySheet(membersOf([died, written('EX-0102', 'authority: leicester\n')]));
    expect(sheet).toContain(`- **EX-0103, Leicester.** EX-0103 died ${words}.`);
    expect(sheet).not.toContain('EX-0102 died');
    const asked = jointUnknown(membersOf([died])).map(({ one }) => one.label);
    expect(asked).not.toContain('The child is looked after');
  });

  it.each([
    ['settled', true],
    ['undecided', true],
    ['not_in_play', false],
    ['silent', false],
  ] as const)('says what holds with every result of a question that is %s: %s', (state, isSaid) => {
    const all = assessed('cases/further-plan/second-plan-under-a-year.yaml');
    const questions = all.questions
      .filter(({ compiled }) => compiled.question.always)
      .map((question): QuestionResult => questionWith(question, { state }));
    expect(questions).not.toEqual([]);
    expect(always(membersOf([assessmentWith(all, { questions })])).length > 0).toBe(isSaid);
  });

  it('names each question once of which it is not known whether it applies, as the brief does', () => {
    const twice = written('EX-0107', 'authority: leicester\npacks: [repeat-plans, legal-planning]\n');
    const named = twice.questions.map(({ compiled: { question } }) => question.short ?? question.title);
    expect(new Set(named).size, 'two packs ask under one name').toBeLessThan(named.length);
    const said = [
      familySheet(membersOf([twice])),
      brief({ assessment: twice, title, problems: [], path: 'case.yaml' }, plainStyle(80)).replace(/\s+/g, ' '),
    ];
    for (const text of said) {
      const each = (text.match(/if these apply: ([^.]*)\./)?.[1] ?? '').split('; ');
      expect(each.length).toBeGreaterThan(5);
      expect(each).toEqual([...new Set(each)]);
    }
  });
});
