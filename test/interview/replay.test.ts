import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { readCase } from '../../src/case/read.ts';
import type { CaseFile } from '../../src/case/schema.ts';
import { PolicyFolder } from '../../src/files/policies.ts';
import { readText } from '../../src/files/read-text.ts';
import { interview } from '../../src/interview/loop.ts';
import { scriptedPrompter } from '../../src/interview/scripted-prompter.ts';
import { edited } from '../../src/yaml/write.ts';

const FOLDER = new PolicyFolder('policies');
const PARTS = ['previous_plans', 'current_plan', 'dates', 'answers', 'analysis', 'checklists', 'records'];

const paths = readdirSync('cases', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
  .map((entry) => join(entry.parentPath, entry.name));

function results(file: CaseFile) {
  const { questions, findings } = assess(file, FOLDER.bookFor(file), String(file.as_at));
  return {
    questions: questions.map(({ id, state, possible }) => ({ id, state, possible })),
    findings: findings.map(({ rule, state }) => `${rule}: ${state}`),
  };
}

describe('a case without its answers, asked for them again', () => {
  it.each(paths)('%s', async (path) => {
    const { file, source } = readCase(readText(path));
    if (!file) return;
    const before = edited(
      source.text,
      PARTS.map((part) => ({ path: [part], value: undefined })),
    );
    const prompter = scriptedPrompter(file);
    const book = FOLDER.bookFor(file);
    const { text, ended } = await interview({
      path,
      text: before,
      book,
      asAt: String(file.as_at),
      prompter,
      save: () => undefined,
    });
    expect(ended).toBe('complete');
    expect(results(readCase(text).file as CaseFile)).toEqual(results(file));
  });
});
