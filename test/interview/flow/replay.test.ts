import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { unconfirmed } from '../../../src/case/sheet/unconfirmed.ts';
import { readText } from '../../../src/files/read-text.ts';
import { interview } from '../../../src/interview/flow/interview.ts';
import { inTurn } from '../../../src/interview/prompters/in-turn.ts';
import type { Form } from '../../../src/interview/prompters/prompter.ts';
import { scriptedPrompter } from '../../../src/interview/prompters/scripted-prompter.ts';
import { edited } from '../../../src/yaml/write.ts';
import { basisOf, FOLDER, fileFrom } from '../kit.ts';
import { couldMatter } from '../matter.ts';

const PARTS = ['previous_plans', 'current_plan', 'dates', 'answers', 'analysis', 'checklists', 'records'];

const paths = readdirSync('cases', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

/** As often is one question tried under the same packs, in cases spread over all; `CPPLAN_EVERY` tries every question of every case, which takes minutes. */
const TRIES = process.env.CPPLAN_EVERY === undefined ? 6 : Number.POSITIVE_INFINITY;
const timesPut = new Map<string, number>();

/** Whether a question is to be tried in a case: the first time of several, then each third time it comes. */
function isTried(item: string, { packs = [] }: CaseFile): boolean {
  const key = `${packs.join()} ${item}`;
  const times = timesPut.get(key) ?? 0;
  timesPut.set(key, times + 1);
  return TRIES === Number.POSITIVE_INFINITY || (times % 3 === 0 && times < TRIES * 3);
}

const day = ({ as_at }: CaseFile): string => String(as_at);

/** Its letters went out before anybody wrote the view they wait for: an interview asks for no letter that is not due. */
const LETTERS_FIRST = join('cases', 'becomes-looked-after', 'leicester-letters-sent-view-not-recorded.yaml');

/** What a meeting decided that is given as not held: an interview does not ask that. */
const DECIDED_WITHOUT_MEETING = join('cases', 'legal-planning', 'decided-without-meeting.yaml');

/** Cases that do not contradict themselves: those that do cannot come out of an interview. */
const cases = paths.flatMap((path) => {
  if (path === LETTERS_FIRST || path === DECIDED_WITHOUT_MEETING) return [];
  const { file, source } = readCase(readText(path));
  if (!file || assess(file, FOLDER.bookFor(file), day(file)).diagnostics.some((r) => r.severity === 'error')) return [];
  // What a return shows cannot come out of an interview either
  if (unconfirmed(file, day(file)).length > 0) return [];
  return [{ path, file, text: source.text }];
});

function results(file: CaseFile) {
  const { questions, findings } = assess(file, FOLDER.bookFor(file), day(file));
  return {
    questions: questions.map(({ id, state, possible }) => ({ id, state, possible })),
    findings: findings.map(({ rule, state }) => `${rule}: ${state}`),
  };
}

/** Asks for everything that a case answers, from nothing but its heading. */
async function replay({ path, file, text }: (typeof cases)[number]) {
  const asAt = day(file);
  const book = FOLDER.bookFor(file);
  const paths = [...PARTS.map((part) => [part]), ['child', 'born'], ['child', 'expected']];
  const start = edited(
    text,
    paths.map((path) => ({ path, value: undefined })),
  );
  const script = scriptedPrompter(file);
  const questions: { key: string; before: string }[] = [];
  let now = start;
  let screens = 0;
  const noted =
    <A extends { key: string }, R>(ask: (of: A) => R) =>
    (of: A): R => {
      screens++;
      questions.push({ key: of.key, before: now });
      return ask(of);
    };
  const prompter = {
    ...script,
    choose: noted(script.choose) as typeof script.choose,
    line: noted(script.line) as typeof script.line,
    text: noted(script.text),
    tick: noted(script.tick),
    form: (form: Form) => {
      screens++;
      return inTurn(form, async (row) => {
        questions.push({ key: row.key, before: now });
        return script.turn(row);
      });
    },
  };
  const save = (saved: string): undefined => void (now = saved);
  const sat = await interview({ basis: { ...basisOf(start, asAt), path, book }, text: start, prompter, save });
  return { ...sat, asAt, book, questions, screens };
}

/** The thing asked for, where a question is the first that is put about it. */
function itemAsked(key: string): string | undefined {
  const [section = '', id, more] = key.split('.');
  if (['child', 'previous_plans', 'current_plan'].includes(section)) return id === undefined ? section : undefined;
  if (section === 'analysis') return more === 'text' ? id : undefined;
  return more === undefined && ['dates', 'answers', 'records', 'checklists'].includes(section) ? id : undefined;
}

const counts: string[] = [];

describe('a case without its answers, asked for them again', () => {
  it.each(cases)('$path', async (one) => {
    const { text, ended, questions, screens, asAt, book } = await replay(one);
    expect(ended).toBe('complete');
    expect(results(fileFrom(text))).toEqual(results(one.file));
    const put = questions.flatMap(({ key, before }) => {
      const item = itemAsked(key);
      return item === undefined ? [] : [{ item, before }];
    });
    const idle = put
      .filter(({ item }) => isTried(item, one.file))
      .filter(({ item, before }) => !couldMatter(fileFrom(before), item, book, asAt));
    expect(idle.map(({ item }) => item)).toEqual([]);
    counts.push(`${one.path}: ${put.length} asked for, on ${screens} screens`);
  });

  it('asks on as few screens as it did', async () => {
    await expect(`${counts.join('\n')}\n`).toMatchFileSnapshot('questions.txt');
  });
});
