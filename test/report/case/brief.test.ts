import { describe, expect, test } from 'vitest';
import { isUrgent } from '../../../src/assess/case/assessment.ts';
import { RANKS, tasksOf } from '../../../src/assess/case/tasks.ts';
import { brief } from '../../../src/report/case/brief.ts';
import { PROTECT } from '../../../src/report/case/summary.ts';
import { taskInWords } from '../../../src/report/case/task-words.ts';
import { plainStyle } from '../../../src/report/words/style.ts';
import { assessed, caseFiles } from '../../support/cases.ts';
import { title } from '../../support/notes.ts';
import { idsIn } from '../../support/texts/ids.ts';

const faultsOf = (path: string): string[] => assessed(path).diagnostics.map(({ says }) => says);

const briefOf = (path: string, width = 80, problems: readonly string[] = faultsOf(path)): string =>
  brief({ assessment: assessed(path), title, problems, path }, plainStyle(width));

const lines = (text: string): string[] => text.trimEnd().split('\n');

/** Lines that may make a brief grow: what cannot wait, and what is wrong with the file. */
const isGrowth = (line: string): boolean => /URGENT|Check the file/.test(line);

describe.each(caseFiles)('the brief of %s', (path) => {
  const assessment = assessed(path);

  test('fits a screen, but for what is urgent or wrong with the file', () => {
    const text = lines(briefOf(path));
    const longest = Math.max(...text.map((line) => line.length));
    if (!text.some(isGrowth)) expect(text.length).toBeLessThanOrEqual(24);
    expect(longest).toBeLessThanOrEqual(80);
  });

  test('fits a narrow screen', () => {
    const text = lines(briefOf(path, 40));
    if (!text.some(isGrowth)) expect(text.length).toBeLessThanOrEqual(40);
  });

  test('holds no id, as it is or with spaces, but where the file is at fault', () => {
    expect(idsIn(briefOf(path, 80, []))).toEqual([]);
  });

  test('begins with the protective line, and says what is urgent within the first eight lines', () => {
    const text = lines(briefOf(path));
    expect(text[0]).toBe(PROTECT);
    if (assessment.questions.some(isUrgent) && assessment.diagnostics.length === 0) {
      expect(text.slice(0, 8).join('\n')).toContain('URGENT');
    }
  });

  test('asks first for what presses most', () => {
    const tasks = tasksOf(assessment);
    const ranks = tasks.map(({ rank }) => RANKS.indexOf(rank));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    const states = new Set(assessment.findings.filter((f) => f.unsure !== 'applies').map((f) => f.state));
    if (states.has('overdue')) expect(['urgent', 'overdue']).toContain(tasks[0]?.rank);
    const first = tasks[0] && taskInWords(tasks[0], assessment, title);
    const said = briefOf(path).replace(/\s+/g, ' ');
    if (first) expect(said).toContain(`${first.label} ${first.who}:`);
  });

  test('keeps the sentence on section 47 and the conference with every further plan', () => {
    const inView = assessment.questions.some((q) => q.id === 'further_plan' && q.state === 'settled');
    if (inView) expect(briefOf(path)).toContain('section 47');
  });
});
