import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tasksOf } from '../../src/assess/case/tasks.ts';
import { headline } from '../../src/report/case/headline.ts';
import { taskInWords } from '../../src/report/case/task-words.ts';
import { assessed, caseFiles } from '../support/cases.ts';
import { title } from '../support/notes.ts';

// Every shipped case on one page, to be read beside the sources: what each question comes to, where it stands, what its
// headline says, and the first three tasks. To make it anew, run the tests with UPDATE_SCENARIOS=1; then read what changed.

const PAGE = 'test/packs/every-case.txt';

function entry(path: string): string {
  const assessment = assessed(path);
  const questions = assessment.questions
    .filter(({ state }) => state !== 'not_in_play')
    .map((question) => {
      const end = question.outcome ?? `undecided: ${question.possible.join(', ')}`;
      const standing = assessment.standings.get(question)?.at ?? 'no standing';
      return `  ${question.id}: ${end} (${standing})\n    ${headline(question, assessment, title)}`;
    });
  const tasks = tasksOf(assessment)
    .slice(0, 3)
    .map((task) => taskInWords(task, assessment, title))
    .map(({ label, who, says, when, clauses }) =>
      [`  > ${label}: ${who}: ${says}`, when, `[${clauses.join(', ')}]`].filter(Boolean).join(' '),
    );
  return [path, ...questions, ...tasks].join('\n');
}

test('every shipped case reads true: outcome, standing, headline and first three tasks', () => {
  const page = `${caseFiles.map(entry).join('\n\n')}\n`;
  if (process.env.UPDATE_SCENARIOS) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});
