import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tasksOf } from '../../../src/assess/case/tasks.ts';
import { inFull, place } from '../../../src/messages/diagnostic.ts';
import { brief } from '../../../src/report/case/brief.ts';
import { taskInWords } from '../../../src/report/case/task-words.ts';
import { plainStyle } from '../../../src/report/words/style.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import { assessed } from '../../support/cases.ts';
import { title } from '../../support/notes.ts';

// The briefs of ten cases on one page, to be given to somebody who has seen nothing else: what comes next, who does it, by
// when, and what is not known? To make it anew, run the tests with UPDATE_SCENARIOS=1; then read what changed.

const PAGE = 'test/report/case/ten-briefs.txt';

const TEN = [
  'further-plan/second-plan-ready',
  'further-plan/third-plan-no-ground-awaiting',
  'further-plan/everything-unknown',
  'legal-planning/team-and-head-of-service-differ',
  'becomes-looked-after/leicester-letter-not-recorded',
  'becomes-looked-after/bucks-plan-kept',
  'becomes-looked-after/stoke-order-away-from-risk',
  'plan-delivery/stoke-unseen-and-little-else-known',
  'removal-and-return/leicester-removed-under-care-order',
  'ceasing/stoke-too-early',
].map((name) => `cases/${name}.yaml`);

function briefOf(path: string): string {
  const assessment = assessed(path);
  const { locate } = readYaml(readFileSync(path, 'utf8'));
  const problems = assessment.diagnostics.map((one) => {
    const placed = place(one, locate);
    return `${inFull(placed)} (line ${placed.line})`;
  });
  return brief({ assessment, title, problems, path: 'case.yaml' }, plainStyle());
}

const RULE = '-'.repeat(80);

describe('ten briefs on one page', () => {
  test('are as they were read', () => {
    const page = `${TEN.map((path, i) => `${RULE}\n${i + 1}\n${RULE}\n${briefOf(path)}`).join('\n')}`;
    if (process.env.UPDATE_SCENARIOS) writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });

  test.each(TEN)('%s: say who does what next, and by when', (path) => {
    const assessment = assessed(path);
    const [first] = tasksOf(assessment).map((task) => taskInWords(task, assessment, title));
    const text = briefOf(path).replace(/\s+/g, ' ');
    expect(text).toContain(`${first?.who}:`);
    if (first?.when) expect(text).toContain(first.when);
  });
});
